package org.coupure.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an article must speak of: {@code syrie AND (russie OR moscou)}. Immutable and thread-safe.
 *
 * <p>Words and {@code "phrases"} are compared without accents and case; a star stands for any
 * letters of a word, a question mark within a word for one. {@code AND} (or nothing), {@code OR}
 * and {@code NOT} (also {@code ET}, {@code OU}, {@code SAUF}) in capitals combine them; {@code
 * NEAR/5} between two asks that at most five words stand between them. NEAR binds tighter than NOT,
 * NOT tighter than AND, AND tighter than OR; parentheses group. {@code drone>=3} counts places.
 *
 * <p>{@code title:} before a word, a phrase or a group looks in the title only, {@code text:} in
 * the text, {@code site:} at the host and the publisher's name, {@code author:} at who wrote it,
 * {@code section:} at the part of the site; otherwise title and text are searched. {@code stem:}
 * finds all words of a stem in the article's language.
 */
public final class Query {
  private final String source;
  private final Term root;

  private Query(String source, Term root) {
    this.source = source;
    this.root = root;
  }

  /**
   * Reads a query.
   *
   * @throws QuerySyntaxException if it is none; it points at the place
   */
  public static Query parse(String query) {
    return new Query(query, new QueryParser(query, false).parse());
  }

  /**
   * Reads a query whose words stand for all words of their stems, as if {@code stem:} stood before
   * them; words in quotation marks and with wildcards stand for themselves.
   *
   * @throws QuerySyntaxException if it is none; it points at the place
   */
  public static Query parseStemmed(String query) {
    return new Query(query, new QueryParser(query, true).parse());
  }

  /** Returns whether an article with this title and text is wanted. */
  public boolean matches(@Nullable String title, String text) {
    return matches(IndexedArticle.of(title, text));
  }

  /** Returns whether an article is wanted. */
  public boolean matches(IndexedArticle article) {
    return root.matches(article, Part.ANYWHERE);
  }

  /** Returns where the words stand that make it wanted, or empty when it is not. */
  public Optional<QueryMatch> match(IndexedArticle article) {
    if (!matches(article)) {
      return Optional.empty();
    }
    MatchedPlaces places = new MatchedPlaces();
    root.collect(article, Part.ANYWHERE, places);
    return Optional.of(places.of(article));
  }

  /** Returns sentences that say why an article is not wanted; empty when it is. */
  public List<String> misses(IndexedArticle article) {
    List<String> reasons = new ArrayList<>();
    if (!matches(article)) {
      root.explain(article, Part.ANYWHERE, reasons);
    }
    return List.copyOf(reasons);
  }

  /** Returns the query for a full-text index that finds at least the same articles. */
  public FullText fullText() {
    return root.fullText(Part.ANYWHERE);
  }

  /** Returns the query as it was written. */
  @Override
  public String toString() {
    return source;
  }
}
