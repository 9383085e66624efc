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

  /** Fibonacci hashing: the last multiplication of FNV leaves the low bits poor. */
  private static final int SPREAD = 0x9E3779B9;

  private static final int HALF = 16;
  private static final int PLACE = 0xFFFF;

  private final String[] tags;
  private final int[] keys;
  private final long[] rows;
  private final int longs;

  /**
   * By the upper half of a spread key: its lower half, and its place in {@link #keys} plus one; 0
   * where free. So a feature that is not here is told by one look, and most are not.
   */
  private final int[] slots;

  private LanguageTable(String[] tags, int[] keys, long[] rows, int longs) {
    this.tags = tags;
    this.keys = keys;
    this.rows = rows;
    this.longs = longs;
    this.slots = new int[Integer.highestOneBit(keys.length) * 4];
    for (int i = 0; i < keys.length; i++) {
      int spread = keys[i] * SPREAD;
      int slot = spread >>> HALF & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = spread << HALF | (i + 1);
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
    Tally tally = new Tally();
    count(sample.words(), sample.length(), tally);
    int[] sums = tally.sums();
    if (tally.hits == 0) {
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
    return new Languages.Detected(tags[best], share * confidence(lead, tally.hits));
  }

  /**
   * How often the answer is right grows with its lead, whatever the length; a lead that is small
   * for the length mostly comes from a language that is not here.
   */
  private static double confidence(int lead, int hits) {
    double right = 1 / (1 + Math.exp(-lead / LEAD_SCALE));
    return Math.min(CERTAIN, right) * Math.min(1, ALOOF + (double) lead / hits);
  }

  private static void count(char[] words, int length, Tally tally) {
    int word = WORD;
    for (int i = 1; i < length; i++) {
      char c = words[i];
      if (c == ' ') {
        tally.take(word * SPREAD);
        word = WORD;
        continue;
      }
      word = (word ^ c) * FNV_PRIME;
      if (c > 0x7F) {
        tally.take((LETTER ^ c) * FNV_PRIME * SPREAD);
      }
      int triple = (TRIPLE ^ words[i - 1]) * FNV_PRIME;
      triple = (triple ^ c) * FNV_PRIME;
      tally.take((triple ^ words[i + 1]) * FNV_PRIME * SPREAD);
    }
  }

  /** Returns the place of a spread key, or -1. */
  private int place(int spread) {
    int slot = spread >>> HALF & (slots.length - 1);
    while (slots[slot] != 0) {
      int place = (slots[slot] & PLACE) - 1;
      if ((slots[slot] ^ spread << HALF) >>> HALF == 0 && keys[place] * SPREAD == spread) {
        return place;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /**
   * Sums of the rows that were hit. Used once, by one thread. Features wait until there are some
   * dozens, and take their place in the queue without a branch on whether the table may have them:
   * so the processor fetches many slots, and then many rows, at a time.
   */
  private final class Tally {
    private static final long EVEN = 0x0F0F0F0F0F0F0F0FL;

    /** Sixteen weights of at most 15 still fit into a byte. */
    private static final int FULL = 16;

    private static final int LANES = 16;

    private final int[] waiting = new int[64];
    private final int[] sums = new int[longs * LANES];
    private int queue;
    private int hits;

    /** Takes a feature by its spread key. */
    void take(int spread) {
      waiting[queue] = spread;
      queue += slots[spread >>> HALF & (slots.length - 1)] == 0 ? 0 : 1;
      if (queue == waiting.length) {
        settle();
      }
    }

    int[] sums() {
      settle();
      return sums;
    }

    private void settle() {
      int found = 0;
      for (int i = 0; i < queue; i++) {
        int place = place(waiting[i]);
        if (place >= 0) {
          waiting[found++] = place * longs;
        }
      }
      for (int from = 0; from < found; from += FULL) {
        int end = Math.min(found, from + FULL);
        for (int part = 0; part < longs; part++) {
          add(from, end, part);
        }
      }
      hits += found;
      queue = 0;
    }

    /** Adds one long of some of the rows that were found. */
    private void add(int from, int end, int part) {
      long even = 0;
      long odd = 0;
      for (int i = from; i < end; i++) {
        long row = rows[waiting[i] + part];
        even += row & EVEN;
        odd += row >>> 4 & EVEN;
      }
      for (int lane = 0; lane < LANES; lane += 2) {
        sums[part * LANES + lane] += (int) (even >>> (lane * 4) & 0xFF);
        sums[part * LANES + lane + 1] += (int) (odd >>> (lane * 4) & 0xFF);
      }
    }
  }
}
