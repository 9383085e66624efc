package org.coupure.article;

import java.util.List;
import java.util.Objects;

/**
 * A subject that an article belongs to. Immutable.
 *
 * @param name the subject's name
 * @param title the words of the title that the subject's query asked for, in order
 * @param text the words of the text that the query asked for, in order; positions count in the
 *     record's text
 */
public record SubjectMatch(String name, List<MatchedWords> title, List<MatchedWords> text) {
  public SubjectMatch {
    Objects.requireNonNull(name, "name");
    title = List.copyOf(title);
    text = List.copyOf(text);
  }
}
