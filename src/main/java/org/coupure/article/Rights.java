package org.coupure.article;

import org.jspecify.annotations.Nullable;

/**
 * What the page says about the use of its text. Recorded as found; no legal advice.
 *
 * @param license the licence it names, mostly an address, or null
 * @param robots the content of its robots meta element, lower case, or null
 * @param tdmReservation whether text and data mining is reserved (W3C TDMRep), or null when unsaid
 * @param tdmPolicy the address of the TDM policy, or null
 */
public record Rights(
    @Nullable String license,
    @Nullable String robots,
    @Nullable Boolean tdmReservation,
    @Nullable String tdmPolicy) {
  /** The page says nothing. */
  public static final Rights UNSTATED = new Rights(null, null, null, null);
}
