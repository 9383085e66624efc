package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Explanation.Judged;
import org.coupure.block.Block;
import org.coupure.learn.RuleState.Effect;
import org.coupure.learn.RuleState.Effect.Kind;

/**
 * Compares the texts that a rule gives with those of the generic path, without labels. A text is
 * worth the F1 that the learned model expects of it, less the share of its words that stand on half
 * of the pages, too: those are the site's and no article's. Not thread-safe.
 */
final class EffectOnPages {
  /** A page has changed when the two texts differ by so much; chosen. */
  private static final double PAGE = 0.01;

  /** The same for the mean over the pages; chosen. */
  private static final double MEAN = 0.005;

  private final Clipper clipper;
  private final List<Texts> pages = new ArrayList<>();
  private final Map<String, Integer> shown = new HashMap<>();

  /** The two texts of a page: its blocks, and which of them are kept. */
  private record Texts(
      List<Block> blocks, BitSet ruled, BitSet generic, double ruledF1, double genericF1) {}

  EffectOnPages(Clipper clipper) {
    this.clipper = clipper;
  }

  /** Adds a page, unless what was judged was not its blocks but a text beside them. */
  void add(ParsedPage page, List<Judged> ruled, List<Judged> generic) {
    List<Block> blocks = page.blocks() == null ? List.of() : page.blocks().list();
    if (ruled.size() != blocks.size() || generic.size() != blocks.size()) {
      return;
    }
    BitSet one = kept(ruled);
    BitSet other = kept(generic);
    double oneF1 = clipper.modelF1(page, one::get);
    double otherF1 = one.equals(other) ? oneF1 : clipper.modelF1(page, other::get);
    pages.add(new Texts(blocks, one, other, oneF1, otherF1));
    Set<String> texts = new HashSet<>();
    blocks.forEach(block -> texts.add(block.text()));
    texts.forEach(text -> shown.merge(text, 1, Integer::sum));
  }

  private static BitSet kept(List<Judged> judged) {
    BitSet kept = new BitSet();
    for (int i = 0; i < judged.size(); i++) {
      kept.set(i, judged.get(i).verdict().kept());
    }
    return kept;
  }

  /** Returns what the rule does to the texts, as far as the pages agree. */
  Effect effect() {
    double ruled = 0;
    double generic = 0;
    int better = 0;
    int worse = 0;
    for (Texts page : pages) {
      double one = page.ruledF1 - recurring(page, page.ruled);
      double other = page.genericF1 - recurring(page, page.generic);
      ruled += one;
      generic += other;
      better += one - other >= PAGE ? 1 : 0;
      worse += other - one >= PAGE ? 1 : 0;
    }
    int some = Math.max(1, pages.size());
    double change = (ruled - generic) / some;
    return new Effect(kind(change, better, worse), change, better, worse);
  }

  private Kind kind(double change, int better, int worse) {
    if (pages.size() < Template.LEAST_PAGES) {
      return Kind.UNKNOWN;
    }
    if (Math.abs(change) < MEAN) {
      return Kind.SAME;
    }
    boolean agreed = change > 0 ? better > worse : worse > better;
    return !agreed ? Kind.UNKNOWN : change > 0 ? Kind.BETTER : Kind.WORSE;
  }

  /** Returns the share of a text's words that stand on half of the pages. */
  private double recurring(Texts page, BitSet kept) {
    double enough = Math.max(Template.LEAST_PAGES, pages.size() * Template.RECURS);
    double words = 0;
    double recurring = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      Block block = page.blocks.get(i);
      words += block.words();
      recurring += shown.getOrDefault(block.text(), 0) >= enough ? block.words() : 0;
    }
    return words == 0 ? 0 : recurring / words;
  }
}
