package org.coupure.text;

import java.text.Normalizer;

/**
 * Composed text (Unicode's form NFC): "é" is one character, not a letter and a mark, so that equal
 * words are equal strings. Pages made on some systems write it the other way.
 */
public final class Composition {
  /** Signs that Unicode writes as others: the Greek question mark, ohm, ångström, brackets … */
  private static final String SINGLES = "\u0374\u037E\u0387\u2126\u212A\u212B\u2329\u232A\u2ADC";

  /** No text with smaller characters only is anything but composed. */
  public static final char FIRST = 0x300;

  private Composition() {}

  /** Returns {@code text} composed; itself when it is so already, as nearly all text is. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST && mayCompose(c)) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /**
   * Returns whether composed text may not have {@code c} at any place. Asked before {@link
   * Normalizer}, which takes long to load: of Latin, Cyrillic and Chinese text it hardly ever is.
   */
  private static boolean mayCompose(char c) {
    if (c < 0x370) {
      return true;
    }
    if (Character.isSurrogate(c)) {
      // Signs of music, rare Han and the scripts of India beyond the basic plane; no emoji.
      return c == 0xD834 || c == 0xD87E || c == 0xD804 || c == 0xD805;
    }
    if (c >= 0xF900) {
      return c < 0xFF00;
    }
    int type = Character.getType(c);
    return SINGLES.indexOf(c) >= 0
        || (c >= 0x900 && c < 0x1200)
        || (c >= 0x1F00 && c < 0x2004)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
