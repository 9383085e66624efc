package org.coupure.query;

import java.util.List;
import org.coupure.article.MatchedWords;

/**
 * Where the words stand that make a query true of an article. Immutable.
 *
 * @param title the places in the title, in order; they do not overlap
 * @param text the places in the text, in order; they do not overlap
 */
public record QueryMatch(List<MatchedWords> title, List<MatchedWords> text) {
  public QueryMatch {
    title = List.copyOf(title);
    text = List.copyOf(text);
  }
}
