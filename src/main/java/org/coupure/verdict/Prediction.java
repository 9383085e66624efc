package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Verdict.Decider;
import org.coupure.model.FeatureSlices;
import org.coupure.model.ModelFile;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of one page: the probability of each block to be text, and the threshold of the
 * page's own where the expected F over its words is largest. Gives verdicts on any ballot of the
 * page. Immutable.
 */
final class Prediction {
  private final ModelFile model;
  private final @Nullable FeatureSlices features;
  private final int[] tokens;
  private final float[] p;
  private final float cut;

  /**
   * @param tokens the words of each block
   * @param balance what to do in doubt
   * @param explain whether verdicts name the features that weighed most, which costs time
   */
  Prediction(
      ModelFile model, FeatureSlices features, int[] tokens, Balance balance, boolean explain) {
    this.model = model;
    // The groups of features hold about as much as the view: only who explains needs them again.
    this.features = explain ? features : null;
    this.tokens = tokens;
    this.p = chances(features, model);
    this.cut = BlockClassifier.cut(p, tokens, balance);
  }

  /**
   * Makes one of probabilities that are known.
   *
   * @param features what they were computed from, for explaining; null to leave that
   */
  Prediction(
      ModelFile model, @Nullable FeatureSlices features, int[] tokens, float[] p, float cut) {
    this.model = model;
    this.features = features;
    this.tokens = tokens;
    this.p = p;
    this.cut = cut;
  }

  /** Returns the probabilities that a model gives to the rows of {@code features}. */
  static float[] chances(FeatureSlices features, ModelFile model) {
    float[] chances = features.sums(model.trees());
    for (int i = 0; i < chances.length; i++) {
      chances[i] = (float) (1 / (1 + Math.exp(-chances[i])));
    }
    return chances;
  }

  /** Returns whether block {@code index} is likely enough to be kept. */
  boolean isFor(int index) {
    return p[index] >= cut;
  }

  /** Decides the open blocks of {@code ballot}, and rates and compares what is kept then. */
  void judge(BlockVerdicts ballot) {
    judge(ballot, null);
  }

  /** Does the same with a second look at the whole page, where there is a view of it. */
  void judge(BlockVerdicts ballot, @Nullable FeatureContext view) {
    ContextPass look = view == null ? null : look(ballot, view);
    double all = 0;
    double expected = 0;
    double hits = 0;
    double kept = 0;
    for (int i = 0; i < p.length; i++) {
      ContextPass.Change change = look == null ? null : look.change(i);
      if (change != null) {
        change.give(ballot, i);
      }
      boolean mine = ballot.isOpen(i);
      if (mine) {
        decide(ballot, i);
      }
      boolean in = ballot.isKept(i);
      double mass = (double) p[i] * tokens[i];
      all += mass;
      // What others dropped for certain is no longer expected to be text.
      expected += mine || in ? mass : 0;
      hits += in ? mass : 0;
      kept += in ? tokens[i] : 0;
    }
    ballot.rate(kept == 0 ? 0 : Math.min(1, 2 * hits / (kept + expected)));
    ballot.compare(kept == 0 ? 0 : Math.min(1, 2 * hits / (kept + all)));
  }

  private ContextPass look(BlockVerdicts ballot, FeatureContext view) {
    boolean[] keep = new boolean[p.length];
    boolean[] open = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      open[i] = ballot.isOpen(i);
      keep[i] = open[i] ? isFor(i) : ballot.isKept(i);
    }
    ContextPass look = new ContextPass(view, keep, open);
    look.look(p);
    return look;
  }

  private void decide(BlockVerdicts ballot, int block) {
    if (isFor(block)) {
      ballot.keep(block, Decider.CLASSIFIER, why(block));
    } else {
      ballot.drop(block, Decider.CLASSIFIER, why(block));
    }
  }

  private String why(int block) {
    if (features == null) {
      return "model";
    }
    float[] moved = features.contributions(model.trees(), block);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < moved.length; i++) {
      order.add(i);
    }
    order.sort((a, b) -> Float.compare(Math.abs(moved[b]), Math.abs(moved[a])));
    StringBuilder why = new StringBuilder();
    why.append(String.format(Locale.ROOT, "p %.2f, cut %.2f:", p[block], cut));
    for (int feature : order.subList(0, 3)) {
      why.append(
          String.format(
              Locale.ROOT,
              " %s=%.3g (%+.2f)",
              model.features().get(feature),
              features.get(block, feature),
              moved[feature]));
    }
    return why.toString();
  }
}
