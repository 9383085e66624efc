package org.coupure.text;

import org.jspecify.annotations.Nullable;

/**
 * Walks over the words of a line in the loose way in which junk phrases are compared: folded (see
 * {@link Folding}), punctuation passed over, numbers all alike, and words that were glued together
 * by a lost space told apart by their capitals ({@code suivantSaisie} is two words, so is {@code
 * Partager12}). Two signs
 * are words of their own: a question mark, because it turns a label into a question, and ©.
 * Reads no further than it is asked to. Not thread-safe.
 */
final class LooseWords {
  /** What every number is read as. */
  static final String NUMBER = "{n}";

  /** What every question mark is read as. */
  private static final String QUESTION = "?";

  /** What a copyright sign is read as. */
  private static final String COPYRIGHT = "©";

  private final CharSequence text;
  private int start;
  private int end;

  LooseWords(CharSequence text) {
    this(text, 0);
  }

  /** Starts at {@code index} of {@code text}. */
  LooseWords(CharSequence text, int index) {
    this.text = text;
    this.end = index;
  }

  /** Returns the index of the first character of the word that was read last. */
  int start() {
    return start;
  }

  /** Returns the index behind the word that was read last. */
  int end() {
    return end;
  }

  /** Returns the next word, folded, or null at the end. */
  @Nullable String next() {
    int i = end;
    while (i < text.length() && !isWord(text.charAt(i)) && !isSign(text.charAt(i))) {
      i++;
    }
    start = i;
    if (i == text.length()) {
      end = i;
      return null;
    }
    if (isSign(text.charAt(i))) {
      end = i + 1;
      return text.charAt(i) == '©' ? COPYRIGHT : QUESTION;
    }
    if (Character.isDigit(text.charAt(i))) {
      end = numberEnd(i + 1);
      return NUMBER;
    }
    end = wordEnd(i + 1);
    return Folding.fold(text, start, end);
  }

  private int wordEnd(int from) {
    int i = from;
    while (i < text.length() && isWord(text.charAt(i)) && !isSeam(i)) {
      i++;
    }
    return i;
  }

  /** Returns whether a word ends before index {@code i}, though there is no space. */
  private boolean isSeam(int i) {
    char left = text.charAt(i - 1);
    char right = text.charAt(i);
    if (left == '_' || right == '_') {
      return false;
    }
    if (Character.isDigit(right)) {
      return !followsUnderscore(i);
    }
    if (!Character.isUpperCase(right)) {
      return false;
    }
    boolean startsWord = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
    return Character.isLowerCase(left) || Character.isUpperCase(left) && startsWord;
  }

  /** Returns whether the word at {@code i} is a placeholder's name such as {@code ad_12}. */
  private boolean followsUnderscore(int i) {
    return text.charAt(i - 1) == '_' || Character.isDigit(text.charAt(i - 1));
  }

  /** Passes over digits, the signs between them, and a K or M behind them, as in {@code 1.2K}. */
  private int numberEnd(int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean digitNext = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
      if (!Character.isDigit(c) && !(isInsideNumber(c) && digitNext)) {
        break;
      }
      i++;
    }
    boolean thousands = i < text.length() && "kKmM".indexOf(text.charAt(i)) >= 0;
    return thousands && (i + 1 == text.length() || !isWord(text.charAt(i + 1))) ? i + 1 : i;
  }

  private static boolean isInsideNumber(char c) {
    return c == '.' || c == ',' || c == '\'' || c == '’' || c == 0xA0 || c == 0x202F;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || Folding.isMark(c);
  }

  private static boolean isSign(char c) {
    return c == '?' || c == '©' || c == '؟' || c == '？';
  }
}
