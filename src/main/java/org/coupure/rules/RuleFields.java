package org.coupure.rules;

import java.util.List;
import org.coupure.article.Access;
import org.jspecify.annotations.Nullable;

/**
 * The values that a rule's field selectors found on one page.
 *
 * @param headings title and subtitle
 * @param authors one entry a matched element, in page order
 * @param times when it was published and changed
 * @param filing section and tags
 * @param images in page order
 * @param access who may read it, or null
 */
public record RuleFields(
    Headings headings,
    List<Found> authors,
    Times times,
    Filing filing,
    List<Picture> images,
    @Nullable Stated access) {
  public RuleFields {
    authors = List.copyOf(authors);
    images = List.copyOf(images);
  }

  /** Returns the headline, or null. */
  public @Nullable Found title() {
    return headings.title();
  }

  /** Returns the text or {@code datetime} of the date of publication, or null. */
  public @Nullable Found published() {
    return times.published();
  }

  /**
   * A value as it stands in the page.
   *
   * @param raw its text, white space folded
   * @param where the rule, line and selector that found it
   */
  public record Found(String raw, String where) {}

  /**
   * What stands above the article.
   *
   * @param title the headline, or null
   * @param subtitle the standfirst, or null
   */
  public record Headings(@Nullable Found title, @Nullable Found subtitle) {}

  /**
   * Dates as the page writes them.
   *
   * @param published the first match, or null
   * @param modified the first match, or null
   * @param dating how to read them; also those that no rule found
   */
  public record Times(@Nullable Found published, @Nullable Found modified, Dating dating) {}

  /**
   * Where the site puts the article.
   *
   * @param section the part of the site, or null
   * @param tags one entry a matched element, in page order
   */
  public record Filing(@Nullable Found section, List<Found> tags) {
    public Filing {
      tags = List.copyOf(tags);
    }
  }

  /**
   * A picture.
   *
   * @param source its URL as the page writes it
   * @param caption the text of the figure's caption, or null
   */
  public record Picture(Found source, @Nullable String caption) {}

  /**
   * Who may read the article.
   *
   * @param access what the page shows
   * @param where the rule, line and selector that matched
   */
  public record Stated(Access access, String where) {}
}
