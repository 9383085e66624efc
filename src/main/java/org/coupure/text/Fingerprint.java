package org.coupure.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Hashes by which the same and nearly the same text is recognised. */
public final class Fingerprint {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int SHINGLE = 3;

  private Fingerprint() {}

  /**
   * Returns the first 16 hex digits of the SHA-256 of {@code text} in lower case with everything
   * but letters and digits removed, so that white space and punctuation do not matter.
   */
  public static String textHash(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(kept::appendCodePoint);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(kept.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /**
   * Returns the 64-bit SimHash (Charikar 2002) of {@code text} over shingles of three words, each
   * hashed by FNV-1a with a final mix, as 16 hex digits. Of scripts without spaces every character
   * is taken for a word.
   */
  public static String simhash(String text) {
    Votes votes = new Votes();
    long hash = FNV_OFFSET;
    boolean inWord = false;
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i <= lower.length(); i++) {
      char c = i < lower.length() ? lower.charAt(i) : ' ';
      boolean alone = Tokens.size(c) > 1;
      boolean letter = alone || Character.isLetterOrDigit(c);
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
    return HexFormat.of().toHexDigits(votes.bits());
  }

  /** The votes of a text's shingles on each bit. Not thread-safe. */
  private static final class Votes {
    private final int[] votes = new int[Long.SIZE];
    private final long[] words = new long[SHINGLE];
    private int seen;

    void word(long hash) {
      words[seen++ % SHINGLE] = hash;
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
        bits |= votes[bit] > 0 ? 1L << bit : 0;
      }
      return bits;
    }

    private void vote() {
      long hash = shingle();
      for (int bit = 0; bit < Long.SIZE; bit++) {
        votes[bit] += ((hash >>> bit) & 1) == 0 ? -1 : 1;
      }
    }

    private long shingle() {
      long mixed = FNV_OFFSET;
      for (int i = 0; i < SHINGLE; i++) {
        mixed = (mixed ^ words[(seen + i) % SHINGLE]) * FNV_PRIME;
        mixed ^= mixed >>> 32;
      }
      // The finaliser of MurmurHash3: FNV alone leaves the high bits too much alike.
      mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
      mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
      return mixed ^ (mixed >>> 33);
    }
  }
}
