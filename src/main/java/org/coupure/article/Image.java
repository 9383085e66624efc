package org.coupure.article;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the article.
 *
 * @param url its absolute URL
 * @param caption what stands beneath it, or null
 * @param credit who made it, or null
 */
public record Image(String url, @Nullable String caption, @Nullable String credit) {
  public Image {
    Objects.requireNonNull(url, "url");
  }
}
