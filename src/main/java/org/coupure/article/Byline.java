package org.coupure.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote it.
 *
 * @param authors people, in the page's order, without "By", roles or addresses; never null
 * @param agency the news agency that is credited, such as {@code AFP}, or null
 */
public record Byline(List<String> authors, @Nullable String agency) {
  /** Nobody is named. */
  public static final Byline NONE = new Byline(List.of(), null);

  public Byline {
    authors = List.copyOf(authors);
  }
}
