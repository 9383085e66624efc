package org.coupure.text;

import java.util.Arrays;

/**
 * A sketch of a text by which near duplicates are found among millions (Broder 1997): the smallest
 * of 96 hashes over all shingles of four words, 16 bits of each. The share of equal minima of two
 * sketches estimates the share of shingles that their texts have in common (Jaccard). The words are
 * those of {@link Fingerprint}: a character of a script without spaces is a word. Immutable.
 *
 * <p>To find pairs, sort texts by the keys of {@link #bands()}: two texts with a key in common are
 * candidates, and {@link #isNearDuplicateOf} decides. Take articles only ({@code pageKind} {@code
 * article} or {@code live}): product pages and lists of links share their shop's sentences.
 */
public final class MinHash {
  /** The bytes of a sketch. */
  public static final int BYTES = 192;

  /**
   * The least share of equal minima of near duplicates. With it, of 200,000 synthetic articles, 40
   * % of them copies of six kinds (another date line, a paragraph less, every fifth sentence off, a
   * tenth of the words changed, half of the text, two sentences more), 98.7 % of the copies were
   * found and no pair was wrong; of 2,141 real articles five pairs were right and none wrong.
   */
  public static final double LEAST = 0.38;

  private static final int MINIMA = 96;
  private static final int SHINGLE = 4;

  /** Bands of three minima each: two texts that share .38 have a band in common by 84 %. */
  private static final int ROWS = 3;

  /** Odd factors and summands of multiply-shift hashing (Dietzfelbinger 1996). */
  private static final long[] FACTORS = new long[MINIMA];

  private static final long[] SUMMANDS = new long[MINIMA];

  static {
    long state = Hash64.SEED;
    for (int i = 0; i < MINIMA; i++) {
      state += Hash64.GOLDEN;
      FACTORS[i] = Hash64.mixed(state) | 1;
      SUMMANDS[i] = Hash64.mixed(~state);
    }
  }

  /** Empty for a text without words. */
  private final char[] minima;

  private MinHash(char[] minima) {
    this.minima = minima;
  }

  /** Returns the sketch of {@code text}; a text of fewer than four words is one shingle. */
  public static MinHash of(String text) {
    int[] least = new int[MINIMA];
    Arrays.fill(least, Integer.MAX_VALUE);
    long[] last = new long[SHINGLE];
    int words = 0;
    int length = text.length();
    for (int i = 0; i < length; ) {
      long word = Hash64.SEED;
      int start = i;
      char letter = Fingerprint.ofWord(text.charAt(i));
      while (letter != 0) {
        word = Hash64.add(word, letter);
        i++;
        letter = i < length ? Fingerprint.ofWord(text.charAt(i)) : 0;
      }
      if (i == start) {
        char c = text.charAt(i++);
        if (!Fingerprint.isAlone(c)) {
          continue;
        }
        word = Hash64.add(word, c);
      }
      last[words++ % SHINGLE] = word;
      if (words >= SHINGLE) {
        add(shingle(last, words), least);
      }
    }
    if (words > 0 && words < SHINGLE) {
      add(shingle(last, SHINGLE), least);
    }
    return new MinHash(words == 0 ? new char[0] : lowBits(least));
  }

  /**
   * Returns the sketch that {@link #bytes()} gave.
   *
   * @throws IllegalArgumentException if there are not {@value #BYTES} bytes, or none
   */
  public static MinHash of(byte[] bytes) {
    if (bytes.length != BYTES && bytes.length != 0) {
      throw new IllegalArgumentException(
          "a sketch has " + BYTES + " bytes, or none, was " + bytes.length);
    }
    char[] minima = new char[bytes.length / 2];
    for (int i = 0; i < minima.length; i++) {
      minima[i] = (char) (((bytes[2 * i] & 0xFF) << 8) | (bytes[2 * i + 1] & 0xFF));
    }
    return new MinHash(minima);
  }

  /** Returns the sketch as {@value #BYTES} bytes, to be stored; none for a text without words. */
  public byte[] bytes() {
    byte[] bytes = new byte[2 * minima.length];
    for (int i = 0; i < minima.length; i++) {
      bytes[2 * i] = (byte) (minima[i] >>> 8);
      bytes[2 * i + 1] = (byte) minima[i];
    }
    return bytes;
  }

  /** Returns the 32 keys of which near duplicates have one in common; none for no words. */
  public long[] bands() {
    long[] keys = new long[minima.length / ROWS];
    for (int band = 0; band < keys.length; band++) {
      long rows = 0;
      for (int row = 0; row < ROWS; row++) {
        rows = rows << Character.SIZE | minima[band * ROWS + row];
      }
      // The place of the band is part of the key.
      keys[band] = rows << Character.SIZE | band;
    }
    return keys;
  }

  /** Returns the estimated share of shingles in common, between 0 and 1. */
  public double similarity(MinHash other) {
    if (minima.length == 0 || other.minima.length == 0) {
      return 0;
    }
    int equal = 0;
    for (int i = 0; i < MINIMA; i++) {
      equal += minima[i] == other.minima[i] ? 1 : 0;
    }
    return equal / (double) MINIMA;
  }

  /** Returns whether the texts share {@link #LEAST} of their shingles. */
  public boolean isNearDuplicateOf(MinHash other) {
    return similarity(other) >= LEAST;
  }

  private static void add(long shingle, int[] least) {
    for (int i = 0; i < MINIMA; i++) {
      // Without the sign, so that the platform's minimum is the right one.
      int hash = (int) ((shingle * FACTORS[i] + SUMMANDS[i]) >>> 33);
      least[i] = Math.min(least[i], hash);
    }
  }

  private static long shingle(long[] last, int words) {
    long hash = Hash64.SEED;
    for (int i = words - SHINGLE; i < words; i++) {
      hash = Hash64.add(hash, Hash64.mixed(last[i % SHINGLE]));
    }
    return Hash64.mixed(hash);
  }

  /** A minimum is small, so its high bits are alike; the low ones are not. */
  private static char[] lowBits(int[] least) {
    char[] bits = new char[MINIMA];
    for (int i = 0; i < MINIMA; i++) {
      bits[i] = (char) least[i];
    }
    return bits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MinHash that && Arrays.equals(minima, that.minima);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(minima);
  }
}
