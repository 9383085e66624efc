package org.coupure.text;

import java.util.Locale;

/**
 * A junk phrase of a language, valid on any site.
 *
 * @param category what it gives away
 * @param certain whether a block that is nothing else is junk whatever the model says; else a hint
 * @param where the file and line that define it, such as {@code fr.txt:12}
 */
public record Phrase(Category category, boolean certain, String where) {

  /** What a phrase gives away. */
  public enum Category {
    /** An advertisement's label or placeholder. */
    AD,
    /** A trail such as "Home > World > …". */
    BREADCRUMB,
    /** A comment count or the heading of a comment thread. */
    COMMENTS,
    /** A label or message of a comment form, captchas included. */
    COMMENT_FORM,
    /** Buttons that share, print, save. */
    SHARE,
    /** The previous or next article. */
    NEIGHBOUR,
    /** The heading of a list of other articles, or a line that points to one. */
    RELATED,
    /** An invitation to subscribe or follow. */
    NEWSLETTER,
    /** A consent text. */
    CONSENT,
    /** An auto-blog's link to where it took the text from. */
    SOURCE_LINK,
    /** A line that names the author. */
    BYLINE,
    /** A copyright line or "all rights reserved". */
    LEGAL,
    /** Labels around the article: reading time, views, tags, "advertisement continues". */
    LABEL
  }

  /** Returns {@code phrase}'s category as records show it. */
  public String code() {
    return code(category);
  }

  static String code(Category category) {
    return category.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
