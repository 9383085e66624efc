package org.coupure.article;

import java.util.List;
import java.util.Objects;

/**
 * What a learned model saw in a block. Immutable.
 *
 * @param chance how likely the model takes the block for text, between 0 and 1
 * @param threshold the least chance that is kept on this page
 * @param contributions the features that moved the chance most, the strongest first
 */
public record ModelReason(double chance, double threshold, List<Contribution> contributions) {
  public ModelReason {
    contributions = List.copyOf(contributions);
  }

  /**
   * How far one feature moved the model (feature contributions after Saabas 2014).
   *
   * @param feature the feature's name, such as {@code linkDensity}
   * @param value its value in this block
   * @param moved by how much it moved the sum of the trees, in log odds; above zero towards text
   */
  public record Contribution(String feature, double value, double moved) {
    public Contribution {
      Objects.requireNonNull(feature, "feature");
    }
  }
}
