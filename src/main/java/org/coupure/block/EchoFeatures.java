package org.coupure.block;

import java.util.List;
import org.coupure.text.WordSet;

/** How much of a block's text other blocks repeat: pull quotes, teasers, summaries. */
final class EchoFeatures implements FeatureGroup {
  static final List<String> NAMES = List.of("echo", "echo_lengthier");

  /** Words in a row that two texts share by chance only seldom. */
  private static final int RUN = 4;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final float[] echo;
  private final float[] longer;

  EchoFeatures(PageView view) {
    int n = view.count;
    echo = new float[n];
    longer = new float[n];
    int capacity = Integer.highestOneBit(Math.max(16, view.totalTokens())) * 4;
    int[] runs = new int[view.totalTokens() + 1];
    int[] starts = new int[n + 1];
    int[] keys = new int[capacity];
    int[] first = new int[capacity];
    int[] longest = new int[capacity];
    int[] owners = new int[capacity];
    int count = 0;
    for (int i = 0; i < n; i++) {
      starts[i] = count;
      count = runs(view.blocks.get(i).text(), runs, count);
      for (int k = starts[i]; k < count; k++) {
        int slot = slot(keys, runs[k]);
        if (keys[slot] == 0) {
          keys[slot] = runs[k];
          first[slot] = i;
          owners[slot] = 1;
          longest[slot] = i;
        } else if (first[slot] != i) {
          owners[slot]++;
          if (view.text.tokens[i] > view.text.tokens[longest[slot]]) {
            longest[slot] = i;
          }
        }
      }
    }
    starts[n] = count;
    for (int i = 0; i < n; i++) {
      int shared = 0;
      int inLonger = 0;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        int slot = slot(keys, runs[k]);
        shared += owners[slot] > 1 ? 1 : 0;
        inLonger += view.text.tokens[longest[slot]] > view.text.tokens[i] ? 1 : 0;
      }
      float all = Math.max(1, starts[i + 1] - starts[i]);
      echo[i] = shared / all;
      longer[i] = inLonger / all;
    }
  }

  private static int slot(int[] keys, int key) {
    int slot = (key * 0x9E3779B9) >>> 7 & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static int runs(String text, int[] runs, int from) {
    int count = from;
    long a = 0;
    long b = 0;
    long c = 0;
    int words = 0;
    long hash = FNV_OFFSET;
    int run = 0;
    int scale = 0;
    for (int i = 0; i <= text.length(); i++) {
      char ch = i < text.length() ? text.charAt(i) : ' ';
      int size = WordSet.wordScale(ch);
      if (run > 0 && (size != scale || (size > 1 && run == size))) {
        words++;
        if (words >= RUN && count < runs.length) {
          long mixed = (((a * 31 + b) * 31 + c) * 31 + hash) * 0x9E3779B97F4A7C15L;
          int key = (int) (mixed >>> 32);
          runs[count++] = key == 0 ? 1 : key;
        }
        a = b;
        b = c;
        c = hash;
        hash = FNV_OFFSET;
        run = 0;
      }
      scale = size;
      if (size > 0) {
        hash = (hash ^ WordSet.lower(ch)) * FNV_PRIME;
        run++;
      }
    }
    return count;
  }

  @Override
  public void write(int i, FeatureRow row) {
    row.add(echo[i]);
    row.add(longer[i]);
  }
}
