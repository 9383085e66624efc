package org.coupure.article;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the text can be trusted.
 *
 * @param confidence between 0 and 1: the chance that the text is what a reader would call the
 *     article
 * @param exact between 0 and 1: the chance that neither title nor text of a plain-text dump needs
 *     correcting; null for other pages
 * @param words number of words in the text
 * @param path which step of the extraction gave the text: {@code rule}, {@code theme}, {@code
 *     generic}, {@code text}, {@code structured-data}, {@code preloaded-state}, {@code some-text},
 *     {@code none}
 * @param flags what later programs should know, such as {@code hidden-text}; sorted, never null
 */
public record Quality(
    double confidence, @Nullable Double exact, int words, String path, List<String> flags) {
  /** Flag: it is doubtful which line of a plain-text dump is the title, or whether it has one. */
  public static final String TITLE_DOUBTFUL = "title-doubtful";

  /** Flag: it is doubtful where the text of a plain-text dump ends. */
  public static final String END_DOUBTFUL = "end-doubtful";

  /** Flag: it is doubtful whether a line belongs to the text of a plain-text dump. */
  public static final String MIDDLE_DOUBTFUL = "middle-doubtful";

  /**
   * Flag: a rule did not find its content or an expected field, and the generic extraction was
   * used.
   */
  public static final String RULE_MISS = "rule-miss";

  /**
   * Flag: the model expects clearly more of the generic extraction's text than of the rule's.
   * Together with {@link #RULE_MISS} the record has the generic text.
   */
  public static final String RULE_BEATEN = "rule-beaten";

  /** Flag: the text holds more than the rule's {@code content}. */
  public static final String RULE_WIDENED = "rule-widened";

  /** Flag: the page shows the beginning of a text whose rest its structured data states. */
  public static final String TEASER = "teaser";

  /** Flag: the page's scripts were run by a browser first. */
  public static final String RENDERED = "rendered";

  /** Flag: rendering the page failed; the text is that of the page without its scripts. */
  public static final String RENDER_FAILED = "render-failed";

  /** Flag: the text was joined from several pages. */
  public static final String JOINED_PAGES = "joined-pages";

  /** Flag: the text continues on pages that could not be fetched or were not wanted. */
  public static final String PAGES_MISSING = "pages-missing";

  /** Flag: the text is that of the print version, which the site's rule names. */
  public static final String PRINT_PAGE = "print-page";

  /** Flag: the page gave no text; the record's text is from the feed that named the page. */
  public static final String FEED_TEXT = "feed-text";

  public Quality {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must lie within 0 and 1, was " + confidence);
    }
    if (exact != null && !(exact >= 0 && exact <= 1)) {
      throw new IllegalArgumentException("exact must lie within 0 and 1, was " + exact);
    }
    Objects.requireNonNull(path, "path");
    flags = flags.stream().sorted().distinct().toList();
  }

  /** The quality of no text. */
  public static final Quality NONE = new Quality(0, 0, "none", List.of());

  /** Makes the quality of a page that is not a plain-text dump. */
  public Quality(double confidence, int words, String path, List<String> flags) {
    this(confidence, null, words, path, flags);
  }

  /** Returns this with one more flag. */
  public Quality flagged(String flag) {
    return new Quality(
        confidence, exact, words, path, Stream.concat(flags.stream(), Stream.of(flag)).toList());
  }
}
