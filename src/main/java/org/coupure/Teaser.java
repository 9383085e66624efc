package org.coupure;

import org.coupure.block.Block;
import org.coupure.metadata.EmbeddedText;
import org.coupure.text.Whitespace;
import org.coupure.verdict.BlockVerdicts;
import org.jsoup.Jsoup;

/**
 * Recognises pages that show only the beginning of a text but hold all of it in their structured
 * data, for readers who have not paid or whose scripts have not run.
 */
final class Teaser {
  /** The largest share of the stated text that a teaser shows; chosen. */
  private static final double SHOWN = 0.6;

  /** A paragraph of fewer words may stand in any text by chance. */
  private static final int TELLING_WORDS = 8;

  private Teaser() {}

  /**
   * Returns whether the text of a page is a teaser: its first paragraph stands in the stated body,
   * which is much longer.
   */
  static boolean isShown(PageVerdicts verdicts, EmbeddedText data) {
    BlockVerdicts own = verdicts.own();
    if (verdicts.fallback() != null || own.keptWords() == 0) {
      return false;
    }
    EmbeddedText.Found stated = data.stated(own.blocks());
    if (stated == null || own.keptWords() > SHOWN * stated.words()) {
      return false;
    }
    String first = first(own);
    String text = Whitespace.fold(Jsoup.parseBodyFragment(String.join(" ", stated.parts())).text());
    return !first.isEmpty() && text.contains(first);
  }

  private static String first(BlockVerdicts own) {
    for (Block block : own.blocks().list()) {
      if (own.isKept(block.index()) && block.words() >= TELLING_WORDS && block.level() == 0) {
        return Whitespace.fold(own.text(block.index()));
      }
    }
    return "";
  }
}
