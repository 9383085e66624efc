package org.coupure.query;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.coupure.text.Folding;

/**
 * Reads a text's words: in lower case, without accents, ligatures written out, digits of all
 * scripts as 0 to 9, wide and presentation forms as the plain letters. An apostrophe or a hyphen
 * parts two words. Every character of a script without spaces between words is a word, so that a
 * name in it is found as a phrase; so is an emoji, and a syllable of Korean, where particles are
 * attached to names. Used once, by one thread.
 */
final class WordReader {
  /** Takes the words in order. */
  interface Words {
    /**
     * Takes a word.
     *
     * @param folded holds the word's letters from 0 to {@code length}; valid until this returns
     * @param start the index in the text of its first {@code char}
     * @param end the index in the text behind its last {@code char}
     */
    void word(char[] folded, int length, int start, int end);
  }

  private static final int EMOJI = 0x1F000;

  private final String text;
  private final boolean wildcards;
  private final Words words;
  private char[] word = new char[64];
  private int length;
  private int start;
  private int end;

  /**
   * @param wildcards whether a star, and a question mark within a word, belong to a word
   */
  WordReader(String text, boolean wildcards, Words words) {
    this.text = text;
    this.wildcards = wildcards;
    this.words = words;
  }

  void read() {
    int size = text.length();
    for (int i = 0; i < size; ) {
      char c = text.charAt(i);
      if (c < 0x80) {
        i = ascii(c, i);
      } else {
        int point = text.codePointAt(i);
        int next = i + Character.charCount(point);
        if (isLeadingJamo(c)) {
          next = syllable(i);
        } else {
          other(point, i, next);
        }
        i = next;
      }
    }
    finish();
  }

  private int ascii(char c, int at) {
    char small = (char) (c | ' ');
    if (small >= 'a' && small <= 'z') {
      add(small, at, at + 1);
    } else if ((c >= '0' && c <= '9') || (wildcards && isWildcard(c, at))) {
      add(c, at, at + 1);
    } else {
      finish();
    }
    return at + 1;
  }

  /** A question mark at a word's end ends a question. */
  private boolean isWildcard(char c, int at) {
    return c == '*'
        || (c == '?'
            && length > 0
            && at + 1 < text.length()
            && Character.isLetterOrDigit(text.codePointAt(at + 1)));
  }

  private void other(int c, int from, int to) {
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    if (type == Character.FORMAT && c != 0x200C && c != 0x200B) {
      return; // Soft hyphens, joiners and marks of direction are seen by nobody.
    }
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      add((char) ('0' + Character.digit(c, 10)), from, to);
    } else if (c >= EMOJI && type == Character.OTHER_SYMBOL) {
      alone(c, from, to);
    } else if (!mark && !Character.isLetter(c)) {
      skip(c, type);
    } else if (c >= 0xF900 && c <= 0xFFEF) {
      normal(Form.NFKC, c, from, to);
    } else if (isUnspaced(c)) {
      alone(c, from, to);
    } else if (isRareLetter(c)) {
      normal(Form.NFKD, c, from, to);
    } else {
      letter(c, mark, from, to);
    }
  }

  private void skip(int c, int type) {
    boolean skinColour = type == Character.MODIFIER_SYMBOL && c >= EMOJI;
    if (!skinColour) {
      finish();
    }
  }

  private void letter(int c, boolean mark, int from, int to) {
    if (mark && (length == 0 || (c >= 0x591 && c <= 0x5C7))) {
      return; // The points of Hebrew are left out by most writers.
    }
    if (c > 0xFFFF) {
      points(c, from, to);
      return;
    }
    char folded = Folding.fold((char) c);
    // Folding takes accents off; these are letters, which typists without a key write as two.
    switch (folded) {
      case 0 -> end = length > 0 ? to : end;
      case 'œ' -> pair('o', 'e', from, to);
      case 'æ' -> pair('a', 'e', from, to);
      case 'ß' -> pair('s', 's', from, to);
      case 'ĳ' -> pair('i', 'j', from, to);
      case 'ø' -> add('o', from, to);
      case 'ſ' -> add('s', from, to);
      default -> add(folded, from, to);
    }
  }

  /** Reads the letters that stand for {@code c} in a normal form. */
  private void normal(Form form, int c, int from, int to) {
    String letters = Normalizer.normalize(Character.toString(c), form);
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      int type = Character.getType(letter);
      if (isUnspaced(letter)) {
        alone(letter, from, to);
      } else if (Character.isLetterOrDigit(letter) && type != Character.NON_SPACING_MARK) {
        letter(letter, false, from, to);
      }
    }
  }

  private void pair(char first, char second, int from, int to) {
    add(first, from, to);
    add(second, from, to);
  }

  private void points(int c, int from, int to) {
    for (char part : Character.toChars(Character.toLowerCase(c))) {
      add(part, from, to);
    }
  }

  private void alone(int c, int from, int to) {
    finish();
    points(c, from, to);
    finish();
  }

  private void add(char c, int from, int to) {
    if (length == 0) {
      start = from;
    }
    if (length == word.length) {
      word = java.util.Arrays.copyOf(word, 2 * length);
    }
    word[length++] = c;
    end = to;
  }

  private void finish() {
    if (length > 0) {
      words.word(word, length, start, end);
      length = 0;
    }
  }

  private static boolean isLeadingJamo(char c) {
    return c >= 0x1100 && c <= 0x1112;
  }

  /** Reads a syllable of Korean that is written as two or three letters; returns where it ends. */
  private int syllable(int at) {
    int vowel = at + 1 < text.length() ? text.charAt(at + 1) - 0x1161 : -1;
    if (vowel < 0 || vowel > 20) {
      alone(text.charAt(at), at, at + 1);
      return at + 1;
    }
    int tail = at + 2 < text.length() ? text.charAt(at + 2) - 0x11A7 : 0;
    boolean closed = tail > 0 && tail < 28;
    int next = at + (closed ? 3 : 2);
    int lead = text.charAt(at) - 0x1100;
    alone(0xAC00 + (lead * 21 + vowel) * 28 + (closed ? tail : 0), at, next);
    return next;
  }

  /** Latin letters beyond those that {@link Folding} has tables for, and Greek of old. */
  private static boolean isRareLetter(int c) {
    return (c >= 0x1A0 && c <= 0x217) || (c >= 0x21C && c <= 0x233) || isTwiceMarked(c);
  }

  private static boolean isTwiceMarked(int c) {
    return (c >= 0x1E00 && c <= 0x1E9B) || (c >= 0x1F00 && c <= 0x1FFF);
  }

  /** Thai, Lao, Tibetan, Burmese, Khmer, Kana, Han and Hangul. */
  private static boolean isUnspaced(int c) {
    return c >= 0xE00
        && (c <= 0x109F
            || (c >= 0x1780 && c <= 0x17FF)
            || (c >= 0x3005 && c <= 0x30FF)
            || (c >= 0x31F0 && c <= 0x31FF)
            || (c >= 0x3400 && c <= 0x9FFF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0x20000 && c <= 0x3FFFF));
  }
}
