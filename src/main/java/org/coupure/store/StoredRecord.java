package org.coupure.store;

import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.query.QueryMatch;
import org.jspecify.annotations.Nullable;

/**
 * A record that a store holds. Immutable, but for the bytes, which nobody changes.
 *
 * @param json the record's JSON in UTF-8, as it was written
 * @param clip what it says
 * @param match where the words of the query stand; null without a query
 */
public record StoredRecord(byte[] json, Clip clip, @Nullable QueryMatch match) {
  /** Returns the record's article. */
  public Article article() {
    return clip.requireArticle();
  }
}
