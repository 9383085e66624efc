package org.coupure;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Quality;
import org.coupure.article.Verdict;
import org.coupure.block.DumpLines;

/** Names the doubtful parts of a plain-text dump's text. */
final class DumpDoubts {
  /**
   * A headline with a lower chance than this is flagged. Chosen: half of the wrong headlines have a
   * lower one.
   */
  private static final double SURE_TITLE = 0.7;

  /** A line is doubtful when the less likely answer has at least this chance. Chosen. */
  private static final double DOUBTFUL = 0.25;

  /** The number of blocks around the last kept one that count as the end of the text. */
  private static final int END = 2;

  private DumpDoubts() {}

  /** Returns the flags of a dump, from the model's answers for its lines and the verdicts. */
  static List<String> flags(DumpLines lines, List<Verdict> verdicts) {
    List<String> flags = new ArrayList<>();
    if (lines.titleChance() < SURE_TITLE) {
      flags.add(Quality.TITLE_DOUBTFUL);
    }
    int first = -1;
    int last = -1;
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i).kept()) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (isDoubtful(lines, last - END + 1, last + END + 1)) {
      flags.add(Quality.END_DOUBTFUL);
    }
    if (isDoubtful(lines, first, last - END + 1)) {
      flags.add(Quality.MIDDLE_DOUBTFUL);
    }
    return flags;
  }

  private static boolean isDoubtful(DumpLines lines, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(lines.count(), to); i++) {
      double chance = lines.chance(i);
      if (Math.min(chance, 1 - chance) >= DOUBTFUL) {
        return true;
      }
    }
    return false;
  }
}
