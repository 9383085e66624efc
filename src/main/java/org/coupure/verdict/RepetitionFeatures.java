package org.coupure.verdict;

import java.util.List;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;
import org.coupure.text.Hash64;

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

  private final FeatureContext view;
  private final GroupedSums siblings;
  private final GroupedSums alike;
  private final GroupedSums paths;

  /** For every block: the largest group of items, and of cards, that it is in, or -1. */
  private final int[] items;

  private final int[] cards;

  /** For every block: its group by the signatures, and by the tags, of its nearest elements. */
  private final int[] alikeGroup;

  private final int[] pathGroup;

  RepetitionFeatures(FeatureContext view) {
    this.view = view;
    this.items = new int[view.count];
    this.cards = new int[view.count];
    this.siblings = gather().only(items, cards);
    this.alikeGroup = new int[view.count];
    this.pathGroup = new int[view.count];
    GroupedSums allAlike = new GroupedSums(view.count, true);
    GroupedSums allPaths = new GroupedSums(view.count, false);
    for (int i = 0; i < view.count; i++) {
      alikeGroup[i] = allAlike.group(looks(view.boxRow(i)));
      allAlike.add(alikeGroup[i], view, i, i + 1);
      pathGroup[i] = allPaths.group(tags(view.boxRow(i)));
      allPaths.add(pathGroup[i], view, i, i + 1);
    }
    this.alike = allAlike.only(alikeGroup);
    this.paths = allPaths.only(pathGroup);
  }

  private int rowsWithText() {
    int found = 0;
    for (int row = 0; row < view.outline.size(); row++) {
      found += isEmpty(row) ? 0 : 1;
    }
    return found;
  }

  private boolean isEmpty(int row) {
    return Math.min(view.count, view.outline.endBlock(row)) <= view.outline.firstBlock(row);
  }

  /** Finds the groups of siblings, and the largest on the path to the root from each block. */
  private GroupedSums gather() {
    GroupedSums all = new GroupedSums(rowsWithText(), false);
    int rows = view.outline.size();
    int[] group = new int[rows];
    for (int row = 0; row < rows; row++) {
      group[row] = isEmpty(row) ? -1 : join(row, all);
    }
    // For every row: the row on the path to the root with the largest group of items or cards.
    int[] bestItem = new int[rows];
    int[] bestCard = new int[rows];
    for (int row = 0; row < rows; row++) {
      choose(row, group, all, bestItem, bestCard);
    }
    for (int i = 0; i < view.count; i++) {
      int box = view.boxRow(i);
      items[i] = bestItem[box] < 0 ? -1 : group[bestItem[box]];
      cards[i] = bestCard[box] < 0 ? -1 : group[bestCard[box]];
    }
    return all;
  }

  private int join(int row, GroupedSums all) {
    int group = all.group(mix(view.signature(row), view.outline.parent(row) + 1L));
    int to = Math.min(view.count, view.outline.endBlock(row));
    all.add(group, view, view.outline.firstBlock(row), to);
    return group;
  }

  private void choose(int row, int[] group, GroupedSums all, int[] bestItem, int[] bestCard) {
    int parent = view.outline.parent(row);
    bestItem[row] = parent < 0 ? -1 : bestItem[parent];
    bestCard[row] = parent < 0 ? -1 : bestCard[parent];
    bestItem[row] = tooFar(row, bestItem[row]) ? -1 : bestItem[row];
    bestCard[row] = tooFar(row, bestCard[row]) ? -1 : bestCard[row];
    if (group[row] < 0 || all.count[group[row]] < 2) {
      return;
    }
    boolean single = all.blocks[group[row]] == all.count[group[row]];
    int[] best = single ? bestItem : bestCard;
    if (best[row] < 0 || all.count[group[row]] >= all.count[group[best[row]]]) {
      best[row] = row;
    }
  }

  private boolean tooFar(int row, int best) {
    return best >= 0 && view.outline.depth(row) - view.outline.depth(best) > LEVELS;
  }

  private long looks(int box) {
    return mix(mix(view.signature(box), view.signatureAbove(box, 1)), view.signatureAbove(box, 2));
  }

  private long tags(int box) {
    long tags = 0;
    for (int level = 0; level < 4; level++) {
      tags = tags * 131 + view.tagAbove(box, level) + 1;
    }
    return mix(tags, 7);
  }

  private static long mix(long a, long b) {
    long mixed = (a ^ (b * Hash64.GOLDEN)) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 32);
  }

  @Override
  public void write(int i, FeatureRow row) {
    items(items[i], row);
    cards(cards[i], row);
    alike(alikeGroup[i], row);
    row.add(paths.count[pathGroup[i]]);
    row.add(share(paths, pathGroup[i]));
  }

  private void items(int g, FeatureRow row) {
    if (g < 0) {
      zeros(2, row);
      return;
    }
    row.add((float) siblings.tokens[g] / siblings.count[g]);
    row.add(share(siblings, g));
  }

  private void cards(int g, FeatureRow row) {
    if (g < 0) {
      zeros(4, row);
      return;
    }
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

  private float share(GroupedSums sums, int g) {
    return (float) sums.tokens[g] / Math.max(1, view.totalTokens());
  }
}
