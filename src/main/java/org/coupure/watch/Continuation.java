package org.coupure.watch;

import java.util.List;
import java.util.Optional;
import org.coupure.discover.NextPage;
import org.coupure.fetch.HostGate;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;

/**
 * Finds the page on which an article goes on: as the site's rule says, else by {@code rel=next}.
 */
final class Continuation {
  private final RuleBook rules;
  private final PageReader pages = new PageReader(Limits.DEFAULT);

  Continuation(RuleBook rules) {
    this.rules = rules;
  }

  /**
   * Returns the address of the page after {@code page}, on the same host, or empty.
   *
   * @param first the address of the article's first page
   */
  Optional<String> next(Page page, String first) {
    Optional<String> ruled = ruled(page, first);
    return ruled.isPresent() ? ruled : NextPage.of(page, first);
  }

  private Optional<String> ruled(Page page, String first) {
    String url = page.url();
    List<Rule> known = url == null ? List.of() : rules.forAddress(url);
    if (url == null || known.isEmpty() || !(pages.read(page) instanceof Content.Html html)) {
      return Optional.empty();
    }
    return known.stream()
        .flatMap(rule -> rule.nextPage(html.document(), url).stream())
        .filter(next -> HostGate.host(next).equals(HostGate.host(first)))
        .findFirst();
  }
}
