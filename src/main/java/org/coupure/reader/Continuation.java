package org.coupure.reader;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.coupure.ParsedPage;
import org.coupure.block.Blocks;
import org.coupure.discover.NextPage;
import org.coupure.fetch.HostGate;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.jsoup.nodes.Document;

/**
 * Where else an article stands: all of it on a page for printers, as the site's rule says; or its
 * next part, as the rule says, else by {@code rel=next}. Only pages of the same host count: a page
 * may link to anywhere, and what stands there would go by this one's name.
 *
 * @param print the URL where all of the page's article stands, or empty
 * @param next the URL of the page after it, or empty
 */
record Continuation(Optional<String> print, Optional<String> next) {
  static final Continuation NONE = new Continuation(Optional.empty(), Optional.empty());

  /**
   * Returns where the article of {@code page} goes on.
   *
   * @param first the URL of the article's first page
   */
  static Continuation of(ParsedPage page, String first, RuleBook rules) {
    Document document = page.document();
    Blocks blocks = page.blocks();
    String url = page.page().url();
    if (blocks == null || document == null || url == null) {
      return NONE;
    }
    List<Rule> known = rules.forUrl(url);
    Optional<String> print =
        ruled(known, Rule::hasPrintPage, rule -> rule.printPage(blocks, url), first);
    Optional<String> next =
        ruled(known, Rule::hasNextPage, rule -> rule.nextPage(blocks, url), first);
    return new Continuation(print, next.or(() -> NextPage.of(page.head(), document, url, first)));
  }

  private interface Finding {
    Optional<String> by(Rule rule);
  }

  private static Optional<String> ruled(
      List<Rule> rules, Predicate<Rule> speaks, Finding finding, String first) {
    return rules.stream()
        .filter(speaks)
        .flatMap(rule -> finding.by(rule).stream())
        .filter(other -> HostGate.host(other).equals(HostGate.host(first)))
        .findFirst();
  }
}
