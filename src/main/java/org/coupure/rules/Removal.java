package org.coupure.rules;

import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.jspecify.annotations.Nullable;

/** One entry of {@code remove} or {@code keep}. Implementations are immutable and thread-safe. */
sealed interface Removal {
  /** Returns its file, line and text, such as {@code site.yaml:7 after .end}. */
  String where();

  /** Elements. */
  record Elements(Selector selector) implements Removal {
    @Override
    public String where() {
      return selector.where();
    }
  }

  /** Blocks of a text. */
  record Texts(TextPattern pattern, String where) implements Removal {}

  /** What lies on one side of a marker. */
  record Stretch(Side side, Removal marker, String where) implements Removal {}

  /** A heading with all that follows, up to the next heading of its level or a higher one. */
  record Section(TextPattern heading, String where) implements Removal {
    /** The level of a line in bold, which many sites use as a heading: below those of HTML. */
    private static final int BOLD_LINE = 7;

    /** Longer lines in bold are text that its author thought important. */
    private static final int BOLD_LENGTH = 80;

    /** Returns the level of a block that stands as a heading, 1 to 7, or 0. */
    static int level(Block block) {
      if (block.kind() == PassageKind.HEADING) {
        return block.level();
      }
      boolean bold = block.ink().boldChars() >= block.text().length();
      return bold && block.text().length() <= BOLD_LENGTH ? BOLD_LINE : 0;
    }

    /** Returns the index behind the section that begins at block {@code start}. */
    static int end(List<Block> blocks, int start) {
      int level = level(blocks.get(start));
      int end = start + 1;
      while (end < blocks.size() && !closes(level(blocks.get(end)), level)) {
        end++;
      }
      return end;
    }

    private static boolean closes(int next, int level) {
      return next > 0 && next <= level;
    }
  }

  /** Which side of a marker goes. */
  enum Side {
    /** What comes after it; the marker stays. */
    AFTER,
    /** The marker and what comes after it. */
    FROM,
    /** What comes before it; the marker stays. */
    BEFORE;

    static @Nullable Side of(String key) {
      return switch (key) {
        case "after" -> AFTER;
        case "from" -> FROM;
        case "before" -> BEFORE;
        default -> null;
      };
    }
  }
}
