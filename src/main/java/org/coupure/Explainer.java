package org.coupure;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Explanation.Judged;
import org.coupure.article.LineState;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.coupure.verdict.VerdictSentences;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Says of every block of a page what was decided and why. To be used for one page. */
final class Explainer {
  /** Gives the judges' own short notes. */
  static final Explainer BRIEF = new Explainer(null, List.of());

  private final @Nullable VerdictSentences sentences;

  /** What each judge says alone. */
  private final List<BlockVerdicts> alone;

  private Explainer(@Nullable VerdictSentences sentences, List<BlockVerdicts> alone) {
    this.sentences = sentences;
    this.alone = alone;
  }

  /**
   * Returns an explainer that writes sentences, also about what each of {@code judges} says of
   * {@code blocks} alone.
   */
  static Explainer of(VerdictSentences sentences, Blocks blocks, List<Judge> judges) {
    List<BlockVerdicts> alone = new ArrayList<>();
    for (Judge judge : judges) {
      BlockVerdicts verdicts = new BlockVerdicts(blocks);
      judge.judge(verdicts);
      alone.add(verdicts);
    }
    return new Explainer(sentences, alone);
  }

  /**
   * Returns the blocks with their verdicts.
   *
   * @param own the verdicts on the page's own blocks
   * @param shown the verdicts on the blocks of the article; mostly the same object
   */
  List<Judged> blocks(BlockVerdicts own, BlockVerdicts shown) {
    List<Judged> judged = new ArrayList<>();
    // The record has another text than the page's own blocks.
    if (own.blocks() != shown.blocks()) {
      add(own, true, judged);
    }
    add(shown, false, judged);
    return judged;
  }

  private void add(BlockVerdicts of, boolean superseded, List<Judged> judged) {
    List<Verdict> given = of.result();
    DumpStates states = of.blocks().isPlainText() ? DumpStates.of(given) : null;
    for (Block block : of.blocks().list()) {
      Verdict verdict = given.get(block.index());
      Verdict last =
          superseded && verdict.kept()
              ? Verdict.drop(Decider.FALLBACK, "a spare text is longer")
              : verdict;
      String where = where(block.box());
      LineState state = states == null ? null : states.state(block);
      String sentence = sentences == null ? "" : sentences.of(last);
      List<String> others = sentences == null ? List.of() : others(of, block, last);
      judged.add(new Judged(block.text(), where, last, sentence, others, state));
    }
  }

  private List<String> others(BlockVerdicts of, Block block, Verdict decided) {
    List<String> others = new ArrayList<>();
    for (BlockVerdicts verdicts : alone) {
      Verdict verdict = verdicts.blocks() == of.blocks() ? verdicts.verdict(block.index()) : null;
      if (sentences != null && verdict != null && verdict.decider() != decided.decider()) {
        others.add(sentences.of(verdict));
      }
    }
    return others;
  }

  private static @Nullable String where(@Nullable Element box) {
    if (box == null) {
      return null;
    }
    Element parent = box.parent();
    return parent == null ? name(box) : name(parent) + " > " + name(box);
  }

  private static String name(Element element) {
    String classes = element.className().trim();
    int end = classes.indexOf(' ');
    String first = end < 0 ? classes : classes.substring(0, end);
    return first.isEmpty() ? element.normalName() : element.normalName() + "." + first;
  }
}
