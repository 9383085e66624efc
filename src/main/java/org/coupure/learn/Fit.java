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
      // Also what recurs: if the generic path keeps it, a container that leaves it out is no
      // better.
      BitSet kept = (BitSet) sample.kept().clone();
      kept.and(inside);
      double share = (double) sample.words(kept) / Math.max(1, sample.words(sample.kept()));
      content.and(clean);
      double hit = sample.words(content);
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

  /**
   * Returns one figure to compare by. Coverage weighs more than purity, since the classifier still
   * judges what lies inside and nobody what lies outside; furniture weighs little, for it is
   * removed.
   */
  double score() {
    return 0.9 * towardsCoverage(purity) + 0.1 * towardsCoverage(tightness);
  }

  /** The weighted harmonic mean that information retrieval calls F2. */
  private double towardsCoverage(double clean) {
    return coverage + clean == 0 ? 0 : 5 * coverage * clean / (4 * clean + coverage);
  }
}
