package org.coupure.article;

import org.jspecify.annotations.Nullable;

/**
 * What stands above an article.
 *
 * @param title the headline as a reader sees it, without the site's name, or null
 * @param subtitle the standfirst, or null
 * @param description the summary that the page gives of itself in its head, or null
 */
public record Headline(
    @Nullable String title, @Nullable String subtitle, @Nullable String description) {
  /** No headline at all. */
  public static final Headline NONE = new Headline(null, null, null);

  /** Returns the title, or "(no title)": for lists and messages that people read. */
  public String titleForPeople() {
    return title == null ? "(no title)" : title;
  }
}
