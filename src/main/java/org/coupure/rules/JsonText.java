package org.coupure.rules;

import java.util.List;
import org.coupure.text.Tokens;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The text that a rule's {@code content} finds in the JSON of a page.
 *
 * @param parts its pieces in their order, HTML or plain
 * @param where the rule, line and path that found it
 * @param words its words, tags counted out
 */
public record JsonText(List<String> parts, String where, int words) {
  public JsonText {
    parts = List.copyOf(parts);
  }

  /** Returns the text of the first JSON path that holds at least {@code least} words, or null. */
  static @Nullable JsonText of(Rule rule, PageDom page, int least) {
    for (Selector selector : rule.selectors(RulePart.CONTENT)) {
      if (selector instanceof JsonSelector json) {
        List<String> parts = json.raw(page);
        int words = parts.stream().mapToInt(JsonText::words).sum();
        if (words >= least) {
          return new JsonText(parts, json.where(), words);
        }
      }
    }
    return null;
  }

  private static int words(String part) {
    return Tokens.count(part.indexOf('<') < 0 ? part : Jsoup.parseBodyFragment(part).text());
  }
}
