package org.coupure.learn;

import java.util.BitSet;

/**
 * How well containers hold the text of some pages, each figure a mean over the pages.
 *
 * @param coverage share of the text's words that lie inside
 * @param purity share of the words inside that are text, furniture not counted
 * @param tightness the same with all that is inside
 * @param covered pages of which nearly all text lies inside
 * @param pages number of pages
 */
record Fit(double coverage, double purity, double tightness, int covered, int pages) {
  /** Titles, captions and stray lines may lie outside of the container. */
  static final double NEARLY_ALL = 0.95;

  /** Collects the figures of pages. Not thread-safe. */
  static final class Sum {
    private final Template template;
    private double coverage;
    private double purity;
    private double tightness;
    private int covered;
    private int pages;

    Sum(Template template) {
      this.template = template;
    }

    /** Adds a page whose containers hold {@code inside}. */
    void add(Sample sample, BitSet inside) {
      BitSet content = template.content(sample);
      BitSet clean = (BitSet) inside.clone();
      clean.andNot(template.furniture(sample));
      BitSet both = (BitSet) content.clone();
      both.and(clean);
      double hit = sample.words(both);
      double share = hit / Math.max(1, sample.words(content));
      coverage += share;
      purity += hit / Math.max(1, sample.words(clean));
      tightness += hit / Math.max(1, sample.words(inside));
      covered += share >= NEARLY_ALL ? 1 : 0;
      pages++;
    }

    Fit end() {
      int all = Math.max(1, pages);
      return new Fit(coverage / all, purity / all, tightness / all, covered, pages);
    }
  }

  /** Returns one figure to compare by; more coverage weighs as much as more purity. */
  double score() {
    return 0.7 * harmonic(coverage, purity) + 0.3 * harmonic(coverage, tightness);
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }
}
