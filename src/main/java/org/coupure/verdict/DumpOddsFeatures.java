package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/**
 * The features that the second pass over a dump has in addition: the first pass's odds of the line,
 * of its neighbours and of all lines, the densest run of likely lines, and the position of the
 * headline.
 */
final class DumpOddsFeatures implements FeatureGroup {
  private static final int[] STEPS = {-5, -4, -3, -2, -1, 1, 2, 3, 4, 5};
  private static final int[] WINDOWS = {3, 8, 20};

  /** Log odds stay within this many on both sides. */
  private static final float LARGEST = 6;

  /** One line counts no more in a run. */
  private static final float MOST_IN_RUN = 3;

  /** Outside of the dump. */
  private static final float OUTSIDE = -9;

  private final int count;
  private final int title;
  private final float titleChance;
  private final float[] odds;
  private final float[] before;
  private final int[] lastLikely;
  private final int[] nextLikely;
  private int start;
  private int end;
  private int likely;

  /**
   * @param chances of the first pass, a line each, between 0 and 1
   * @param title the line that is most likely the headline, or -1
   * @param titleChance how likely, between 0 and 1
   */
  DumpOddsFeatures(float[] chances, int title, float titleChance) {
    this.count = chances.length;
    this.title = title;
    this.titleChance = titleChance;
    this.odds = new float[count];
    this.before = new float[count + 1];
    this.lastLikely = new int[count];
    this.nextLikely = new int[count];
    int last = -1;
    for (int i = 0; i < count; i++) {
      odds[i] = odds(chances[i]);
      before[i + 1] = before[i] + chances[i];
      lastLikely[i] = last;
      last = odds[i] > 1 ? i : last;
      likely += odds[i] > 0 ? 1 : 0;
    }
    int next = count;
    for (int i = count - 1; i >= 0; i--) {
      nextLikely[i] = next;
      next = odds[i] > 1 ? i : next;
    }
    findRun();
  }

  static float odds(float chance) {
    double odds = Math.log((chance + 1e-6) / (1 - chance + 1e-6));
    return (float) Math.max(-LARGEST, Math.min(LARGEST, odds));
  }

  /** Finds the run with the greatest sum of odds (Kadane's algorithm). */
  private void findRun() {
    float best = 0;
    float sum = 0;
    int from = 0;
    end = count;
    for (int i = 0; i < count; i++) {
      if (sum <= 0) {
        sum = 0;
        from = i;
      }
      sum += Math.max(-MOST_IN_RUN, Math.min(MOST_IN_RUN, odds[i]));
      if (sum > best) {
        best = sum;
        start = from;
        end = i + 1;
      }
    }
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    names.add("first_odds");
    for (int step : STEPS) {
      names.add("first_odds" + (step < 0 ? "_before" : "_after") + Math.abs(step));
    }
    names.addAll(List.of("first_sumBefore", "first_sumAfter", "first_share", "first_likely"));
    for (int window : WINDOWS) {
      names.add("first_above" + window);
      names.add("first_below" + window);
    }
    names.addAll(
        List.of(
            "first_fromLast",
            "first_toNext",
            "first_gap",
            "first_fromStart",
            "first_toEnd",
            "first_inRun",
            "first_runLines",
            "title_chance",
            "title_from",
            "title_is"));
    return names;
  }

  @Override
  public void write(int i, FeatureRow row) {
    row.add(odds[i]);
    for (int step : STEPS) {
      int j = i + step;
      row.add(j >= 0 && j < count ? odds[j] : OUTSIDE);
    }
    float all = before[count];
    row.add(before[i]);
    row.add(all - before[i + 1]);
    row.add(before[i] / Math.max(1e-6f, all));
    row.add(likely);
    for (int window : WINDOWS) {
      int from = Math.max(0, i - window);
      int to = Math.min(count, i + 1 + window);
      row.add((before[i] - before[from]) / Math.max(1, i - from));
      row.add((before[to] - before[i + 1]) / Math.max(1, to - i - 1));
    }
    row.add(lastLikely[i] < 0 ? 99 : i - lastLikely[i]);
    row.add(nextLikely[i] == count ? 99 : nextLikely[i] - i);
    row.add(lastLikely[i] < 0 || nextLikely[i] == count ? 99 : nextLikely[i] - lastLikely[i]);
    row.add(i - start);
    row.add(end - i);
    row.add(i >= start && i < end ? 1 : 0);
    row.add(end - start);
    row.add(titleChance);
    row.add(title < 0 ? -1000 : i - title);
    row.add(title == i ? 1 : 0);
  }
}
