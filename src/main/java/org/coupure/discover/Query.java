package org.coupure.discover;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article must speak of: {@code syrie AND (russie OR moscou)}. Immutable and thread-safe.
 *
 * <p>Words, {@code "phrases"} and {@code begin*} are compared without accents and case. {@code AND}
 * (or nothing), {@code OR} and {@code NOT} (also {@code ET}, {@code OU}, {@code SAUF}) in capitals
 * combine them; NOT binds tighter than AND, AND tighter than OR; parentheses group. {@code title:}
 * before a word, a phrase or a group looks in the title only, {@code text:} in the text only;
 * otherwise both are searched.
 */
public final class Query {
  private final String source;
  private final Term root;

  Query(String source, Term root) {
    this.source = source;
    this.root = root;
  }

  /**
   * Reads a query.
   *
   * @throws QuerySyntaxException if it is none; it points at the place
   */
  public static Query parse(String query) {
    return new Query(query, new QueryParser(query).parse());
  }

  /** Returns whether an article with this title and text is wanted. */
  public boolean matches(@Nullable String title, String text) {
    return root.matches(new Article(Words.of(title), Words.of(text)), Where.ANYWHERE);
  }

  /** Returns the query as it was written. */
  @Override
  public String toString() {
    return source;
  }

  /** The words of what is searched. */
  record Article(Words title, Words text) {}

  /** Where a term is looked for. */
  enum Where {
    ANYWHERE,
    TITLE,
    TEXT
  }

  /** A part of a query. */
  sealed interface Term {
    boolean matches(Article article, Where where);
  }

  /** Words one after the other; the last may go on when {@code open}. */
  record Phrase(Words words, boolean open) implements Term {
    @Override
    public boolean matches(Article article, Where where) {
      return (where != Where.TEXT && article.title.hold(words, open))
          || (where != Where.TITLE && article.text.hold(words, open));
    }
  }

  /** All of them. */
  record All(List<Term> terms) implements Term {
    @Override
    public boolean matches(Article article, Where where) {
      for (Term term : terms) {
        if (!term.matches(article, where)) {
          return false;
        }
      }
      return true;
    }
  }

  /** One of them at least. */
  record Any(List<Term> terms) implements Term {
    @Override
    public boolean matches(Article article, Where where) {
      for (Term term : terms) {
        if (term.matches(article, where)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Not this. */
  record Not(Term term) implements Term {
    @Override
    public boolean matches(Article article, Where where) {
      return !term.matches(article, where);
    }
  }

  /** This, in a part of the article only. */
  record Within(Where part, Term term) implements Term {
    @Override
    public boolean matches(Article article, Where where) {
      return term.matches(article, part);
    }
  }
}
