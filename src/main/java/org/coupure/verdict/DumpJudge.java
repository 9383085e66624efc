package org.coupure.verdict;

import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpTitle;
import org.coupure.block.TitleKey;
import org.coupure.byline.BylineParser;
import org.coupure.text.Sentences;
import org.coupure.text.Tokens;

/**
 * Drops those lines of a plain-text dump that stand in its record elsewhere: the headline, what
 * repeats it, and the author's initials. Silent about HTML.
 */
public final class DumpJudge implements Judge {
  /** Characters; what is longer is a picture or a file in letters. */
  private static final int LONGEST_WORD = 600;

  /** A paragraph of so many words that begins with the headline's words does not repeat it. */
  private static final int PARAGRAPH = 15;

  @Override
  public void judge(BlockVerdicts verdicts) {
    Blocks blocks = verdicts.blocks();
    if (!blocks.isPlainText() || blocks.list().isEmpty()) {
      return;
    }
    dropTitleLines(verdicts);
    for (Block block : blocks.list()) {
      if (BylineParser.isSignature(block.text()) && !isPostscript(block.text())) {
        verdicts.drop(block.index(), Decider.CLASSIFIER, "signature");
      } else if (isDrawn(block.text())) {
        verdicts.drop(block.index(), Decider.CLASSIFIER, "a line without a word");
      } else if (block.text().length() > LONGEST_WORD && block.words() <= 2) {
        verdicts.drop(block.index(), Decider.CLASSIFIER, "no word is so long");
      }
    }
  }

  /** Drops the headline and the lines that repeat it, behind a breadcrumb or cut off. */
  private static void dropTitleLines(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    int title = verdicts.blocks().dumpTitle();
    if (title < 0) {
      return;
    }
    TitleKey titleKey = TitleKey.of(DumpTitle.text(verdicts.blocks(), title));
    verdicts.drop(title, Decider.CLASSIFIER, "the headline");
    for (Block block : list) {
      boolean repeats = titleKey.isRepeatedBy(TitleKey.of(block.text()));
      if (repeats && (block.index() < title || !isParagraph(block.text()))) {
        verdicts.drop(block.index(), Decider.CLASSIFIER, "repeats the headline");
      }
    }
  }

  /** "P.S." heads a letter's last words; it is nobody's initials. */
  private static boolean isPostscript(String text) {
    return text.replaceAll("[^A-Z]", "").equals("PS");
  }

  /** "=====", "* * *" or "---": it parts what stands above from what stands below. */
  private static boolean isDrawn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.codePointAt(i)) || Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isParagraph(String text) {
    return Sentences.isEnd(text) && !Sentences.isCut(text) && Tokens.count(text) >= PARAGRAPH;
  }
}
