package org.coupure.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** What is left of a text when two spellings of the same words are compared. Pure functions. */
public final class TextKey {
  private TextKey() {}

  /**
   * Returns false when the key of {@code text} surely begins otherwise than {@code key}: most texts
   * do, and to look costs less than to make their keys.
   */
  public static boolean mayBe(String text, String key) {
    // A sign behind the letter may change it.
    boolean plain = text.length() > 1 && text.charAt(0) < 0x80 && text.charAt(1) < 0x80;
    if (!plain || !Character.isLetterOrDigit(text.charAt(0))) {
      return true;
    }
    return !key.isEmpty() && Character.toLowerCase(text.charAt(0)) == key.charAt(0);
  }

  /** Returns letters and digits of {@code text} only, lower case, one blank between words. */
  public static String of(String text) {
    if (isAscii(text)) {
      return asciiKey(text);
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(normal.length());
    boolean gap = false;
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c)) {
        if (gap && key.length() > 0) {
          key.append(' ');
        }
        gap = false;
        key.append(c);
      } else if (c != '\'' && c != '\u2019' && !Whitespace.isInvisible(c)) {
        gap = true;
      }
    }
    return key.toString();
  }

  /** The same for what most texts consist of, without asking tables what each character is. */
  private static String asciiKey(String text) {
    byte[] key = new byte[text.length()];
    int end = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char small = (char) (c | ' ');
      boolean letter = small >= 'a' && small <= 'z';
      if (letter || (c >= '0' && c <= '9')) {
        if (gap && end > 0) {
          key[end++] = ' ';
        }
        gap = false;
        key[end++] = (byte) (letter ? small : c);
      } else {
        gap |= c != '\'';
      }
    }
    return new String(key, 0, end, StandardCharsets.ISO_8859_1);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
