package org.coupure.learn;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well containers hold the text of some pages, each figure a mean over the pages.
 *
 * @param coverage share of the text's words that lie inside
 * @param purity share of the words inside that are text, removed boilerplate not counted
 * @param tightness the same with all that is inside
 * @param covered pages of which nearly all text lies inside
 * @param pages number of pages
 */
record ContainerScore(double coverage, double purity, double tightness, int covered, int pages) {
  /** Titles, captions and stray lines may lie outside of the container. */
  static final double NEARLY_ALL = 0.95;

  /** The share of pages whose text the containers must hold. */
  private static final double MOST_PAGES = 0.9;

  /**
   * Least share of text among the words inside. A site's rule keeps all that it calls content, so a
   * container that needs the classifier to be clean is worse than none.
   */
  private static final double PURE = 0.85;

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

    ContainerScore end() {
      int all = Math.max(1, pages);
      return new ContainerScore(coverage / all, purity / all, tightness / all, covered, pages);
    }
  }

  /**
   * Returns one figure to compare by. Coverage weighs more than purity, because the classifier
   * still judges the blocks inside but none outside. Boilerplate weighs little, because it is
   * removed.
   */
  double score() {
    return 0.9 * towardsCoverage(purity) + 0.1 * towardsCoverage(tightness);
  }

  /** The weighted harmonic mean that information retrieval calls F2. */
  private double towardsCoverage(double clean) {
    return coverage + clean == 0 ? 0 : 5 * coverage * clean / (4 * clean + coverage);
  }

  /** Returns why containers are not to be believed, or null. */
  @Nullable String doubt(List<String> content) {
    if (covered < MOST_PAGES * pages) {
      String where =
          content.isEmpty() ? "no element with a stable name" : String.join(", ", content);
      return String.format(
          Locale.ROOT,
          "the pages do not agree where the text stands: %s holds nearly all of it on %d of %d",
          where,
          covered,
          pages);
    }
    if (purity < PURE) {
      return String.format(
          Locale.ROOT,
          "what holds the text (%s) holds too much else: %.0f %% of its words are text",
          String.join(", ", content),
          100 * purity);
    }
    return null;
  }

  /** Returns how well they do, as a sentence. */
  String figures() {
    return String.format(
        Locale.ROOT,
        "`content` holds %.1f %% of their text; %.1f %% of what it holds is text",
        100 * coverage,
        100 * purity);
  }
}
