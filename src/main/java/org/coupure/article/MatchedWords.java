package org.coupure.article;

import java.util.Objects;

/**
 * Words of a title or a text that a query asked for. Immutable.
 *
 * @param words as the article writes them
 * @param start how many code points stand before them
 * @param end how many code points stand before what follows them
 */
public record MatchedWords(String words, int start, int end) {
  public MatchedWords {
    Objects.requireNonNull(words, "words");
  }
}
