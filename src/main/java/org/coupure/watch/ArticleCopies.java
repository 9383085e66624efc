package org.coupure.watch;

import org.coupure.article.Article;
import org.coupure.article.Duplicate;

/** Makes changed copies of articles. */
final class ArticleCopies {
  private ArticleCopies() {}

  static Article flagged(Article article, String flag) {
    return article.toBuilder().quality(article.quality().flagged(flag)).build();
  }

  /** Returns the article with the id of the first record of its text. */
  static Article of(Article article, String id) {
    Duplicate own = article.duplicate();
    return with(
        article, new Duplicate(own.textHash(), own.simhash(), id, own.cluster(), own.story()));
  }

  /** Returns the article as one of a cluster of near duplicates, and of the story that it tells. */
  static Article telling(Article article, String cluster, String story) {
    Duplicate own = article.duplicate();
    return with(article, new Duplicate(own.textHash(), own.simhash(), own.of(), cluster, story));
  }

  private static Article with(Article article, Duplicate duplicate) {
    return article.toBuilder().duplicate(duplicate).build();
  }
}
