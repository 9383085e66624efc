package org.coupure.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a site says in its own files about the use of one address's text. Immutable.
 *
 * @param contentSignal such as {@code search=yes, ai-train=no}, or null
 * @param contentUsage such as {@code train-ai=n}, or null
 * @param license the address of an RSL licence, or null
 * @param tdmReservation whether text and data mining is reserved, or null
 * @param tdmPolicy the address of the policy for it, or null
 */
record SiteSignals(
    @Nullable String contentSignal,
    @Nullable String contentUsage,
    @Nullable String license,
    @Nullable Boolean tdmReservation,
    @Nullable String tdmPolicy) {
  static final SiteSignals NONE = new SiteSignals(null, null, null, null, null);

  SiteSignals withTdm(boolean reserved, @Nullable String policy) {
    return new SiteSignals(contentSignal, contentUsage, license, reserved, policy);
  }
}
