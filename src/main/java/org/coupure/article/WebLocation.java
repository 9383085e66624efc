package org.coupure.article;

import org.jspecify.annotations.Nullable;

/**
 * Where an article is on the web. URLs are kept as the page or the capture wrote them, made
 * absolute where possible; they need not be valid URIs.
 *
 * @param url the URL it was captured from, or null
 * @param canonicalUrl the URL that the page calls its own, or null
 * @param site the publisher's name as the page gives it, or null
 * @param section the part of the site, such as {@code Politique}, or null
 */
public record WebLocation(
    @Nullable String url,
    @Nullable String canonicalUrl,
    @Nullable String site,
    @Nullable String section) {
  /** Nowhere. */
  public static final WebLocation NONE = new WebLocation(null, null, null, null);

  /**
   * Returns the URL it was captured from, or else its canonical URL; null when neither is known.
   */
  public @Nullable String urlOrCanonical() {
    return url == null ? canonicalUrl : url;
  }
}
