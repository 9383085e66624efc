package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.jspecify.annotations.Nullable;

/**
 * Raises the chances of the lines with which a letter ends: below "Yours faithfully," the name, and
 * below the name what its owner is and where he lives.
 */
final class DumpClosings {
  /** More than any cut of the presets. */
  private static final float KEPT = 0.5f;

  /** A closing is text with this chance at least. Chosen, as for announcements. */
  private static final float LIKELY = 0.7f;

  /** A line with a lower probability is not a signature. Chosen. */
  private static final float LEAST = 0.08f;

  private static final int LONGEST_CLOSING = 9;
  private static final int LONGEST_NAME = 6;
  private static final int LONGEST_PLACE = 9;

  /** If a paragraph follows, the line only names the speaker of a quotation. */
  private static final int PARAGRAPH = 15;

  private static final String STOPS = ".:!?…|»>©@#/";

  private DumpClosings() {}

  static void raise(Blocks blocks, float[] chances) {
    List<Block> list = blocks.list();
    List<@Nullable Phrase> phrases = blocks.phrases(PhraseBook.bundled());
    for (int i = chances.length - 2; i > 0 && !isParagraph(list.get(i), chances[i]); i--) {
      Block closing = list.get(i);
      boolean closes =
          closing.text().endsWith(",")
              && closing.words() <= LONGEST_CLOSING
              && chances[i] >= LIKELY
              && phrases.get(i) == null;
      if (!closes || !signs(list.get(i + 1), phrases.get(i + 1), LONGEST_NAME, chances[i + 1])) {
        continue;
      }
      chances[i + 1] = Math.max(chances[i + 1], KEPT);
      int place = i + 2;
      if (place < chances.length
          && signs(list.get(place), phrases.get(place), LONGEST_PLACE, chances[place])) {
        chances[place] = Math.max(chances[place], KEPT);
      }
      return;
    }
  }

  private static boolean isParagraph(Block block, float chance) {
    return chance >= KEPT && block.words() >= PARAGRAPH;
  }

  /** Returns whether a line of words in their capitals may be a name, an office or a place. */
  private static boolean signs(Block block, @Nullable Phrase phrase, int longest, float chance) {
    String text = block.text();
    if (phrase != null || block.words() > longest || chance < LEAST) {
      return false;
    }
    boolean plain = true;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      boolean initial = c == '.' && i < text.length() - 1;
      plain &= initial || (STOPS.indexOf(c) < 0 && !Character.isDigit(c));
    }
    return plain && Character.isLetter(text.codePointAt(0)) && !isSentence(text);
  }

  private static boolean isSentence(String text) {
    return STOPS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
