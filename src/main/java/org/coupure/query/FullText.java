package org.coupure.query;

import java.util.ArrayList;
import java.util.List;
import org.coupure.query.WordPattern.Candidates;

/**
 * A query for an index of folded words, in the language of <a
 * href="https://sqlite.org/fts5.html#full_text_query_syntax">SQLite's FTS5</a> with the columns
 * {@code title} and {@code text}. It is true of all articles of which the {@link Query} is true,
 * and of no others when it is exact. Immutable.
 *
 * @param expression the expression; empty when it is true of all articles
 * @param exact whether the articles need not be looked at again
 */
public record FullText(String expression, boolean exact) {
  /** True of all articles, which must be looked at. */
  static final FullText ANY = new FullText("", false);

  /**
   * Returns the words of a title or text as the index must hold them: folded, with blanks between.
   */
  public static String words(String text) {
    return WordIndex.folded(text);
  }

  /** Returns whether the index can't narrow the articles down. */
  public boolean isAny() {
    return expression.isEmpty();
  }

  FullText inexact() {
    return new FullText(expression, false);
  }

  static FullText phrase(List<WordPattern> words, Part part) {
    if (part != Part.ANYWHERE && part != Part.TITLE && part != Part.TEXT) {
      return ANY;
    }
    List<Candidates> candidates = words.stream().map(WordPattern::candidates).toList();
    String plain = plain(candidates);
    if (!plain.isEmpty()) {
      return new FullText(column(part) + plain, true);
    }
    List<FullText> all = new ArrayList<>();
    for (Candidates candidate : candidates) {
      String star = candidate.beginnings() ? " *" : "";
      List<FullText> any = new ArrayList<>();
      for (String word : candidate.words()) {
        any.add(new FullText(column(part) + quoted(word) + star, candidate.exact()));
      }
      all.add(any.isEmpty() ? ANY : any(any));
    }
    return all.size() == 1 ? all.get(0) : all(all).inexact();
  }

  /** Returns one phrase, if each word has one form and only the last is a beginning; else "". */
  private static String plain(List<Candidates> candidates) {
    StringBuilder phrase = new StringBuilder();
    for (int i = 0; i < candidates.size(); i++) {
      Candidates one = candidates.get(i);
      boolean last = i == candidates.size() - 1;
      if (!one.exact() || one.words().size() != 1 || (one.beginnings() && !last)) {
        return "";
      }
      phrase.append(i == 0 ? "" : " ").append(one.words().get(0));
    }
    boolean open = candidates.get(candidates.size() - 1).beginnings();
    return quoted(phrase.toString()) + (open ? " *" : "");
  }

  private static String column(Part part) {
    return part == Part.TITLE ? "title : " : part == Part.TEXT ? "text : " : "";
  }

  /** Folded words hold no quotation marks. */
  private static String quoted(String words) {
    return "\"" + words + "\"";
  }

  static FullText all(List<FullText> terms) {
    List<String> expressions = new ArrayList<>();
    boolean exact = true;
    for (FullText term : terms) {
      exact &= term.exact;
      if (!term.isAny()) {
        expressions.add(term.expression);
      }
    }
    return joined(expressions, " AND ", exact);
  }

  static FullText any(List<FullText> terms) {
    if (terms.stream().anyMatch(FullText::isAny)) {
      return ANY;
    }
    boolean exact = terms.stream().allMatch(FullText::exact);
    return joined(terms.stream().map(FullText::expression).toList(), " OR ", exact);
  }

  private static FullText joined(List<String> expressions, String operator, boolean exact) {
    if (expressions.isEmpty()) {
      return ANY;
    }
    String joined = String.join(operator, expressions);
    return new FullText(expressions.size() == 1 ? joined : "(" + joined + ")", exact);
  }

  /** Returns this without what {@code unwanted} are true of, as far as they are exact. */
  FullText without(List<FullText> unwanted) {
    if (isAny()) {
      return ANY;
    }
    FullText left = this;
    for (FullText term : unwanted) {
      left =
          term.exact
              ? new FullText("(" + left.expression + " NOT " + term.expression + ")", left.exact)
              : left.inexact();
    }
    return left;
  }
}
