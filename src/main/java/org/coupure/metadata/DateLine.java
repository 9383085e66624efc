package org.coupure.metadata;

import org.coupure.article.Moment;
import org.coupure.date.DateLines.Sort;

/**
 * A line, or a part of one, that says when.
 *
 * @param found the date, with the part it was read from
 * @param sort what the line calls it
 * @param text the whole line
 * @param distance blocks between the headline and the line, negative above the headline
 * @param isOfCard whether it stands in an {@code article} that does not hold the headline
 */
record DateLine(Found<Moment> found, Sort sort, String text, int distance, boolean isOfCard) {
  Moment moment() {
    return found.value();
  }
}
