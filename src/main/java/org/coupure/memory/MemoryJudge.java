package org.coupure.memory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.text.Sentences;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.jspecify.annotations.Nullable;

/**
 * Drops the blocks that recur on the page's site. Immutable and thread-safe.
 *
 * <p>In HTML it judges paragraphs and links only: labels and lists that recur are more often
 * content there (the parts of a manual, the data of a product), and the classifier, which sees the
 * markup, knows menus anyway. In plain text it judges all blocks.
 */
final class MemoryJudge implements Judge {
  /** Words from which on a block that ends like a sentence is a paragraph. */
  private static final int PARAGRAPH = 10;

  /** A block with more of it in links points elsewhere. */
  private static final double LINKED = 0.5;

  private final KnownBlocks known;
  private final Judge deciding;

  /** Makes the memory's judge; {@code deciding} will decide what it leaves open. */
  MemoryJudge(KnownBlocks known, Judge deciding) {
    this.known = known;
    this.deciding = deciding;
  }

  @Override
  public void judge(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    @Nullable Recurrence[] recurring = recurring(verdicts);
    if (recurring.length == 0) {
      return;
    }
    boolean[] spared = spared(verdicts, recurring);
    // From the end, because a heading goes when what it stands over is gone.
    boolean nextDropped = true;
    for (int i = list.size() - 1; i >= 0; i--) {
      Recurrence recurrence = recurring[i];
      boolean standsOverText = list.get(i).kind() == PassageKind.HEADING && !nextDropped;
      if (recurrence != null && !spared[i] && !standsOverText) {
        String why = "seen on " + recurrence.seen() + " of " + recurrence.pages() + " pages";
        verdicts.drop(i, Decider.MEMORY, why);
      }
      nextDropped = !verdicts.isOpen(i);
    }
  }

  /** Returns how each open block recurs; empty if none does. */
  private @Nullable Recurrence[] recurring(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    @Nullable Recurrence[] recurring = new Recurrence[list.size()];
    boolean any = false;
    Set<Long> varying = known.size() == 0 ? Set.of() : varying(list);
    for (Block block : list) {
      int i = block.index();
      if (verdicts.isOpen(i) && !varying.contains(BlockKey.of(block.text()))) {
        recurring[i] = recurrence(block, verdicts.blocks().isPlainText());
        any |= recurring[i] != null;
      }
    }
    return any ? recurring : new Recurrence[0];
  }

  /** Lines of one page that differ in their numbers only are data: sizes, prices, results. */
  private static Set<Long> varying(List<Block> list) {
    Map<Long, String> first = new HashMap<>();
    Set<Long> varying = new HashSet<>();
    for (Block block : list) {
      long key = BlockKey.of(block.text());
      String other = first.putIfAbsent(key, block.text());
      if (other != null && !other.equals(block.text())) {
        varying.add(key);
      }
    }
    return varying;
  }

  private @Nullable Recurrence recurrence(Block block, boolean plainText) {
    boolean paragraph = isParagraph(block);
    if (!plainText && !paragraph && block.linkDensity() < LINKED) {
      return null;
    }
    Recurrence recurrence = known.find(block.text());
    return recurrence == null || (paragraph && !recurrence.isBoilerplateText()) ? null : recurrence;
  }

  /** Returns whether {@code block} reads like a paragraph of text. */
  static boolean isParagraph(Block block) {
    return block.linkDensity() < LINKED
        && block.words() >= PARAGRAPH
        && Sentences.isEnd(block.text());
  }

  /**
   * Returns which blocks stay open because the page would lose too much: what is not beyond doubt,
   * where that is most of the text that would be kept; and everything, where nothing would remain.
   * The first may be an article that was published under several titles, the second the very page
   * that others quote.
   */
  private boolean[] spared(BlockVerdicts verdicts, @Nullable Recurrence[] recurring) {
    BlockVerdicts trial = verdicts.copy();
    deciding.judge(trial);
    int own = 0;
    int doubtful = 0;
    int certain = 0;
    for (int i = 0; i < recurring.length; i++) {
      Recurrence recurrence = recurring[i];
      int words = trial.isKept(i) ? verdicts.blocks().list().get(i).words() : 0;
      if (recurrence == null) {
        own += words;
      } else if (recurrence.isEverywhere()) {
        certain += words;
      } else {
        doubtful += words;
      }
    }
    boolean sparesDoubtful = doubtful > own + certain;
    boolean[] spared = new boolean[recurring.length];
    for (int i = 0; i < recurring.length; i++) {
      Recurrence recurrence = recurring[i];
      spared[i] =
          recurrence != null
              && trial.isKept(i)
              && (own == 0 || (sparesDoubtful && !recurrence.isEverywhere()));
    }
    return spared;
  }
}
