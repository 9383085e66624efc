package org.coupure.verdict;

import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.NameWords;
import org.coupure.block.Outline;

/**
 * Drops what the page's own structure says can't be content: consent dialogs, newsletter boxes,
 * disclaimers, forms and labels for screen readers, known by the names and roles their authors gave
 * them. Other hidden text is left to the classifier, because pages that scripts uncover hide their
 * article as well.
 */
public final class StructureJudge implements Judge {
  private static final BoxNames NAMES = BoxNames.of("notice");

  /** A box that holds a larger share of the page's words is the page, whatever it is called. */
  private static final double LARGEST_SHARE = 0.3;

  @Override
  public void judge(BlockVerdicts verdicts) {
    Blocks blocks = verdicts.blocks();
    ScreenReaderLabels.drop(verdicts, LARGEST_SHARE);
    EmailForms.drop(verdicts);
    Outline outline = blocks.outline();
    String[] byClass = named(outline.classNames());
    String[] byLabel = named(outline.labelNames());
    int[] wordsBefore = null;
    for (int row = 0; row < outline.size(); row++) {
      String name = outline.isNamed(row) ? name(outline, row, byClass, byLabel) : "";
      if (name.isEmpty()) {
        continue;
      }
      wordsBefore = wordsBefore == null ? wordsBefore(blocks) : wordsBefore;
      int from = outline.firstBlock(row);
      int to = outline.endBlock(row);
      int all = wordsBefore[wordsBefore.length - 1];
      if (wordsBefore[to] - wordsBefore[from] <= all * LARGEST_SHARE) {
        for (int i = from; i < to; i++) {
          verdicts.drop(i, Decider.STRUCTURE, "inside a box named " + name);
        }
      }
    }
  }

  private static String[] named(NameWords attributes) {
    String[] named = new String[attributes.count()];
    for (int i = 0; i < named.length; i++) {
      named[i] = NAMES.in(attributes, i);
    }
    return named;
  }

  private static int[] wordsBefore(Blocks blocks) {
    int[] before = new int[blocks.list().size() + 1];
    for (Block block : blocks.list()) {
      before[block.index() + 1] = before[block.index()] + block.words();
    }
    return before;
  }

  /** Returns what tells that the element holds no text, or an empty string. */
  private static String name(Outline outline, int row, String[] byClass, String[] byLabel) {
    // Not <form>: boards put whole threads into one.
    if (outline.role(row).equals("form")) {
      return "form";
    }
    String name = byClass[outline.classNumber(row)];
    return name.isEmpty() ? byLabel[outline.idNumber(row)] : name;
  }
}
