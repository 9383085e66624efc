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
  private static final int SHINGLE = 3;

  /** The small letter or digit that each ASCII character counts as, one look-up for both. */
  private static final byte[] ASCII =
      ("\0".repeat('0')
              + "0123456789"
              + "\0".repeat('A' - '9' - 1)
              + "abcdefghijklmnopqrstuvwxyz"
              + "\0".repeat('a' - 'Z' - 1)
              + "abcdefghijklmnopqrstuvwxyz"
              + "\0".repeat(0x7F - 'z'))
          .getBytes(StandardCharsets.US_ASCII);

  /** Returns the fingerprint of {@code text}; one pass over its characters makes both parts. */
  public static Fingerprint of(String text) {
    String plain = isLoweredByContext(text) ? text.toLowerCase(Locale.ROOT) : text;
    Letters letters = new Letters();
    Votes votes = new Votes();
    int length = plain.length();
    // One more, which is no letter and ends the last word.
    char[] chars = new char[length + 1];
    plain.getChars(0, length, chars, 0);
    int i = 0;
    while (i < length) {
      char c = chars[i];
      char letter = ofWord(c);
      if (letter != 0) {
        // The whole word here: the end of a word is what a processor can't foresee.
        long hash = Hash64.SEED;
        do {
          letters.add(letter);
          hash = Hash64.add(hash, letter);
          i++;
          letter = ofWord(chars[i]);
        } while (letter != 0);
        votes.word(hash);
        continue;
      }
      if (c >= 0x80) {
        if (isAlone(c)) {
          votes.word(Hash64.add(Hash64.SEED, c));
        }
        letters.add(Character.toLowerCase(Character.codePointAt(chars, i, length)));
      }
      i++;
    }
    return new Fingerprint(letters.hash(), HexFormat.of().toHexDigits(votes.bits()));
  }

  /**
   * Returns whether {@code text} has a capital that becomes small by more than itself: the dotted I
   * becomes two characters, the Greek sigma another one at the end of a word. The platform knows,
   * but takes three times as long for any text.
   */
  private static boolean isLoweredByContext(String text) {
    return text.indexOf('\u0130') >= 0 || text.indexOf('\u03A3') >= 0;
  }

  /** Returns whether {@code c} is a word by itself, of a script without spaces. */
  static boolean isAlone(char c) {
    return Tokens.size(c) > 1;
  }

  /** Returns a letter or digit of words with spaces around them in lower case, 0 for all else. */
  static char ofWord(char c) {
    if (c < 0x80) {
      return (char) ASCII[c];
    }
    char lower = Character.toLowerCase(c);
    return Character.isLetterOrDigit(lower) && !isAlone(lower) ? lower : 0;
  }

  /** The SHA-256 of a text's letters and digits, in UTF-8. Not thread-safe. */
  private static final class Letters {
    private static final int LONGEST = 4;

    private final MessageDigest digest = sha256();

    /** Small, because what is written once and never again costs more than the hash. */
    private final byte[] bytes = new byte[512];

    private int length;

    void add(char c) {
      if (c < 0x80 && length < bytes.length) {
        bytes[length++] = (byte) c;
      } else {
        add((int) c);
      }
    }

    /** Takes a code point, which counts if it is a letter or digit. */
    void add(int point) {
      if (!Character.isLetterOrDigit(point)) {
        return;
      }
      if (length > bytes.length - LONGEST) {
        flush();
      }
      if (point < 0x80) {
        bytes[length++] = (byte) point;
        return;
      }
      if (point < 0x800) {
        bytes[length++] = (byte) (0xC0 | point >> 6);
      } else {
        if (point < 0x10000) {
          bytes[length++] = (byte) (0xE0 | point >> 12);
        } else {
          bytes[length++] = (byte) (0xF0 | point >> 18);
          bytes[length++] = (byte) (0x80 | (point >> 12 & 0x3F));
        }
        bytes[length++] = (byte) (0x80 | (point >> 6 & 0x3F));
      }
      bytes[length++] = (byte) (0x80 | (point & 0x3F));
    }

    String hash() {
      flush();
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private void flush() {
      digest.update(bytes, 0, length);
      length = 0;
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new AssertionError("every Java platform has SHA-256", impossible);
      }
    }
  }

  /**
   * The votes of a text's shingles on each bit. Some hundred shingles are counted together, eight
   * bits of each at a time, a byte for each: loops without branches, which processors run over
   * several shingles at once. Not thread-safe.
   */
  private static final class Votes {
    private static final long ONES = 0x0101010101010101L;

    /** As many as a byte can count. */
    private static final int FULL = 255;

    /** The words not yet counted, behind the last of those that were; 0 before the text. */
    private final long[] words = new long[SHINGLE + FULL];

    private final int[] counts = new int[Long.SIZE];
    private int size = SHINGLE;

    /** Where the last word of the first shingle stands that is not yet counted. */
    private int next = 2 * SHINGLE - 1;

    private int all;

    void word(long hash) {
      words[size++] = hash;
      if (size == words.length) {
        count();
      }
    }

    long bits() {
      // A text of fewer words is one shingle.
      next = all == 0 ? Math.min(next, size - 1) : next;
      count();
      long bits = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        // Set where more than half of all were.
        bits |= 2L * counts[bit] > all ? 1L << bit : 0;
      }
      return bits;
    }

    private void count() {
      long last = words[size - 1];
      long before = words[size - 2];
      // Each shingle takes the place of its first word, which no later one has.
      for (int i = next; i < size; i++) {
        words[i - 2] = shingle(words[i - 2], words[i - 1], words[i]);
      }
      for (int lane = 0; lane < Byte.SIZE; lane++) {
        long votes = 0;
        for (int i = next - 2; i < size - 2; i++) {
          votes += words[i] >>> lane & ONES;
        }
        for (int bit = lane; bit < Long.SIZE; bit += Byte.SIZE) {
          counts[bit] += (int) (votes >>> (bit - lane) & 0xFF);
        }
      }
      all += Math.max(0, size - next);
      words[SHINGLE - 2] = before;
      words[SHINGLE - 1] = last;
      next = SHINGLE;
      size = SHINGLE;
    }

    private static long shingle(long first, long second, long third) {
      long mixed = fold(fold(fold(Hash64.SEED, first), second), third);
      return Hash64.mixed(mixed);
    }

    private static long fold(long hash, long word) {
      long mixed = Hash64.add(hash, word);
      return mixed ^ (mixed >>> 32);
    }
  }
}
