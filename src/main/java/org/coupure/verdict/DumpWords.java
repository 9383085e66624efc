package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.model.WordOdds;
import org.coupure.text.Hash64;
import org.coupure.text.WordSet;

/**
 * Learned log odds of the words and the pairs of neighbouring words in each block of a dump.
 * Numbers are one word. Arrays by block index; read-only after construction.
 */
final class DumpWords {
  private static final long NUMBER = Hash64.GOLDEN;

  /**
   * The first so many words and pairs of a block are summed separately: "Sign up for …", "Read more
   * …".
   */
  private static final int FIRST = 5;

  final float[] sums;
  final float[] least;
  final float[] most;
  final float[] first;

  DumpWords(List<Block> blocks, WordOdds odds) {
    int count = blocks.size();
    sums = new float[count];
    least = new float[count];
    most = new float[count];
    first = new float[count];
    for (int i = 0; i < count; i++) {
      measure(i, blocks.get(i).text(), odds);
    }
  }

  private void measure(int block, String text, WordOdds odds) {
    int[] seen = new int[1];
    visit(
        text,
        key -> {
          float value = odds.value(key);
          sums[block] += value;
          least[block] = Math.min(least[block], value);
          most[block] = Math.max(most[block], value);
          if (seen[0]++ < FIRST) {
            first[block] += value;
          }
        });
  }

  /** Receives the key of each word and pair. */
  interface Visitor {
    void visit(long key);
  }

  /**
   * Visits every word of {@code text}, and behind each but the first the pair that ends with it.
   */
  static void visit(String text, Visitor visitor) {
    long[] last = new long[1];
    WordSet.visit(
        text,
        (hash, number) -> {
          long word = number ? NUMBER : hash;
          visitor.visit(word);
          if (last[0] != 0) {
            visitor.visit(Hash64.add(last[0], Long.rotateLeft(word, 21)));
          }
          last[0] = word;
        });
  }
}
