package org.coupure.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Hashes by which the same and nearly the same text is recognised.
 *
 * @param textHash the first 16 hex digits of the SHA-256 of the text in lower case with everything
 *     but letters and digits removed, so that white space and punctuation do not matter
 * @param simhash the 64-bit SimHash (Charikar 2002) of the text over shingles of three words, each
 *     hashed by FNV-1a with a final mix, as 16 hex digits; of scripts without spaces every
 *     character is taken for a word
 */
public record Fingerprint(String textHash, String simhash) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int SHINGLE = 3;

  /** Returns the fingerprint of {@code text}; one pass over its characters makes both parts. */
  public static Fingerprint of(String text) {
    char[] lower = lower(text);
    char[] kept = new char[lower.length];
    int length = 0;
    boolean pairs = false;
    Votes votes = new Votes();
    long hash = FNV_OFFSET;
    boolean inWord = false;
    for (char c : lower) {
      boolean alone = Tokens.size(c) > 1;
      boolean kind = isLetterOrDigit(c);
      boolean letter = alone || kind;
      pairs |= Character.isSurrogate(c);
      if (kind) {
        kept[length++] = c;
      }
      if (inWord && (alone || !letter)) {
        votes.word(hash);
        hash = FNV_OFFSET;
      }
      if (letter) {
        hash = (hash ^ c) * FNV_PRIME;
      }
      if (alone) {
        votes.word(hash);
        hash = FNV_OFFSET;
      }
      inWord = letter && !alone;
    }
    if (inWord) {
      votes.word(hash);
    }
    String letters = pairs ? lettersAndDigits(new String(lower)) : new String(kept, 0, length);
    return new Fingerprint(sha(letters), HexFormat.of().toHexDigits(votes.bits()));
  }

  private static String lettersAndDigits(String lower) {
    StringBuilder kept = new StringBuilder(lower.length());
    lower.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 0x80 ? c >= '0' && Tokens.size(c) > 0 && c != '_' : Character.isLetterOrDigit(c);
  }

  /**
   * Returns {@code text} in lower case, character by character where that is all there is to it: a
   * third of the platform's time, which looks out for the dotted capital I, for the Greek sigma at
   * the end of words and for characters of two units.
   */
  private static char[] lower(String text) {
    char[] lower = text.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      char c = lower[i];
      if (c == '\u0130' || c == '\u03A3' || Character.isSurrogate(c)) {
        return text.toLowerCase(Locale.ROOT).toCharArray();
      }
      lower[i] = WordSet.lower(c);
    }
    return lower;
  }

  private static String sha(String kept) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(kept.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /**
   * The votes of a text's shingles on each bit, counted for all 64 bits at once: the first plane
   * holds the lowest binary digit of each bit's count, the next the second, and so on, and adding
   * one is a carry through them. Not thread-safe.
   */
  private static final class Votes {
    /** Enough digits for two thousand million shingles. */
    private final long[] planes = new long[Integer.SIZE];

    /** The last three words. */
    private long first;

    private long second;
    private long third;
    private int seen;
    private int all;

    void word(long hash) {
      first = second;
      second = third;
      third = hash;
      seen++;
      if (seen >= SHINGLE) {
        vote();
      }
    }

    long bits() {
      if (seen < SHINGLE) {
        vote();
      }
      long bits = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        // Set where more than half of all were.
        bits |= 2L * count(bit) > all ? 1L << bit : 0;
      }
      return bits;
    }

    private void vote() {
      long carry = shingle();
      for (int plane = 0; carry != 0; plane++) {
        long both = planes[plane] & carry;
        planes[plane] ^= carry;
        carry = both;
      }
      all++;
    }

    private int count(int bit) {
      int count = 0;
      for (int plane = 0; plane < planes.length; plane++) {
        count |= (int) (planes[plane] >>> bit & 1) << plane;
      }
      return count;
    }

    private long shingle() {
      long mixed = fold(fold(fold(FNV_OFFSET, first), second), third);
      // The finaliser of MurmurHash3: FNV alone leaves the high bits too much alike.
      mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
      mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
      return mixed ^ (mixed >>> 33);
    }

    private static long fold(long hash, long word) {
      long mixed = (hash ^ word) * FNV_PRIME;
      return mixed ^ (mixed >>> 32);
    }
  }
}
