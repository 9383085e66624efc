package org.coupure.verdict;

import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpTitle;
import org.coupure.block.Seam;
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

  /**
   * The most pieces that a caption in a shortcode is cut into; more pieces are not a caption.
   * Chosen.
   */
  private static final int LONGEST_CAPTION = 5;

  /** Words beside the headline in a feed's last line: "The post … appeared first on …". Chosen. */
  private static final int FOOTER_WORDS = 14;

  /**
   * A paragraph with at least so many words may begin with the headline's words without repeating
   * the headline.
   */
  private static final int PARAGRAPH = 15;

  @Override
  public void judge(BlockVerdicts verdicts) {
    Blocks blocks = verdicts.blocks();
    if (!blocks.isPlainText() || blocks.list().isEmpty()) {
      return;
    }
    dropTitleLines(verdicts);
    DumpCopies.drop(verdicts);
    DumpNotices.drop(verdicts);
    for (Block block : blocks.list()) {
      if (BylineParser.isSignature(block.text())) {
        verdicts.drop(block.index(), Decider.CLASSIFIER, "signature");
      } else if (isDrawn(block.text())) {
        verdicts.drop(block.index(), Decider.CLASSIFIER, "a line without a word");
      } else if (block.text().length() > LONGEST_WORD && block.words() <= 2) {
        verdicts.drop(block.index(), Decider.CLASSIFIER, "no word is so long");
      } else if (BylineParser.bundled().endsWithPictureCredit(block.text())) {
        verdicts.drop(block.index(), Decider.STRUCTURE, "a caption with its credit");
      } else if (MarkupRemnants.isCode(block.text())) {
        verdicts.drop(block.index(), Decider.STRUCTURE, "a style rule or a script");
      }
    }
    dropCaptions(verdicts);
    dropShortcodes(verdicts);
  }

  /** Drops a sentence that a credit was cut off: together they are a caption. */
  private static void dropCaptions(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    for (int i = 1; i < list.size(); i++) {
      Seam seam = list.get(i).seam();
      String text = list.get(i - 1).text();
      if (seam != null
          && seam.joint().equals(" ")
          && !Sentences.isEndInside(text)
          && BylineParser.bundled().endsWithPictureCredit(text + " " + list.get(i).text())) {
        verdicts.drop(i - 1, Decider.STRUCTURE, "a caption with its credit");
      }
    }
  }

  /** Drops shortcodes, and captions with what stands between their two. */
  private static void dropShortcodes(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    for (int i = 0; i < list.size(); i++) {
      String text = list.get(i).text();
      if (MarkupRemnants.opensCaption(text)) {
        int end = captionEnd(list, i);
        for (; i < end; i++) {
          verdicts.drop(i, Decider.STRUCTURE, "a caption's shortcode");
        }
        i--;
      } else if (MarkupRemnants.isShortcode(text)) {
        verdicts.drop(i, Decider.STRUCTURE, "a shortcode");
      }
    }
  }

  /** Returns the index behind the caption that opens at {@code start}: it is a few pieces long. */
  private static int captionEnd(List<Block> list, int start) {
    int most = Math.min(list.size(), start + LONGEST_CAPTION);
    for (int i = start; i < most; i++) {
      if (MarkupRemnants.closesCaption(list.get(i).text())) {
        return i + 1;
      }
    }
    return start + 1;
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
    dropFeedFooter(verdicts, titleKey, Tokens.count(DumpTitle.text(verdicts.blocks(), title)));
  }

  /**
   * Drops the line with which feeds end, in whatever language: the whole headline, and a few words
   * around it, behind all paragraphs.
   */
  private static void dropFeedFooter(BlockVerdicts verdicts, TitleKey title, int titleWords) {
    List<Block> list = verdicts.blocks().list();
    if (titleWords < TitleKey.FEWEST_WORDS) {
      return;
    }
    for (int i = list.size() - 1; i > 0; i--) {
      Block block = list.get(i);
      boolean holds = TitleKey.of(block.text()).key().contains(title.key());
      if (holds && block.words() <= titleWords + FOOTER_WORDS) {
        verdicts.drop(i, Decider.CLASSIFIER, "repeats the headline");
        return;
      }
      if (isParagraph(block.text())) {
        return;
      }
    }
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
