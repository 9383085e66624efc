package org.coupure.text;

import java.util.function.Consumer;

/** White space as a reader sees it: any run of it is one plain space, invisible signs are none. */
public final class Whitespace {
  private Whitespace() {}

  /**
   * Returns {@code text} with every run of white space (line breaks, tabs, no-break, thin and
   * ideographic spaces among them) as one space, none at its ends, and without zero-width
   * characters and soft hyphens; {@code text} itself when there is nothing to do. All else,
   * typographic quotes and dashes too, stays as it is. One pass.
   */
  public static String fold(String text) {
    int clean = cleanPrefix(text);
    if (clean == text.length()) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length());
    folded.append(text, 0, clean);
    boolean space = false;
    for (int i = clean; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
      } else if (!isInvisible(c)) {
        if (space && folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
          folded.append(' ');
        }
        space = false;
        folded.append(c);
      }
    }
    int end = folded.length();
    if (end > 0 && folded.charAt(end - 1) == ' ') {
      folded.setLength(end - 1);
    }
    return folded.toString();
  }

  /**
   * Gives {@code to} each part of {@code attribute} between white space, as HTML tells the names in
   * a class attribute apart.
   */
  public static void names(String attribute, Consumer<String> to) {
    int start = -1;
    for (int i = 0; i <= attribute.length(); i++) {
      boolean space = i == attribute.length() || attribute.charAt(i) <= ' ';
      if (!space && start < 0) {
        start = i;
      } else if (space && start >= 0) {
        to.accept(attribute.substring(start, i));
        start = -1;
      }
    }
  }

  /** Returns whether {@code c} is white space of any width, a line break included. */
  public static boolean isSpace(char c) {
    if (c <= ' ') {
      return true;
    }
    // U+0085 is the line break of EBCDIC, U+180E stopped being a space in Unicode 6.3.
    return c >= 0x85
        && (c == 0x85
            || c == 0xA0
            || c == 0x1680
            || (c >= 0x2000 && c <= 0x200A)
            || c == 0x2028
            || c == 0x2029
            || c == 0x202F
            || c == 0x205F
            || c == 0x3000);
  }

  /**
   * Returns whether {@code c} leaves no trace on paper and means nothing: the soft hyphen,
   * zero-width space, word joiner, byte-order mark and the signs that set the direction of text.
   * The zero-width (non-)joiners are not among them: Persian, Hindi and emoji mean them.
   */
  public static boolean isInvisible(char c) {
    if (c < 0xAD) {
      return false;
    }
    return c == 0xAD
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xFEFF;
  }

  /** Returns how many characters from the start can stay as they are. */
  private static int cleanPrefix(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        if (space) {
          return i;
        }
        space = true;
      } else if (isSpace(c) || isInvisible(c)) {
        return i;
      } else {
        space = false;
      }
    }
    return space && !text.isEmpty() ? text.length() - 1 : text.length();
  }
}
