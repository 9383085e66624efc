package org.coupure.verdict;

import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.DumpLines;
import org.coupure.byline.BylineParser;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.jspecify.annotations.Nullable;

/**
 * Drops what newsrooms tell readers of a plain-text dump in whole sentences: a note of the editors
 * about a change, what they earn by links, and below the text who its author is.
 */
final class DumpNotices {
  /** Words of the longest notice. Chosen. */
  private static final int LONGEST = 60;

  /** Characters of the longest label of a note. Chosen. */
  private static final int LONGEST_LABEL = 40;

  /** Words of likely text below an author's box at most. Chosen. */
  private static final int BELOW = 40;

  /** A paragraph stands above what tells of the author. */
  private static final int PARAGRAPH = 15;

  /** A line is text with this chance. */
  private static final float LIKELY = 0.5f;

  /** Words of the longest note about the editing of a post, and of a motto. Chosen. */
  private static final int LONGEST_EDIT = 24;

  /** Digits of the shortest date in such a note. */
  private static final int LEAST_DIGITS = 4;

  /** Lines of a motto at most, none of them likelier to be text than this. Chosen. */
  private static final int MOTTO = 3;

  private static final float DOUBTFUL = 0.8f;

  /** Words of "For further information, please contact:" at most. */
  private static final int LONGEST_CONTACT = 7;

  /** Lines below that label at most. Chosen. */
  private static final int MOST_CONTACTS = 5;

  /** Digits of the shortest telephone number. */
  private static final int LEAST_NUMBER = 6;

  private static final PromotionWords WORDS = PromotionWords.load();
  private static final long NOTE = WORDS.bits("editors-note");
  private static final long CHANGE = WORDS.bits("change");
  private static final long EDIT = WORDS.bits("forum-edit");
  private static final long CONTACT = WORDS.bits("contact");
  private static final long EARNED = WORDS.bits("commission", "links");

  private DumpNotices() {}

  static void drop(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    for (Block block : list) {
      if (block.words() > LONGEST) {
        continue;
      }
      long meaning = WORDS.in(block.text());
      if ((meaning & CHANGE) != 0 && isLabelledNote(block.text())) {
        verdicts.drop(block.index(), Decider.PHRASE, "a note of the editors about a change");
      } else if ((meaning & EARNED) == EARNED) {
        verdicts.drop(block.index(), Decider.PHRASE, "what links earn");
      }
    }
    dropAuthorBox(verdicts);
    dropEditNote(verdicts);
    dropContacts(verdicts);
  }

  /** Drops "Last edited by …, edited 2 times" below a post of a forum, and the motto below it. */
  private static void dropEditNote(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    DumpLines lines = verdicts.blocks().dumpLines();
    for (int i = 1; i < list.size(); i++) {
      Block block = list.get(i);
      boolean note =
          block.words() <= LONGEST_EDIT
              && (WORDS.in(block.text()) & EDIT) != 0
              && digits(block.text()) >= LEAST_DIGITS;
      if (!note) {
        continue;
      }
      verdicts.drop(i, Decider.PHRASE, "says who edited the post");
      for (int k = i + 1; lines != null && k < Math.min(list.size(), i + 1 + MOTTO); k++) {
        if (lines.chance(k) > DOUBTFUL || list.get(k).words() > LONGEST_EDIT) {
          break;
        }
        verdicts.drop(k, Decider.STRUCTURE, "stands below the note that ends the post");
      }
    }
  }

  /** Drops "More information:" below a release, and the names and numbers under it. */
  private static void dropContacts(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    DumpLines lines = verdicts.blocks().dumpLines();
    for (int i = list.size() - 1; lines != null && i > 0; i--) {
      Block block = list.get(i);
      if (lines.chance(i) >= LIKELY && block.words() >= PARAGRAPH) {
        return;
      }
      boolean label =
          block.words() <= LONGEST_CONTACT
              && block.text().endsWith(":")
              && (WORDS.in(block.text()) & CONTACT) != 0;
      if (label && isReached(list, i + 1)) {
        for (int k = i; k < list.size() && k <= i + MOST_CONTACTS; k++) {
          verdicts.drop(k, Decider.PHRASE, "whom to ask");
        }
        return;
      }
    }
  }

  /** Returns whether a number or mailbox stands within the lines below a label. */
  private static boolean isReached(List<Block> list, int start) {
    for (int i = start; i < Math.min(list.size(), start + MOST_CONTACTS); i++) {
      String text = list.get(i).text();
      if (list.get(i).words() > PARAGRAPH) {
        return false;
      }
      if (text.indexOf('@') > 0 || digits(text) >= LEAST_NUMBER) {
        return true;
      }
    }
    return false;
  }

  private static int digits(String text) {
    return (int) text.codePoints().filter(Character::isDigit).count();
  }

  /** A text about editors' notes has no colon right behind the words. */
  private static boolean isLabelledNote(String text) {
    int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
    return colon > 0
        && colon <= LONGEST_LABEL
        && (WORDS.in(text.substring(0, colon + 1)) & NOTE) != 0;
  }

  /** Drops a paragraph near the end that begins with the name of the byline above the text. */
  private static void dropAuthorBox(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    DumpLines lines = verdicts.blocks().dumpLines();
    String author = lines == null ? null : author(list, verdicts.blocks().dumpTitle());
    if (lines == null || author == null) {
      return;
    }
    int below = 0;
    for (int i = list.size() - 1; i > 0 && below <= BELOW; i--) {
      Block block = list.get(i);
      if (block.text().startsWith(author + " ") && block.words() <= LONGEST) {
        if (list.get(i - 1).text().equals(author)) {
          verdicts.drop(i - 1, Decider.STRUCTURE, "names the author once more");
        }
        verdicts.drop(i, Decider.STRUCTURE, "tells who the author is");
        return;
      }
      Phrase phrase = verdicts.blocks().phrases(PhraseBook.bundled()).get(i);
      below += phrase == null && lines.chance(i) >= LIKELY ? block.words() : 0;
    }
  }

  /** Returns the only name of the byline between the headline and the text, or null. */
  private static @Nullable String author(List<Block> list, int title) {
    for (int i = Math.max(0, title + 1); i < list.size(); i++) {
      Block block = list.get(i);
      if (block.words() >= PARAGRAPH) {
        return null;
      }
      if (BylineParser.bundled().looksLikeByline(block.text())) {
        List<String> names = BylineParser.bundled().names(block.text());
        return names.size() == 1 && names.get(0).indexOf(' ') > 0 ? names.get(0) : null;
      }
    }
    return null;
  }
}
