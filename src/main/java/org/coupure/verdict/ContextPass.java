package org.coupure.verdict;

import java.util.function.IntPredicate;

/**
 * Looks at what a model would keep of a page once more, with what only the whole shows: a heading
 * between two kept paragraphs is the article's, what stands there twice is said once, a caption's
 * box is named after its image, and between the paragraphs of an article stands what its paper
 * offers. All of this is about open blocks only.
 */
final class ContextPass {
  /** A page with fewer words of prose is not an article: its text may be in boxes and offers. */
  private static final int LEAST_PROSE = 150;

  /** Short news have offers, too. */
  private static final int LEAST_OFFERED = 80;

  private ContextPass() {}

  /**
   * Gives the verdicts of the passes.
   *
   * @param p the model's probability of each block
   * @param likely whether that is enough to keep it, by its index
   */
  static void refine(
      FeatureContext context, float[] p, BlockVerdicts verdicts, IntPredicate likely) {
    DraftVerdicts draft = DraftVerdicts.of(context, verdicts, likely);
    look(draft, p);
    draft.give(verdicts);
  }

  static void look(DraftVerdicts draft, float[] p) {
    LongText.restore(draft, p);
    SubHeadings.restore(draft, p);
    DuplicateText.dropCopies(draft);
    int prose = draft.prose();
    if (prose >= LEAST_PROSE) {
      CaptionBoxes.drop(draft, LEAST_PROSE);
      DuplicateText.dropQuotes(draft);
    }
    if (prose >= LEAST_OFFERED) {
      Promotions.drop(draft);
    }
    LinkedCards.drop(draft);
  }
}
