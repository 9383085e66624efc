package org.coupure.article;

import org.jspecify.annotations.Nullable;

/**
 * What is said about the use of the text: by the page, by the headers it came with, and by the
 * site's robots.txt. Recorded as found; no legal advice.
 *
 * @param license the licence it names, mostly a URL, or null
 * @param robots the directives of its robots meta elements and {@code X-Robots-Tag} headers, lower
 *     case, or null
 * @param tdmReservation whether text and data mining is reserved (W3C TDMRep), or null when nothing
 *     says so
 * @param tdmPolicy the URL of the TDM policy, or null
 * @param contentSignal the site's {@code Content-Signal} (contentsignals.org), such as {@code
 *     search=yes, ai-train=no}, or null
 * @param contentUsage the {@code Content-Usage} (IETF aipref, a draft), such as {@code train-ai=n},
 *     or null
 */
public record Rights(
    @Nullable String license,
    @Nullable String robots,
    @Nullable Boolean tdmReservation,
    @Nullable String tdmPolicy,
    @Nullable String contentSignal,
    @Nullable String contentUsage) {
  /** Nothing is said. */
  public static final Rights UNSTATED = new Rights(null, null, null, null, null, null);

  /** Returns these rights, with the values of {@code others} where these have none. */
  public Rights or(Rights others) {
    return new Rights(
        first(license, others.license),
        both(robots, others.robots),
        tdmReservation == null ? others.tdmReservation : tdmReservation,
        tdmReservation == null ? first(tdmPolicy, others.tdmPolicy) : tdmPolicy,
        first(contentSignal, others.contentSignal),
        first(contentUsage, others.contentUsage));
  }

  private static @Nullable String first(@Nullable String own, @Nullable String other) {
    return own == null ? other : own;
  }

  /** Robots directives add up: what either forbids is forbidden. */
  private static @Nullable String both(@Nullable String own, @Nullable String other) {
    if (own == null || other == null || own.equals(other)) {
      return first(own, other);
    }
    return own + ", " + other;
  }
}
