package org.coupure.article;

import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of the text, by which copies are found.
 *
 * @param textHash first 16 hex digits of the SHA-256 of the text in lower case with everything but
 *     letters and digits removed; null when there is no text
 * @param simhash 64-bit similarity hash in 16 hex digits; near-equal texts differ in few bits; null
 *     when there is no text
 * @param of the id of the first record with this text, or null
 * @param cluster the id of the group of near-equal records, or null
 * @param story the id of the first record that tells of the same event, or null
 */
public record Duplicate(
    @Nullable String textHash,
    @Nullable String simhash,
    @Nullable String of,
    @Nullable String cluster,
    @Nullable String story) {
  /** The hashes of no text. */
  public static final Duplicate NONE = new Duplicate(null, null, null, null);

  /** Makes one of a record of which nobody asked what event it tells of. */
  public Duplicate(
      @Nullable String textHash,
      @Nullable String simhash,
      @Nullable String of,
      @Nullable String cluster) {
    this(textHash, simhash, of, cluster, null);
  }
}
