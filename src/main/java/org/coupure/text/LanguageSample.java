package org.coupure.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at to tell a text's language: its words in small letters with one space around
 * each, and how many letters each script has. Made once, not changed afterwards.
 */
final class LanguageSample {
  /** What stands further down is more often comments, credits and other pages' headlines. */
  private static final int REACH = 4_000;

  /** Together a third of the reach: more makes no article's answer better, only later. */
  private static final int WINDOWS = 5;

  private static final int WINDOW = 256;

  /** Kana make up a quarter and more of Japanese; Chinese that names a Japanese brand has few. */
  private static final int HAN_FOR_A_KANA = 12;

  private final char[] words;
  private final int[] letters = new int[Script.values().length];
  private int length;
  private int all;

  private LanguageSample(int capacity) {
    this.words = new char[capacity + 2];
    this.words[length++] = ' ';
  }

  static LanguageSample of(String text) {
    LanguageSample sample = new LanguageSample(WINDOWS * WINDOW + WINDOWS);
    int reach = Math.min(text.length(), REACH);
    if (reach <= WINDOWS * WINDOW) {
      sample.add(text.substring(0, reach));
      return sample;
    }
    int gap = (reach - WINDOW) / (WINDOWS - 1);
    for (int window = 0; window < WINDOWS; window++) {
      int start = window * gap;
      sample.add(text.substring(start == 0 ? 0 : wordStart(text, start), start + WINDOW));
    }
    return sample;
  }

  /** Puts accents written as signs of their own together with their letters. */
  private static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && c <= 0x36F) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private static int wordStart(String text, int start) {
    for (int i = start; i < start + WINDOW / 4; i++) {
      if (!isLetter(text.charAt(i))) {
        return i;
      }
    }
    return start;
  }

  private void add(String window) {
    String text = composed(window);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        words[length++] = WordSet.lower(c);
        count(c);
      } else if (words[length - 1] != ' ') {
        words[length++] = ' ';
      }
    }
    if (words[length - 1] != ' ') {
      words[length++] = ' ';
    }
  }

  private void count(char c) {
    Script script = Script.of(c);
    if (script == null) {
      all++;
    } else {
      letters[script.place()] += script.letters();
      all += script.letters();
    }
  }

  /** Modifier letters are none: some write them for an apostrophe. */
  private static boolean isLetter(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (c >= 0x2B0 && c <= 0x2FF) {
      return false;
    }
    int type = Character.getType(c);
    return type <= Character.OTHER_LETTER
        ? type != Character.UNASSIGNED
        : type <= Character.COMBINING_SPACING_MARK;
  }

  /** Returns the sample's words; the first {@link #length()} units count. Not to be changed. */
  char[] words() {
    return words;
  }

  int length() {
    return length;
  }

  /** Returns the number of letters of all scripts. */
  int letters() {
    return all;
  }

  /** Returns the script with the most letters, or null when none of those known has any. */
  @Nullable Script script() {
    Script most = null;
    for (Script script : Script.values()) {
      if (letters(script) > 0 && (most == null || letters(script) > letters(most))) {
        most = script;
      }
    }
    return most == Script.HAN && isJapanese() ? Script.KANA : most;
  }

  private boolean isJapanese() {
    return letters[Script.KANA.place()] * HAN_FOR_A_KANA > letters[Script.HAN.place()];
  }

  private int letters(Script script) {
    return letters[script.place()];
  }

  /** Returns the part of all letters that belongs to {@code script}, Han being part of kana. */
  double share(Script script) {
    int own = letters(script);
    if (script == Script.KANA) {
      own += letters(Script.HAN);
    }
    return (double) own / all;
  }
}
