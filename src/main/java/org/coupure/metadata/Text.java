package org.coupure.metadata;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.coupure.text.Composition;
import org.jsoup.parser.Parser;

/** Small operations on text that all fields share. */
final class Text {
  private Text() {}

  /**
   * Returns {@code raw} composed, with every run of white space as one blank, without invisible
   * characters, trimmed.
   */
  static String fold(String raw) {
    StringBuilder folded = null;
    int length = raw.length();
    boolean blank = true;
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(i);
      boolean space = isSpace(c);
      if (folded == null && (space ? c == ' ' && !blank : !isInvisible(c))) {
        blank = space;
        continue;
      }
      if (folded == null) {
        folded = new StringBuilder(length).append(raw, 0, i);
      }
      if (space) {
        if (!blank) {
          folded.append(' ');
        }
        blank = true;
      } else if (!isInvisible(c)) {
        folded.append(c);
        blank = false;
      }
    }
    return Composition.of(folded == null ? raw.strip() : folded.toString().strip());
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || (c >= 0x80 && (Character.isSpaceChar(c) || Character.isWhitespace(c)));
  }

  private static boolean isInvisible(char c) {
    return c == 0xAD || c == 0xFEFF || c == 0x2060 || c == 0x200B || c == 0x200E || c == 0x200F;
  }

  /** Returns {@code raw} folded, with entities decoded that survived the parse, also twice. */
  static String plain(String raw) {
    String text = raw;
    for (int i = 0; i < 2 && text.indexOf('&') >= 0; i++) {
      text = Parser.unescapeEntities(text, false);
    }
    int tag = text.indexOf('<');
    if (tag >= 0 && text.indexOf('>', tag) > tag) {
      text = withoutTags(text);
    }
    return fold(text);
  }

  /** Takes away what looks like an element's tag; a lone "<" stays. */
  private static String withoutTags(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '<' ? text.indexOf('>', at) : -1;
      if (end > at + 1 && isTag(text.charAt(at + 1))) {
        kept.append(text.startsWith("<br", at) ? " " : "");
        at = end + 1;
      } else {
        kept.append(c);
        at++;
      }
    }
    return kept.toString();
  }

  private static boolean isTag(char first) {
    return first == '/' || first == '!' || (first >= 'a' && first <= 'z');
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns false when the {@link #key} of {@code text} surely begins otherwise than {@code key}:
   * most texts do, and to look costs less than to make their keys.
   */
  static boolean mayHaveKey(String text, String key) {
    // A sign behind the letter may change it.
    boolean plain = text.length() > 1 && text.charAt(0) < 0x80 && text.charAt(1) < 0x80;
    if (!plain || !Character.isLetterOrDigit(text.charAt(0))) {
      return true;
    }
    return !key.isEmpty() && Character.toLowerCase(text.charAt(0)) == key.charAt(0);
  }

  /** Returns letters and digits of {@code text} only, lower case, one blank between words. */
  static String key(String text) {
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
      } else if (c != '\'' && c != '\u2019' && !isInvisible(c)) {
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
