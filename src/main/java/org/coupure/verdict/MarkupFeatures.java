package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Tags;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** Features of a block from the elements around it and their attributes. */
final class MarkupFeatures implements FeatureGroup {
  /** Ancestors whose presence is a feature of its own. */
  private static final String[] INSIDE = "main footer".split(" ", -1);

  /** Groups of class words that are features of their own; the other groups count by their odds. */
  private static final String[] GROUPS = "comment consent video legal".split(" ", -1);

  private static final long[] GROUP_BITS = ClassWords.groupBits(GROUPS);

  /** Elements around the box whose groups are near. */
  private static final int NEAR = 3;

  private final FeatureContext view;

  /** For every block: sum and minimum of the odds of its box and all ancestors of that. */
  private final float[] pathOdds;

  private final float[] pathLeast;

  /** For every block: which of the groups its box's ancestors have, and what it is inside. */
  private final byte[] far;

  private final byte[] inside;

  /** Odds of a block's box and of the six elements around it, while it is being written. */
  private final float[] sums = new float[7];

  private final float[] least = new float[7];

  MarkupFeatures(FeatureContext view) {
    this.view = view;
    int rows = view.outline.size();
    float[] odds = new float[rows];
    float[] lowest = new float[rows];
    byte[] groups = new byte[rows];
    byte[] within = new byte[rows];
    for (int row = 0; row < rows; row++) {
      int parent = view.outline.parent(row);
      odds[row] = view.odds(row);
      lowest[row] = view.leastOdds(row);
      within[row] = (byte) bits(1L << view.outline.tag(row), INSIDE_BITS);
      if (parent >= 0) {
        odds[row] += odds[parent];
        lowest[row] = Math.min(lowest[row], lowest[parent]);
        within[row] |= within[parent];
        groups[row] = (byte) (groups[parent] | bits(view.groups(parent), GROUP_BITS));
      }
    }
    this.pathOdds = new float[view.count];
    this.pathLeast = new float[view.count];
    this.far = new byte[view.count];
    this.inside = new byte[view.count];
    for (int i = 0; i < view.count; i++) {
      int box = view.boxRow(i);
      pathOdds[i] = odds[box];
      pathLeast[i] = lowest[box];
      far[i] = groups[box];
      inside[i] = within[view.blocks.get(i).row()];
    }
  }

  /** Returns those of {@code wanted} that are in {@code all}, a bit each in their order. */
  private static int bits(long all, long[] wanted) {
    int found = 0;
    for (int i = 0; i < wanted.length; i++) {
      found |= (all & wanted[i]) != 0 ? 1 << i : 0;
    }
    return found;
  }

  private static final long[] INSIDE_BITS = insideBits();

  private static long[] insideBits() {
    long[] bits = new long[INSIDE.length];
    for (int i = 0; i < INSIDE.length; i++) {
      bits[i] = 1L << Tags.number(INSIDE[i]);
    }
    return bits;
  }

  static List<String> names() {
    List<String> names =
        new ArrayList<>(List.of("tag", "parentTag", "innerTag", "depth", "headingLevel"));
    for (String tag : INSIDE) {
      names.add("in_" + tag);
    }
    for (String group : GROUPS) {
      names.add("class_" + group);
    }
    names.addAll(
        List.of(
            "odds",
            "oddsParent",
            "odds1to3",
            "odds4to6",
            "oddsPath",
            "least",
            "leastParent",
            "leastNear",
            "leastPath",
            "oddsInner"));
    return names;
  }

  @Override
  public void write(int i, FeatureRow row) {
    Block block = view.blocks.get(i);
    int box = block.boxRow();
    row.add(view.tagAbove(box, 0));
    row.add(view.tagAbove(box, 1));
    row.add(view.outline.tag(block.row()));
    row.add(view.outline.depth(box));
    row.add(block.kind() == PassageKind.HEADING ? block.level() : 0);
    for (int k = 0; k < INSIDE_BITS.length; k++) {
      row.add(inside[i] >> k & 1);
    }
    groups(i, block.row(), box, row);
    odds(i, block.row(), box, row);
  }

  private void groups(int i, int inner, int box, FeatureRow row) {
    long own = view.groups(inner) | view.groups(box);
    long near = 0;
    int at = box;
    for (int level = 0; level < NEAR && at >= 0; level++) {
      at = view.outline.parent(at);
      near |= at >= 0 ? view.groups(at) : 0;
    }
    for (int k = 0; k < GROUP_BITS.length; k++) {
      long bit = GROUP_BITS[k];
      row.add((own & bit) != 0 ? 3 : (near & bit) != 0 ? 2 : far[i] >> k & 1);
    }
  }

  private void odds(int i, int inner, int box, FeatureRow row) {
    int at = box;
    for (int level = 0; level < sums.length; level++) {
      sums[level] = at < 0 ? 0 : view.odds(at);
      least[level] = at < 0 ? 0 : view.leastOdds(at);
      at = at < 0 ? -1 : view.outline.parent(at);
    }
    row.add(sums[0]);
    row.add(sums[1]);
    row.add(sums[1] + sums[2] + sums[3]);
    row.add(sums[4] + sums[5] + sums[6]);
    row.add(pathOdds[i]);
    row.add(least[0]);
    row.add(least[1]);
    row.add(Math.min(least[1], Math.min(least[2], least[3])));
    row.add(pathLeast[i]);
    row.add(view.odds(inner));
  }
}
