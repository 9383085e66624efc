package org.coupure.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coupure.block.Block;

/**
 * Learns the log odds of words and pairs of words in dumps: counts them by fold, then makes a table
 * without any one fold. Pages must come host by host.
 */
final class DumpOdds {
  /** A word must be seen on this many hosts before its odds count. */
  private static final int LEAST_HOSTS = 6;

  /** So many words are kept: those that say most, on most hosts. 45 kB in the model. */
  private static final int WORDS = 5000;

  /** More hosts make a word no surer. */
  private static final int MOST_HOSTS = 100;

  private static final float LARGEST = 4;

  /** Odds are kept in steps of a twentieth, as in the model file. */
  private static final float STEP = 20;

  private final Map<Long, Count> counts = new HashMap<>();
  private final float[][] all = new float[2][TrainingExport.FOLDS];
  private int hosts;
  private String lastHost = "";

  /** Counts of a word by fold: outside of the text, inside, and hosts that have it. */
  private static final class Count {
    final float[][] sides = new float[2][TrainingExport.FOLDS];
    final short[] hosts = new short[TrainingExport.FOLDS];
    int lastHost;
  }

  void add(List<Block> blocks, byte[] labels, String host, int fold) {
    hosts += host.equals(lastHost) ? 0 : 1;
    lastHost = host;
    for (Block block : blocks) {
      Set<Long> words = new HashSet<>();
      DumpWords.visit(block.text(), words::add);
      byte label = labels[block.index()];
      if (label > DumpLabels.TEXT) {
        continue;
      }
      int side = label;
      // A long paragraph has more words to say the same with.
      float part = (float) (1 / Math.sqrt(Math.max(1, words.size())));
      all[side][fold] += part * words.size();
      for (long word : words) {
        Count count = counts.computeIfAbsent(word, k -> new Count());
        count.sides[side][fold] += part;
        if (count.lastHost != hosts) {
          count.lastHost = hosts;
          count.hosts[fold]++;
        }
      }
    }
  }

  private record Entry(long word, float odds, double worth) {}

  /**
   * Returns the odds of the words worth keeping, by key, as counted outside of fold {@code out}.
   */
  TreeMap<Long, Float> table(int out) {
    double prior = Math.log(sum(all[1], out) / sum(all[0], out));
    List<Entry> entries = new ArrayList<>();
    counts.forEach(
        (word, count) -> {
          int seen = 0;
          for (int fold = 0; fold < TrainingExport.FOLDS; fold++) {
            seen += fold == out ? 0 : count.hosts[fold];
          }
          if (seen >= LEAST_HOSTS) {
            double[] sides = {sum(count.sides[0], out), sum(count.sides[1], out)};
            double value = Math.log((sides[1] + 1) / (sides[0] + 1)) - prior;
            float odds = Math.round(Math.max(-LARGEST, Math.min(LARGEST, value)) * STEP) / STEP;
            double worth = Math.abs(value) * Math.sqrt(Math.min(seen, MOST_HOSTS));
            entries.add(new Entry(word, odds, worth));
          }
        });
    entries.sort(
        (a, b) ->
            a.worth == b.worth ? Long.compare(a.word, b.word) : Double.compare(b.worth, a.worth));
    TreeMap<Long, Float> table = new TreeMap<>();
    for (Entry entry : entries.subList(0, Math.min(WORDS, entries.size()))) {
      table.put(entry.word, entry.odds);
    }
    return table;
  }

  private static double sum(float[] folds, int without) {
    double sum = 0;
    for (int fold = 0; fold < folds.length; fold++) {
      sum += fold == without ? 0 : folds[fold];
    }
    return sum;
  }
}
