package org.coupure.page;

import java.nio.charset.StandardCharsets;

/**
 * Bytes read as UTF-8, with what speaks for and against it.
 *
 * @param text the text, U+FFFD in the place of what is malformed
 * @param good characters beyond ASCII that are well-formed; not counted when nothing is malformed
 * @param bad malformed sequences
 */
record Utf8Reading(String text, int good, int bad) {
  /**
   * Text in another charset gives a well-formed sequence now and then: one for ten malformed ones
   * in GBK, hardly any in single-byte charsets. Damaged UTF-8 is the other way round.
   */
  private static final int GOOD_FOR_BAD = 4;

  static Utf8Reading of(byte[] bytes) {
    String wellFormed = Utf8Decoder.decode(bytes);
    if (wellFormed != null) {
      return new Utf8Reading(wellFormed, 0, 0);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int good = 0;
    int bad = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        good += c == '\uFFFD' ? 0 : 1;
        bad += c == '\uFFFD' ? 1 : 0;
      }
    }
    return new Utf8Reading(text, good, bad);
  }

  boolean isValid() {
    return bad == 0;
  }

  /** Returns whether more speaks against UTF-8 than for it. */
  boolean isRefuted() {
    return bad > good;
  }

  /** Returns whether this is UTF-8 with some damage, whatever was declared. */
  boolean isLikely() {
    return good >= bad * GOOD_FOR_BAD;
  }
}
