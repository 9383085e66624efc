package org.coupure.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.coupure.article.ModelReason;
import org.coupure.article.ModelReason.Contribution;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.model.FeatureSlices;
import org.coupure.model.ModelFile;
import org.jspecify.annotations.Nullable;

/**
 * A model's prediction for one page: the probability of each block to be text. It depends on the
 * blocks alone, so that one serves all verdicts on the page: where the threshold lies, and what the
 * page as a whole shows beside it, is decided for each. Immutable.
 */
final class Prediction implements Judge {
  /** How many contributions a note names. */
  private static final int NAMED = 3;

  /** How many contributions are kept: enough that three of them support the verdict. */
  private static final int STRONGEST = 16;

  private final ModelFile model;
  private final @Nullable FeatureSlices features;
  private final float[] p;
  private final int[] tokens;
  private final Threshold threshold;
  private final Refinement refinement;

  /** Says from which probability on a block is kept. */
  @FunctionalInterface
  interface Threshold {
    /** Returns the least probability that is kept. */
    float of(float[] p, int[] tokens, PrecisionRecall balance);
  }

  /** Gives verdicts where the probability of a block alone is not the best that is known. */
  @FunctionalInterface
  interface Refinement {
    /**
     * Speaks about open blocks.
     *
     * @param likely whether a block is likely enough to be kept, by its index
     */
    void refine(BlockVerdicts verdicts, IntPredicate likely);
  }

  /**
   * @param features what the verdicts name as their reasons, or null for the short reason "model"
   * @param p the probability of each block
   * @param tokens the words of each block
   * @param threshold from which probability on a block is kept
   * @param refinement decides before the probabilities do
   */
  Prediction(
      ModelFile model,
      @Nullable FeatureSlices features,
      float[] p,
      int[] tokens,
      Threshold threshold,
      Refinement refinement) {
    this.model = model;
    this.features = features;
    this.p = p;
    this.tokens = tokens;
    this.threshold = threshold;
    this.refinement = refinement;
  }

  /** Returns the probability that the trees give each block. */
  static float[] chances(FeatureSlices features, ModelFile model) {
    return chances(features.sums(model.trees()));
  }

  /** Turns sums of trees into probabilities, in place. */
  static float[] chances(float[] p) {
    for (int i = 0; i < p.length; i++) {
      p[i] = (float) (1 / (1 + Math.exp(-p[i])));
    }
    return p;
  }

  /** Decides the open blocks, and notes which F1 is expected of what is kept then. */
  @Override
  public void judge(BlockVerdicts verdicts) {
    float cut = threshold.of(p, tokens, verdicts.balance());
    boolean[] open = new boolean[p.length];
    refinement.refine(verdicts, i -> p[i] >= cut);
    for (int i = 0; i < p.length; i++) {
      open[i] = verdicts.isOpen(i);
      if (open[i]) {
        verdicts.give(i, verdict(verdicts.blocks().list().get(i), cut));
      }
    }
    rate(verdicts, open);
  }

  private void rate(BlockVerdicts verdicts, boolean[] decidedHere) {
    double all = 0;
    double expected = 0;
    double hits = 0;
    double kept = 0;
    for (int i = 0; i < p.length; i++) {
      boolean in = verdicts.isKept(i);
      double mass = (double) p[i] * tokens[i];
      all += mass;
      // Blocks that other judges dropped for certain do not count as expected text.
      expected += decidedHere[i] || in ? mass : 0;
      hits += in ? mass : 0;
      kept += in ? tokens[i] : 0;
    }
    verdicts.rate(kept == 0 ? 0 : Math.min(1, 2 * hits / (kept + expected)));
    verdicts.compare(kept == 0 ? 0 : Math.min(1, 2 * hits / (kept + all)));
  }

  /**
   * Returns the threshold where the expected F is largest, of an even balance 2·Σ(p·words kept) /
   * (Σ words kept + Σ p·words over all), searched over the blocks in falling order of probability.
   */
  static float cut(float[] p, int[] tokens, PrecisionRecall balance) {
    // Probabilities are never below zero, so that their bits stand in their order; blocks of the
    // same probability stay in the order of the page.
    long[] order = new long[p.length];
    double expected = 0;
    for (int i = 0; i < p.length; i++) {
      order[i] = (long) ~Float.floatToRawIntBits(p[i]) << Integer.SIZE | i;
      expected += (double) p[i] * tokens[i];
    }
    Arrays.sort(order);
    double mass = 0;
    double kept = 0;
    double best = -1;
    float cut = balance.most();
    for (long place : order) {
      int i = (int) place;
      mass += (double) p[i] * tokens[i];
      kept += tokens[i];
      double f = balance.f(mass, kept, expected);
      if (f > best) {
        best = f;
        cut = p[i];
      }
    }
    return balance.bounded(cut);
  }

  private Verdict verdict(Block block, float cut) {
    float chance = p[block.index()];
    ModelReason reason = reason(block.index(), cut);
    String why = reason == null ? "model" : why(reason);
    Verdict verdict =
        chance >= cut
            ? Verdict.keep(block.kind(), Decider.CLASSIFIER, why)
            : Verdict.drop(Decider.CLASSIFIER, why);
    return reason == null ? verdict : verdict.withModel(reason);
  }

  private @Nullable ModelReason reason(int block, float cut) {
    if (features == null) {
      return null;
    }
    float[] moved = features.contributions(model.trees(), block);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < moved.length; i++) {
      order.add(i);
    }
    order.sort((a, b) -> Float.compare(Math.abs(moved[b]), Math.abs(moved[a])));
    List<Contribution> strongest = new ArrayList<>();
    for (int feature : order.subList(0, STRONGEST)) {
      float value = features.get(block, feature);
      strongest.add(new Contribution(model.features().get(feature), value, moved[feature]));
    }
    return new ModelReason(p[block], cut, strongest);
  }

  private static String why(ModelReason reason) {
    StringBuilder why = new StringBuilder();
    why.append(
        String.format(Locale.ROOT, "p %.2f, cut %.2f:", reason.chance(), reason.threshold()));
    for (Contribution one : reason.contributions().subList(0, NAMED)) {
      why.append(
          String.format(Locale.ROOT, " %s=%.3g (%+.2f)", one.feature(), one.value(), one.moved()));
    }
    return why.toString();
  }
}
