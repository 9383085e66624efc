package org.coupure.reader;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.coupure.discover.NextPage;
import org.coupure.fetch.HostGate;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.jsoup.nodes.Document;

/**
 * Finds where else an article stands: all of it on a page for printers, as the site's rule says; or
 * its next part, as the rule says, else by {@code rel=next}. Only pages of the same host count: a
 * page may link to anywhere, and what stands there would go by this one's name.
 */
final class Continuation {
  private final RuleBook rules;
  private final PageReader pages = new PageReader(Limits.DEFAULT);

  Continuation(RuleBook rules) {
    this.rules = rules;
  }

  /**
   * Returns the address of the page after {@code page}, or empty.
   *
   * @param first the address of the article's first page
   */
  Optional<String> next(Page page, String first) {
    Optional<String> ruled = ruled(page, first, Rule::hasNextPage, Rule::nextPage);
    return ruled.isPresent() ? ruled : NextPage.of(page, first);
  }

  /** Returns the address where all of {@code page}'s article stands, or empty. */
  Optional<String> print(Page page, String first) {
    return ruled(page, first, Rule::hasPrintPage, Rule::printPage);
  }

  /** What a rule reads from a page. */
  private interface Finding {
    Optional<String> in(Rule rule, Document document, String url);
  }

  private Optional<String> ruled(Page page, String first, Predicate<Rule> speaks, Finding finding) {
    String url = page.url();
    List<Rule> known =
        url == null ? List.of() : rules.forAddress(url).stream().filter(speaks).toList();
    if (url == null || known.isEmpty() || !(pages.read(page) instanceof Content.Html html)) {
      return Optional.empty();
    }
    return known.stream()
        .flatMap(rule -> finding.in(rule, html.document(), url).stream())
        .filter(other -> HostGate.host(other).equals(HostGate.host(first)))
        .findFirst();
  }
}
