package org.coupure.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.byline.BylineParser;
import org.coupure.text.Sentences;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Knows the titles that say nothing, such as "Untitled document" and "Print": {@code
 * config/metadata/no-titles.txt}; and finds the headline of a page that has no other.
 */
final class PlaceholderTitles {
  /** Blocks above the headline of a page made in a word processor: an address, a letterhead. */
  private static final int FIRST = 6;

  private static final int FEWEST_WORDS = 4;
  private static final int MOST_WORDS = 30;

  private PlaceholderTitles() {}

  static boolean holds(String title) {
    return Bundled.KEYS.contains(Text.key(title));
  }

  /** Returns the first line of words above the text, be it no heading; or null. */
  static @Nullable Block firstLine(Blocks blocks) {
    List<Block> list = blocks.list();
    for (Block block : list.subList(0, Math.min(FIRST, list.size()))) {
      String text = block.text();
      boolean line = block.words() >= FEWEST_WORDS && block.words() <= MOST_WORDS;
      boolean shown = block.hidden() == 0 && block.linkDensity() == 0;
      boolean said = !Sentences.isEnd(text) && BylineParser.bundled().names(text).isEmpty();
      if (line && shown && said && !Text.hasDigit(text) && text.indexOf("://") < 0) {
        return VisibleTitle.isAboveText(block, blocks) ? block : null;
      }
    }
    return null;
  }

  /** Holds the words, so that they are read once. */
  private static final class Bundled {
    static final Set<String> KEYS = load();

    private static Set<String> load() {
      Set<String> keys = new HashSet<>();
      for (String title : WordLists.entries(WordLists.load("metadata/no-titles.txt"), "none")) {
        keys.add(Text.key(title));
      }
      return Set.copyOf(keys);
    }
  }
}
