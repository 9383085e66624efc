package org.coupure.text;

/**
 * Walks over the words of a line in the loose way in which junk phrases are compared: folded (see
 * {@link Folding}), punctuation passed over, numbers all alike, and words that were glued together
 * by a lost space told apart by their capitals ({@code suivantSaisie} is two words, so is {@code
 * Partager12}). Two signs are words of their own: a question mark, because it turns a label into a
 * question, and ©. Reads no further than it is asked to. Not thread-safe.
 */
final class LooseWords {
  /** What {@link #next} returns at the end. */
  static final long END = 0;

  /** What every number is read as. */
  static final long NUMBER = 1;

  private static final long QUESTION = 2;
  private static final long COPYRIGHT = 3;

  // FNV-1a with 64 bits: words are known by their hash, so that no string is made of them. There
  // are some ten thousand words in all phrases, the odds that two are taken for one are 1 to 10^11.
  private final String text;
  private int start;
  private int end;

  LooseWords(String text) {
    this(text, 0);
  }

  /** Starts at {@code index} of {@code text}. */
  LooseWords(String text, int index) {
    this.text = text;
    this.end = index;
  }

  /** Returns the words of {@code text}, folded, with one space between them. */
  static String folded(String text) {
    LooseWords words = new LooseWords(text);
    StringBuilder folded = new StringBuilder();
    while (words.next() != END) {
      folded.append(folded.length() == 0 ? "" : " ").append(words.word());
    }
    return folded.toString();
  }

  /** Returns the index of the first character of the word that was read last. */
  int start() {
    return start;
  }

  /** Returns the index behind the word that was read last. */
  int end() {
    return end;
  }

  /** Returns the next word's hash, or {@link #END}. */
  long next() {
    int length = text.length();
    int i = end;
    while (i < length && !isWord(text.charAt(i)) && !isSign(text.charAt(i))) {
      i++;
    }
    start = i;
    if (i == length) {
      end = i;
      return END;
    }
    char first = text.charAt(i);
    if (isSign(first)) {
      end = i + 1;
      return first == '©' ? COPYRIGHT : QUESTION;
    }
    if (isDigit(first)) {
      end = numberEnd(i + 1);
      return NUMBER;
    }
    end = wordEnd(i + 1);
    return hash(end);
  }

  /** Returns the hash of the current word up to index {@code to}. */
  long hash(int to) {
    long hash = Hash64.SEED;
    for (int i = start; i < to; i++) {
      char c = Folding.fold(text.charAt(i));
      if (c != 0) {
        hash = Hash64.add(hash, c);
      }
    }
    return hash;
  }

  /** Returns the word that was read last, folded. */
  String word() {
    return Folding.fold(text, start, end);
  }

  private int wordEnd(int from) {
    int length = text.length();
    int i = from;
    while (i < length) {
      char c = text.charAt(i);
      boolean small = c >= 'a' && c <= 'z';
      if (!small && (!isWord(c) || isSeam(i))) {
        break;
      }
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
    if (isDigit(right)) {
      return !followsUnderscore(i);
    }
    if (!Character.isUpperCase(right)) {
      return false;
    }
    boolean startsWord = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
    return Character.isLowerCase(left) || (Character.isUpperCase(left) && startsWord);
  }

  /** Returns whether the word at {@code i} is a placeholder's name such as {@code ad_12}. */
  private boolean followsUnderscore(int i) {
    return text.charAt(i - 1) == '_' || isDigit(text.charAt(i - 1));
  }

  /** Passes over digits, the signs between them, and a K or M behind them, as in {@code 1.2K}. */
  private int numberEnd(int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean digitNext = i + 1 < text.length() && isDigit(text.charAt(i + 1));
      if (!isDigit(c) && !(digitNext && (isInsideNumber(c) || (c == ' ' && isThousands(i + 1))))) {
        break;
      }
      i++;
    }
    boolean thousands = i < text.length() && "kKmM".indexOf(text.charAt(i)) >= 0;
    return thousands && (i + 1 == text.length() || !isWord(text.charAt(i + 1))) ? i + 1 : i;
  }

  /** Returns whether three digits stand at {@code index} and no fourth, as in {@code 1 204}. */
  private boolean isThousands(int index) {
    for (int i = index; i < index + 3; i++) {
      if (i >= text.length() || !isDigit(text.charAt(i))) {
        return false;
      }
    }
    return index + 3 == text.length() || !isDigit(text.charAt(index + 3));
  }

  private static boolean isInsideNumber(char c) {
    return c == '.' || c == ',' || c == '\'' || c == '’' || c == 0xA0 || c == 0x202F;
  }

  private static boolean isWord(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    return Character.isLetterOrDigit(c) || c == '_' || Folding.isMark(c) || isVowelSign(c);
  }

  /** Returns whether {@code c} is one of the signs that go on a letter from Devanagari to Khmer. */
  private static boolean isVowelSign(char c) {
    if (c < 0x0900 || c > 0x17FF) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  private static boolean isSign(char c) {
    return c == '?' || c == '©' || c == '؟' || c == '？';
  }
}
