package org.coupure.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on one page's blocks while they are being given. The first verdict on a block
 * counts; later ones are ignored. Not thread-safe; lives as long as one clip.
 */
public final class BlockVerdicts {
  private final Blocks blocks;
  private final PrecisionRecall balance;
  private final @Nullable Verdict[] verdicts;
  private final Map<Integer, String> texts = new HashMap<>();
  private double expectedF1;
  private double modelF1;
  private int keptWords;
  private @Nullable KindInput look;

  /** Makes empty verdicts that weighs precision and recall evenly. */
  public BlockVerdicts(Blocks blocks) {
    this(blocks, PrecisionRecall.EVEN);
  }

  /** Makes empty verdicts. */
  public BlockVerdicts(Blocks blocks, PrecisionRecall balance) {
    this.blocks = blocks;
    this.balance = balance;
    this.verdicts = new Verdict[blocks.list().size()];
  }

  private BlockVerdicts(BlockVerdicts other) {
    this.blocks = other.blocks;
    this.balance = other.balance;
    this.verdicts = other.verdicts.clone();
    this.texts.putAll(other.texts);
    this.keptWords = other.keptWords;
  }

  /** Returns a copy of the verdicts given so far, to try what others would say. */
  public BlockVerdicts copy() {
    return new BlockVerdicts(this);
  }

  public Blocks blocks() {
    return blocks;
  }

  /** Returns what classifiers do in doubt. */
  PrecisionRecall balance() {
    return balance;
  }

  /** Notes the F1 over words that the verdicts are expected to reach, between 0 and 1. */
  void rate(double expectedF1) {
    this.expectedF1 = expectedF1;
  }

  /** Returns the F1 over words that the verdicts are expected to reach, between 0 and 1. */
  public double expectedF1() {
    return expectedF1;
  }

  /** Notes the F1 that the model alone expects of the verdicts, between 0 and 1. */
  void compare(double modelF1) {
    this.modelF1 = modelF1;
  }

  /**
   * Returns the F1 over words that the model alone expects of the verdicts, whoever gave them,
   * between 0 and 1: what two sets of verdicts on one page are compared by.
   */
  public double modelF1() {
    return modelF1;
  }

  /** Changes the text of block {@code index}, such as when a rule takes a mark out of it. */
  public void retext(int index, String text) {
    texts.put(index, text);
  }

  /** Returns the text of block {@code index} as it will stand in the article. */
  public String text(int index) {
    return texts.getOrDefault(index, blocks.list().get(index).text());
  }

  /** Notes what the classifier saw. */
  void look(KindInput look) {
    this.look = look;
  }

  /** Returns the classifier's prediction, or null when it was not asked. */
  @Nullable KindInput look() {
    return look;
  }

  /** Returns whether block {@code index} has no verdict yet. */
  public boolean isOpen(int index) {
    return verdicts[index] == null;
  }

  /** Returns whether block {@code index} is kept. */
  public boolean isKept(int index) {
    Verdict verdict = verdicts[index];
    return verdict != null && verdict.kept();
  }

  /** Returns as what block {@code index} is kept, or null when it is not. */
  public @Nullable PassageKind keptAs(int index) {
    Verdict verdict = verdicts[index];
    return verdict == null ? null : verdict.keptAs();
  }

  /** Returns the verdict on block {@code index}, or null while it is open. */
  public @Nullable Verdict verdict(int index) {
    return verdicts[index];
  }

  /** Keeps block {@code index} as the kind it has, unless it has a verdict. */
  public void keep(int index, Decider decider, String why) {
    keep(index, blocks.list().get(index).kind(), decider, why);
  }

  /** Keeps block {@code index} as {@code kind}, unless it has a verdict. */
  public void keep(int index, PassageKind kind, Decider decider, String why) {
    give(index, Verdict.keep(kind, decider, why));
  }

  /** Gives a verdict on block {@code index}, unless it has one. */
  void give(int index, Verdict verdict) {
    if (verdicts[index] == null) {
      verdicts[index] = verdict;
      keptWords += verdict.kept() ? blocks.list().get(index).words() : 0;
    }
  }

  /** Drops block {@code index}, unless it has a verdict. */
  public void drop(int index, Decider decider, String why) {
    give(index, Verdict.drop(decider, why));
  }

  /** Takes over the verdicts of {@code others} on those blocks that have none. */
  public void add(BlockVerdicts others) {
    for (int i = 0; i < verdicts.length; i++) {
      Verdict verdict = others.verdicts[i];
      if (verdict != null) {
        give(i, verdict);
      }
    }
  }

  /** Returns how many words the kept blocks have on the page. */
  public int keptWords() {
    return keptWords;
  }

  /** Returns how many words the kept blocks have as they will stand in the article. */
  public int articleWords() {
    int words = keptWords;
    for (Map.Entry<Integer, String> text : texts.entrySet()) {
      Block block = blocks.list().get(text.getKey());
      boolean changed = isKept(block.index()) && !text.getValue().equals(block.text());
      words += changed ? Tokens.count(text.getValue()) - block.words() : 0;
    }
    return words;
  }

  /**
   * Returns the verdicts, one a block.
   *
   * @throws IllegalStateException if a block has no verdict
   */
  public List<Verdict> result() {
    List<Verdict> result = new ArrayList<>(verdicts.length);
    for (int i = 0; i < verdicts.length; i++) {
      Verdict verdict = verdicts[i];
      if (verdict == null) {
        throw new IllegalStateException("no verdict on block " + i);
      }
      result.add(verdict);
    }
    return result;
  }
}
