package org.coupure.verdict;

import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** Where in a dump a block stands: from both ends, the headline, paragraphs, junk, the run. */
final class DumpPlaceFeatures implements FeatureGroup {
  static final String[] NAMES = {
    "position",
    "tokenPosition",
    "index",
    "fromEnd",
    "tokensBefore",
    "tokensAfter",
    "fromLong",
    "toLong",
    "fromLong_tokens",
    "toLong_tokens",
    "fromFirstLong",
    "toLastLong",
    "linesTogether",
    "lineInLines",
    "phraseAbove",
    "phraseAbove_blocks",
    "phraseAbove_tokens",
    "phraseBelow",
    "phraseBelow_blocks",
    "run_score",
    "run_inside",
    "run_fromStart",
    "run_toEnd",
    "run_head",
    "run_tail"
  };

  /** A phrase farther away says nothing about a block. */
  private static final int REACH = 30;

  private final DumpView view;
  private final int[] above;
  private final int[] below;

  /** For every block where the unbroken run of lines around it begins and ends. */
  private final int[] linesStart;

  private final int[] linesEnd;

  DumpPlaceFeatures(DumpView view) {
    this.view = view;
    int n = view.count;
    above = new int[n];
    below = new int[n];
    linesStart = new int[n];
    linesEnd = new int[n];
    int last = -1;
    int start = 0;
    for (int i = 0; i < n; i++) {
      above[i] = last;
      last = view.phraseStrength[i] == 2 ? i : last;
      start = view.isLong(i) ? i + 1 : start;
      linesStart[i] = start;
    }
    int next = n;
    int end = n;
    for (int i = n - 1; i >= 0; i--) {
      below[i] = next;
      next = view.phraseStrength[i] == 2 ? i : next;
      end = view.isLong(i) ? i : end;
      linesEnd[i] = end;
    }
  }

  @Override
  public void write(int i, FeatureRow row) {
    int n = view.count;
    int total = Math.max(1, view.tokensBefore[n]);
    int before = view.tokensBefore[i];
    row.add((float) i / n);
    row.add((float) before / total);
    row.add(i);
    row.add(n - i);
    row.add(before);
    row.add(total - before);
    paragraphs(i, row);
    phrases(i, row);
    run(i, row);
  }

  private void paragraphs(int i, FeatureRow row) {
    int last = view.lastLong[i];
    int next = view.nextLong[i];
    row.add(i - last);
    row.add(next - i);
    row.add(last < 0 ? -1 : view.text.tokens[last]);
    row.add(next == view.count ? -1 : view.text.tokens[next]);
    row.add(view.longBefore[i]);
    row.add(view.longBefore[view.count] - view.longBefore[i]);
    row.add(linesEnd[i] - linesStart[i]);
    row.add(i - linesStart[i]);
  }

  private void phrases(int i, FeatureRow row) {
    boolean found = above[i] >= 0 && i - above[i] <= REACH;
    row.add(found ? view.phraseCategory[above[i]] : 0);
    row.add(found ? i - above[i] : REACH + 1);
    row.add(found ? view.tokensBefore[i] - view.tokensBefore[above[i]] : -1);
    boolean ahead = below[i] < view.count && below[i] - i <= REACH;
    row.add(ahead ? view.phraseCategory[below[i]] : 0);
    row.add(ahead ? below[i] - i : REACH + 1);
  }

  /** Writes where the run lies, and what it would cost to end it here or to reach up to here. */
  private void run(int i, FeatureRow row) {
    MainSpan run = view.run;
    row.add(run.scores[i]);
    row.add(i >= run.start && i < run.end ? 1 : 0);
    row.add(i - run.start);
    row.add(run.end - 1 - i);
    row.add(
        i < run.start ? run.sums[i] - run.sums[run.start] : run.sums[i + 1] - run.sums[run.start]);
    row.add(i >= run.end ? run.sums[i + 1] - run.sums[run.end] : run.sums[run.end] - run.sums[i]);
  }
}
