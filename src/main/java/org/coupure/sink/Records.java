package org.coupure.sink;

import java.nio.file.Path;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.jspecify.annotations.Nullable;

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

  /** Returns such as {@code appended 6 records to a.jsonl}; null when nothing was written. */
  static @Nullable String summary(boolean appended, long records, Path out) {
    return records == 0
        ? null
        : (appended ? "appended " : "wrote ")
            + records
            + (records == 1 ? " record to " : " records to ")
            + out;
  }
}
