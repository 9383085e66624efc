package org.coupure.model;

/** Some features of a kind, computed for one page. */
public interface FeatureGroup {
  /** Writes this group's values for {@code block}, as many as it has names and in their order. */
  void write(int block, FeatureRow row);
}
