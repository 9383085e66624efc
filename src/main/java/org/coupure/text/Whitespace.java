package org.coupure.text;

import java.util.function.Consumer;

/** White space as a reader sees it: any run of it is one plain space, invisible signs are none. */
public final class Whitespace {
  private static final char NON_JOINER = 0x200C;

  /**
   * What the control characters from U+0080 on were to be, by the table of the HTML standard for
   * numeric character references: those of windows-1252, 0 where it has none.
   */
  private static final String WINDOWS =
      "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
          + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

  private Whitespace() {}

  /**
   * Returns {@code text} with every run of white space (line breaks, tabs, no-break, thin and
   * ideographic spaces among them) as one space, none at its ends, and without zero-width
   * characters, soft hyphens and control characters; {@code text} itself when there is nothing to
   * do. Control characters that were quotes and dashes of windows-1252 are these again. All else
   * stays as it is. One pass.
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
      } else if (!isDropped(c, space ? ' ' : last(folded))) {
        if (space && last(folded) != ' ') {
          folded.append(' ');
        }
        space = false;
        folded.append(isControl(c) ? repaired(c) : c);
      }
    }
    int end = folded.length();
    if (end > 0 && folded.charAt(end - 1) == ' ') {
      folded.setLength(end - 1);
    }
    return folded.toString();
  }

  /** Returns {@code text} without the white space at its end. */
  public static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
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

  /**
   * Returns whether {@code c} is white space of any width, a line break included. The control
   * characters below U+0020 count: a page that has them means a gap.
   */
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
   * Returns whether {@code c} leaves no trace on paper and means nothing: control characters that
   * {@link #repaired} can't mend, the soft hyphen, zero-width space, word joiner, byte-order mark
   * and the signs that set the direction of text. The two joiners of no width are not among them,
   * see {@link #isDropped}.
   */
  public static boolean isInvisible(char c) {
    if (c < 0x7F) {
      return false;
    }
    return c < 0xA0
        ? c == 0x7F || repaired(c) == 0
        : c == 0xAD
            || c == 0x61C
            || c == 0x200B
            || c == 0x200E
            || c == 0x200F
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2060 && c <= 0x206F)
            || c == 0xFEFF
            || (c >= 0xFFF9 && c <= 0xFFFB);
  }

  /**
   * Returns whether {@code c}, which is no white space, is left out of text: it is invisible, or
   * the non-joiner of no width where it joins nothing. Words of Persian and of the scripts of India
   * are spelt with that one, so behind a letter of theirs it stays; the joiner always does, because
   * emoji are made with it.
   *
   * @param before the character before it, a space at the beginning
   */
  public static boolean isDropped(char c, char before) {
    return c >= 0x7F && (isInvisible(c) || (c == NON_JOINER && !isSpeltWithNonJoiner(before)));
  }

  /** Returns whether {@code c} is a control character between U+0080 and U+009F. */
  public static boolean isControl(char c) {
    return c >= 0x80 && c < 0xA0;
  }

  /**
   * Returns the quote, dash or bullet that a {@link #isControl control character} was to be, where
   * a program took windows-1252 for ISO 8859-1; 0 where there is none. Terminals obey these
   * characters, so that none of them may stay.
   */
  public static char repaired(char c) {
    return WINDOWS.charAt(c - 0x80);
  }

  private static boolean isSpeltWithNonJoiner(char letter) {
    return letter >= 0x600 && letter < 0xE00;
  }

  private static char last(StringBuilder text) {
    return text.length() == 0 ? ' ' : text.charAt(text.length() - 1);
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
      } else if (isSpace(c) || isControl(c) || isDropped(c, i == 0 ? ' ' : text.charAt(i - 1))) {
        return i;
      } else {
        space = false;
      }
    }
    return space && !text.isEmpty() ? text.length() - 1 : text.length();
  }
}
