package org.coupure.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The languages of one script and how likely each feature (a letter outside ASCII, three letters in
 * a row, a word) is in each of them. Immutable and thread-safe.
 *
 * <p>A feature's row holds a weight of four bits for each language, sixteen to a long, so that a
 * few additions count it for all languages at once.
 */
final class LanguageTable {
  private static final int FNV_BASIS = 0x811C9DC5;
  private static final int FNV_PRIME = 0x01000193;
  private static final int TRIPLE = FNV_BASIS ^ 1 << 24;
  private static final int WORD = FNV_BASIS ^ 2 << 24;
  private static final int LETTER = FNV_BASIS ^ 3 << 24;

  /**
   * Fitted to 17,000 sentences: a lead of 10 is right in 80 of a hundred, one of 20 in 91, one of
   * 40 in 99.
   */
  private static final double LEAD_SCALE = 9;

  /**
   * A lead of 0.4 a feature is full confidence: 95 of a hundred sentences in a known language have
   * more, half of those in Breton, Sorbian or Romansh less. Moves with {@link #LEAD_SCALE}.
   */
  private static final double ALOOF = 0.6;

  /** More than the pages at hand can show: each of the last disagreements was the pages' error. */
  private static final double CERTAIN = 0.999;

  private final String[] tags;
  private final int[] keys;
  private final long[] rows;
  private final int longs;

  /** Places in {@link #keys} plus one, by hash; 0 where free. */
  private final short[] slots;

  private LanguageTable(String[] tags, int[] keys, long[] rows, int longs) {
    this.tags = tags;
    this.keys = keys;
    this.rows = rows;
    this.longs = longs;
    this.slots = new short[Integer.highestOneBit(keys.length) * 4];
    for (int i = 0; i < keys.length; i++) {
      int slot = slot(keys[i]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = (short) (i + 1);
    }
  }

  static LanguageTable read(String script, ByteBuffer in) {
    String name = text(in);
    if (!name.equals(script)) {
      throw new IllegalStateException(
          "expected the languages of " + script + " but found those of " + name);
    }
    String[] tags = text(in).split(" ", -1);
    int[] keys = new int[Short.toUnsignedInt(in.getShort())];
    int longs = in.getShort();
    long[] rows = new long[keys.length * longs];
    in.asIntBuffer().get(keys);
    in.position(in.position() + keys.length * Integer.BYTES);
    in.asLongBuffer().get(rows);
    in.position(in.position() + rows.length * Long.BYTES);
    return new LanguageTable(tags, keys, rows, longs);
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  List<String> tags() {
    return List.of(tags);
  }

  /** Returns the likeliest language, or null when nothing in the sample is known. */
  Languages.@Nullable Detected judge(LanguageSample sample, double share) {
    Tally tally = new Tally(longs);
    count(sample.words(), sample.length(), tally);
    int[] sums = tally.sums();
    if (tally.hits() == 0) {
      return null;
    }
    int best = 0;
    for (int i = 1; i < tags.length; i++) {
      best = sums[i] > sums[best] ? i : best;
    }
    int second = -1;
    for (int i = 0; i < tags.length; i++) {
      if (!tags[i].equals(tags[best]) && (second < 0 || sums[i] > sums[second])) {
        second = i;
      }
    }
    int lead = sums[best] - sums[second];
    return new Languages.Detected(tags[best], share * confidence(lead, tally.hits()));
  }

  /**
   * How often the answer is right grows with its lead, whatever the length; a lead that is small
   * for the length mostly comes from a language that is not here.
   */
  private static double confidence(int lead, int hits) {
    double right = 1 / (1 + Math.exp(-lead / LEAD_SCALE));
    return Math.min(CERTAIN, right) * Math.min(1, ALOOF + (double) lead / hits);
  }

  private void count(char[] words, int length, Tally tally) {
    int word = WORD;
    for (int i = 1; i < length; i++) {
      char c = words[i];
      if (c == ' ') {
        add(word, tally);
        word = WORD;
        continue;
      }
      word = (word ^ c) * FNV_PRIME;
      if (c > 0x7F) {
        add((LETTER ^ c) * FNV_PRIME, tally);
      }
      int triple = (TRIPLE ^ words[i - 1]) * FNV_PRIME;
      triple = (triple ^ c) * FNV_PRIME;
      add((triple ^ words[i + 1]) * FNV_PRIME, tally);
    }
  }

  private void add(int key, Tally tally) {
    int slot = slot(key);
    while (slots[slot] != 0) {
      int place = slots[slot] - 1;
      if (keys[place] == key) {
        tally.add(rows, place * longs);
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  private int slot(int key) {
    // Fibonacci hashing: the last multiplication of FNV leaves the low bits poor.
    return (key * 0x9E3779B9) >>> 16 & (slots.length - 1);
  }

  /** Sums of the rows that were hit. Used once, by one thread. */
  private static final class Tally {
    private static final long EVEN = 0x0F0F0F0F0F0F0F0FL;

    /** Sixteen weights of at most 15 still fit into a byte. */
    private static final int FULL = 16;

    private static final int LANES = 16;

    private final long[] even;
    private final long[] odd;
    private final int[] sums;
    private int hits;

    Tally(int longs) {
      this.even = new long[longs];
      this.odd = new long[longs];
      this.sums = new int[longs * LANES];
    }

    void add(long[] rows, int start) {
      for (int i = 0; i < even.length; i++) {
        long row = rows[start + i];
        even[i] += row & EVEN;
        odd[i] += row >>> 4 & EVEN;
      }
      if (++hits % FULL == 0) {
        flush();
      }
    }

    private void flush() {
      for (int i = 0; i < even.length; i++) {
        for (int lane = 0; lane < LANES; lane += 2) {
          sums[i * LANES + lane] += (int) (even[i] >>> (lane * 4) & 0xFF);
          sums[i * LANES + lane + 1] += (int) (odd[i] >>> (lane * 4) & 0xFF);
        }
        even[i] = 0;
        odd[i] = 0;
      }
    }

    int hits() {
      return hits;
    }

    int[] sums() {
      flush();
      return sums;
    }
  }
}
