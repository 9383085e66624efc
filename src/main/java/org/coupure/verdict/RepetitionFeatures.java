package org.coupure.verdict;

import java.util.List;

/**
 * How often what looks like a block repeats on the page: siblings of the same signature around it
 * (cards, list items), and blocks anywhere whose three nearest elements look the same.
 */
final class RepetitionFeatures implements FeatureGroup {
  static final List<String> NAMES =
      List.of(
          "item_tokens",
          "item_share",
          "card_count",
          "card_tokens",
          "card_share",
          "card_blocks",
          "alike_count",
          "alike_tokens",
          "alike_linked",
          "alike_share",
          "alike_longShare",
          "path_count",
          "path_share");

  /** Groups farther up than this are the page's columns, not a list. */
  private static final int LEVELS = 10;

  private final PageView view;
  private final SumsByKey siblings;
  private final SumsByKey alike;
  private final SumsByKey paths;

  /** For every row: its group among its siblings. */
  private final int[] group;

  /** For every row: the row on the path to the root with the largest group of items or cards. */
  private final int[] bestItem;

  private final int[] bestCard;

  /** For every block: its group by the signatures, and by the tags, of its nearest elements. */
  private final int[] alikeGroup;

  private final int[] pathGroup;

  RepetitionFeatures(PageView view) {
    this.view = view;
    int rows = view.outline.size();
    siblings = new SumsByKey(rows);
    group = new int[rows];
    bestItem = new int[rows];
    bestCard = new int[rows];
    for (int row = 0; row < rows; row++) {
      join(row);
    }
    for (int row = 0; row < rows; row++) {
      choose(row);
    }
    alike = new SumsByKey(view.count);
    paths = new SumsByKey(view.count);
    alikeGroup = new int[view.count];
    pathGroup = new int[view.count];
    for (int i = 0; i < view.count; i++) {
      compare(i);
    }
  }

  private void join(int row) {
    int from = view.outline.firstBlock(row);
    int to = Math.min(view.count, view.outline.endBlock(row));
    if (to <= from) {
      group[row] = -1;
      return;
    }
    long key = mix(view.signatures[row], view.outline.parent(row) + 1L);
    group[row] = siblings.group(key);
    siblings.add(group[row], view, from, to);
  }

  private void choose(int row) {
    int parent = view.outline.parent(row);
    bestItem[row] = parent < 0 ? -1 : bestItem[parent];
    bestCard[row] = parent < 0 ? -1 : bestCard[parent];
    bestItem[row] = tooFar(row, bestItem[row]) ? -1 : bestItem[row];
    bestCard[row] = tooFar(row, bestCard[row]) ? -1 : bestCard[row];
    if (group[row] < 0 || siblings.count[group[row]] < 2) {
      return;
    }
    boolean single = siblings.blocks[group[row]] == siblings.count[group[row]];
    int[] best = single ? bestItem : bestCard;
    if (best[row] < 0 || siblings.count[group[row]] >= siblings.count[group[best[row]]]) {
      best[row] = row;
    }
  }

  private boolean tooFar(int row, int best) {
    return best >= 0 && view.outline.depth(row) - view.outline.depth(best) > LEVELS;
  }

  private void compare(int i) {
    int box = view.boxRow(i);
    long looks =
        mix(mix(view.signatures[box], view.signatureAbove(box, 1)), view.signatureAbove(box, 2));
    long tags = 0;
    for (int level = 0; level < 4; level++) {
      tags = tags * 131 + view.tagAbove(box, level) + 1;
    }
    alikeGroup[i] = alike.group(looks);
    alike.add(alikeGroup[i], view, i, i + 1);
    pathGroup[i] = paths.group(mix(tags, 7));
    paths.add(pathGroup[i], view, i, i + 1);
  }

  private static long mix(long a, long b) {
    long mixed = (a ^ (b * 0x9E3779B97F4A7C15L)) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 32);
  }

  @Override
  public void write(int i, FeatureRow row) {
    int box = view.boxRow(i);
    items(bestItem[box], row);
    cards(bestCard[box], row);
    alike(alikeGroup[i], row);
    row.add(paths.count[pathGroup[i]]);
    row.add(share(paths, pathGroup[i]));
  }

  private void items(int best, FeatureRow row) {
    if (best < 0) {
      zeros(2, row);
      return;
    }
    int g = group[best];
    row.add((float) siblings.tokens[g] / siblings.count[g]);
    row.add(share(siblings, g));
  }

  private void cards(int best, FeatureRow row) {
    if (best < 0) {
      zeros(4, row);
      return;
    }
    int g = group[best];
    row.add(siblings.count[g]);
    row.add((float) siblings.tokens[g] / siblings.count[g]);
    row.add(share(siblings, g));
    row.add((float) siblings.blocks[g] / siblings.count[g]);
  }

  private static void zeros(int count, FeatureRow row) {
    for (int i = 0; i < count; i++) {
      row.add(0);
    }
  }

  private void alike(int g, FeatureRow row) {
    row.add(alike.count[g]);
    row.add((float) alike.tokens[g] / alike.count[g]);
    row.add(alike.linked(g));
    row.add(share(alike, g));
    row.add(alike.longShare(g));
  }

  private float share(SumsByKey sums, int g) {
    return (float) sums.tokens[g] / Math.max(1, view.totalTokens());
  }
}
