package org.coupure.verdict;

import java.util.List;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/**
 * Where the container stands that gathers most prose, in the manner of Readability (Arc90, 2009):
 * each block of prose gives points to the elements above it, less the farther up they are.
 */
final class CandidateFeatures implements FeatureGroup {
  static final List<String> NAMES =
      List.of(
          "candidate_in",
          "candidate_up",
          "candidate_down",
          "candidate_blocksAway",
          "candidate_place",
          "candidate_share",
          "candidate_linked",
          "candidate_lead");

  private static final int LEAST_TOKENS = 8;
  private static final int MOST_TOKENS = 120;
  private static final int LEVELS = 5;

  private final FeatureContext view;
  private final int top;
  private final float lead;

  CandidateFeatures(FeatureContext view) {
    this.view = view;
    float[] scores = new float[view.outline.size()];
    for (int i = 0; i < view.count; i++) {
      give(i, scores);
    }
    int best = 0;
    float bestScore = 0;
    float secondScore = 0;
    for (int row = 0; row < scores.length; row++) {
      float score = scores[row] * (1 - 0.9f * linked(row));
      if (score > bestScore) {
        secondScore = bestScore;
        bestScore = score;
        best = row;
      } else if (score > secondScore) {
        secondScore = score;
      }
    }
    this.top = best;
    this.lead = bestScore == 0 ? 0 : secondScore / bestScore;
  }

  private void give(int i, float[] scores) {
    int tokens = view.text.tokens[i];
    float density = view.linkDensity(i);
    if (tokens < LEAST_TOKENS || density >= 0.5f) {
      return;
    }
    float points = Math.min(tokens, MOST_TOKENS) * (1 - density) + 2 * view.text.commas[i];
    int at = view.outline.parent(view.boxRow(i));
    float weight = 1;
    for (int level = 0; level < LEVELS && at >= 0; level++) {
      scores[at] += points * weight;
      weight *= level == 0 ? 0.75f : 0.7f;
      at = view.outline.parent(at);
    }
  }

  private float linked(int row) {
    return view.linked(
        view.outline.firstBlock(row), Math.min(view.count, view.outline.endBlock(row)));
  }

  @Override
  public void write(int i, FeatureRow row) {
    if (view.outline.size() == 0) {
      for (int k = 0; k < NAMES.size(); k++) {
        row.add(-1);
      }
      return;
    }
    int from = view.outline.firstBlock(top);
    int to = Math.min(view.count, view.outline.endBlock(top));
    boolean inside = i >= from && i < to;
    row.add(inside ? 1 : 0);
    row.add(inside ? 0 : view.levelsToCommon(top, view.boxRow(i)));
    row.add(view.levelsToCommon(view.boxRow(i), top));
    row.add(inside ? 0 : i < from ? i - from : i - to + 1);
    row.add(to > from ? (float) (i - from) / (to - from) : 0);
    row.add((float) view.tokens(from, to) / Math.max(1, view.totalTokens()));
    row.add(view.linked(from, to));
    row.add(lead);
  }
}
