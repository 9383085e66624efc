package org.coupure.sink;

import org.coupure.article.Article;
import org.coupure.article.Clip;

/** What all formats read alike from a clip. */
final class Records {
  private Records() {}

  /** Returns the article of a clip that owes a record. */
  static Article articleOf(Clip clip) {
    Article article = clip.article();
    if (article == null) {
      throw new IllegalArgumentException(
          clip.input() + " was not one page, so there is no record to write");
    }
    return article;
  }
}
