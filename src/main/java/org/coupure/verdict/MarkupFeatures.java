package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Kind;
import org.coupure.block.Block;
import org.coupure.block.Tags;

/** What the elements around a block and their attributes say. */
final class MarkupFeatures implements FeatureGroup {
  /** Ancestors whose presence is a feature of its own. */
  private static final String[] INSIDE = "main footer".split(" ", -1);

  /** Groups of class words that are a feature of their own; the odds speak for the others. */
  private static final String[] GROUPS = "comment consent video legal".split(" ", -1);

  private static final long[] GROUP_BITS = ClassWords.groupBits(GROUPS);

  private final PageView view;
  private final long[] insideBits;

  /** Odds of a block's box and of the six elements around it, while it is being written. */
  private final float[] sums = new float[7];

  private final float[] least = new float[7];

  MarkupFeatures(PageView view) {
    this.view = view;
    this.insideBits = INSIDE_BITS;
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
    row.add(block.kind() == Kind.HEADING ? block.level() : 0);
    long tags = view.tagBits[block.row()];
    for (long bit : insideBits) {
      row.add((tags & bit) != 0 ? 1 : 0);
    }
    groups(block.row(), box, row);
    odds(block.row(), box, row);
  }

  private void groups(int inner, int box, FeatureRow row) {
    long own = view.ownGroups[inner] | view.ownGroups[box];
    long near = view.nearGroups[box];
    long far = view.farGroups[box];
    for (long bit : GROUP_BITS) {
      row.add((own & bit) != 0 ? 3 : (near & bit) != 0 ? 2 : (far & bit) != 0 ? 1 : 0);
    }
  }

  private void odds(int inner, int box, FeatureRow row) {
    int at = box;
    for (int level = 0; level < sums.length; level++) {
      sums[level] = at < 0 ? 0 : view.ownOdds[at];
      least[level] = at < 0 ? 0 : view.leastOdds[at];
      at = at < 0 ? -1 : view.outline.parent(at);
    }
    row.add(sums[0]);
    row.add(sums[1]);
    row.add(sums[1] + sums[2] + sums[3]);
    row.add(sums[4] + sums[5] + sums[6]);
    row.add(view.pathOdds[box]);
    row.add(least[0]);
    row.add(least[1]);
    row.add(Math.min(least[1], Math.min(least[2], least[3])));
    row.add(view.pathLeast[box]);
    row.add(view.ownOdds[inner]);
  }
}
