package org.coupure.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's field selectors found on one page.
 *
 * @param title the headline, or null
 * @param authors one entry a matched element, in page order
 * @param published the text or {@code datetime} of the first match, or null
 */
public record Fields(@Nullable Found title, List<Found> authors, @Nullable Found published) {
  public Fields {
    authors = List.copyOf(authors);
  }

  /**
   * A value as it stands in the page.
   *
   * @param raw its text, white space folded
   * @param where the rule, line and selector that found it
   */
  public record Found(String raw, String where) {}
}
