package org.coupure.query;

import java.util.List;

/**
 * Where the words stand that make a query true of an article. Immutable.
 *
 * @param title the places in the title, in order; they do not overlap
 * @param text the places in the text, in order; they do not overlap
 */
public record QueryMatch(List<Place> title, List<Place> text) {
  public QueryMatch {
    title = List.copyOf(title);
    text = List.copyOf(text);
  }

  /**
   * A place of matched words.
   *
   * @param words as the article writes them
   * @param start how many code points stand before it
   * @param end how many code points stand before what follows it
   */
  public record Place(String words, int start, int end) {}
}
