package org.coupure.article;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input: an article, or the reason why not. Immutable.
 *
 * @param input where the input came from, for people: a path, a path inside an archive, a URL
 * @param outcome what became of it
 * @param reason why, as a code; {@link Reason#NONE} when there is nothing to explain
 * @param detail why, as a sentence for a person, or null
 * @param article the record; its body is empty when nothing was kept; null only when the input was
 *     not one page, so that no record is owed (an archive that cannot be opened)
 */
public record Clip(
    String input,
    Outcome outcome,
    Reason reason,
    @Nullable String detail,
    @Nullable Article article) {

  public Clip {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
    if (outcome == Outcome.CLIPPED && article == null) {
      throw new IllegalArgumentException("a clipped input needs its article: " + input);
    }
  }

  /** Returns the clip of an input that is not one page and gives no record at all. */
  public static Clip failed(String input, Reason reason, String detail) {
    return new Clip(input, Outcome.FAILED, reason, detail, null);
  }

  /** Returns the clip of a page that could not be read; {@code stub} carries its id and URL. */
  public static Clip failed(String input, Reason reason, String detail, Article stub) {
    return new Clip(input, Outcome.FAILED, reason, detail, stub);
  }

  /** Returns whether there is a record with text. */
  public boolean hasText() {
    return outcome.hasText() && article != null && !article.body().isEmpty();
  }

  /**
   * Returns the article of a clip of one page.
   *
   * @throws IllegalArgumentException if the input was not one page, so that there is no article
   */
  public Article requireArticle() {
    if (article == null) {
      throw new IllegalArgumentException(
          input + " was not one page, so there is no record to write");
    }
    return article;
  }
}
