package org.coupure.text;

/**
 * A set of words by their 64-bit FNV-1a hash over lower-case UTF-16 units: one probe a word and no
 * strings made. Immutable. Words are cut as {@link Tokens} counts them.
 */
public final class WordSet {
  /** The set without words. */
  public static final WordSet EMPTY = new WordSet(new long[1], 0);

  private final long[] slots;
  private final int size;

  private WordSet(long[] slots, int size) {
    this.slots = slots;
    this.size = size;
  }

  /** Returns the words of {@code text}. */
  public static WordSet of(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    long[] slots = new long[Integer.highestOneBit(Math.max(8, text.length())) * 2];
    int[] size = new int[1];
    visit(text, (hash, number) -> size[0] += add(slots, hash));
    return new WordSet(slots, size[0]);
  }

  /** Receives words in their order. */
  public interface Visitor {
    /**
     * Takes a word.
     *
     * @param number whether it consists of digits
     */
    void word(long hash, boolean number);
  }

  /** Visits every word of {@code text}. */
  public static void visit(String text, Visitor visitor) {
    long hash = Hash64.SEED;
    int run = 0;
    int scale = 0;
    boolean number = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      int next = wordScale(c);
      if (run > 0 && (next != scale || (next > 1 && run == next))) {
        visitor.word(hash, number);
        hash = Hash64.SEED;
        run = 0;
        number = true;
      }
      scale = next;
      if (next > 0) {
        hash = Hash64.add(hash, lower(c));
        number &= Character.isDigit(c);
        run++;
      }
    }
  }

  private static int add(long[] slots, long hash) {
    int slot = LongIntMap.slot(slots, hash);
    int added = slots[slot] == 0 ? 1 : 0;
    slots[slot] = hash;
    return added;
  }

  /** Returns the number of distinct words. */
  public int size() {
    return size;
  }

  /** Returns whether the word whose hash is {@code hash} is in the set. */
  public boolean contains(long hash) {
    return size > 0 && slots[LongIntMap.slot(slots, hash)] != 0;
  }

  /** Returns {@code c} in lower case, independent of any locale. */
  public static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }

  /**
   * Returns 0 for a character that is part of no word, 1 for one of a script with spaces between
   * words, else how many characters of the script are counted as one word.
   */
  public static int wordScale(char c) {
    return Tokens.size(c);
  }
}
