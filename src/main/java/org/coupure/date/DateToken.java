package org.coupure.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a text that may be a date.
 *
 * @param text as written, words in small letters
 * @param value of a number, at least 0; -1 for a word or sign
 * @param digits how many a number has, or 0
 */
record DateToken(String text, int value, int digits) {
  /** Returns the numbers, words in small letters, and signs of {@code text}. */
  static List<DateToken> cut(String text) {
    List<DateToken> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int start = i;
      if (Character.isDigit(c)) {
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
          i++;
        }
        tokens.add(number(text.substring(start, i)));
      } else if (isLetter(c)) {
        while (i < text.length() && (isLetter(text.charAt(i)) || isInnerStop(text, i))) {
          i++;
        }
        tokens.add(new DateToken(text.substring(start, i).toLowerCase(Locale.ROOT), -1, 0));
      } else {
        i++;
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          tokens.add(new DateToken(String.valueOf(c), -1, 0));
        }
      }
    }
    return tokens;
  }

  private static boolean isLetter(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Thai months and "a.m." have full stops inside. */
  private static boolean isInnerStop(String text, int i) {
    return text.charAt(i) == '.'
        && i > 0
        && i + 1 < text.length()
        && isLetter(text.charAt(i - 1))
        && isLetter(text.charAt(i + 1));
  }

  private static DateToken number(String digits) {
    if (digits.length() > 8) {
      return new DateToken(digits, 0, digits.length());
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      value = value * 10 + Character.digit(digits.charAt(i), 10);
    }
    return new DateToken(digits, value, digits.length());
  }

  boolean is(String sign) {
    return value < 0 && text.equals(sign);
  }
}
