package org.coupure.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.coupure.article.Byline;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.byline.BylineParser;
import org.coupure.date.DateLines;
import org.coupure.date.DateLines.Sort;
import org.coupure.date.DateParser;
import org.jspecify.annotations.Nullable;

/**
 * Decides which blocks were spent on a field: the headline, also where it is repeated or cut off,
 * and the lines near it that say who and when. A paragraph of the text is never spent.
 */
final class ConsumedBlocks {
  /** The headline is repeated near its place, not in the middle of the text. */
  private static final int REPEATED_WITHIN = 12;

  /** Most characters a byline or date line has beside the names. */
  private static final int EXTRA = 60;

  /** Words of a line that is a date and a time and nothing else. */
  private static final int DATED_WORDS = 6;

  private final BylineParser names;
  private final DateLines dates;
  private final DateParser dateParser;
  private final Locale locale;
  private final Map<Integer, String> spent = new HashMap<>();

  ConsumedBlocks(BylineParser names, DateLines dates, DateParser dateParser, Locale locale) {
    this.names = names;
    this.dates = dates;
    this.dateParser = dateParser;
    this.locale = locale;
  }

  Map<Integer, String> decide(
      Blocks blocks, HeadlineArea area, @Nullable String title, Byline byline) {
    if (title != null) {
      titles(blocks.list(), area.headline(), title);
    }
    for (Block line : area.lines()) {
      boolean may = isLine(line, area) && !spent.containsKey(line.index());
      String field = may ? field(line, area, byline) : null;
      if (field != null) {
        spent.put(line.index(), field);
      }
    }
    return spent;
  }

  /** Notes the blocks that repeat a subtitle which a rule found. */
  static void subtitle(Blocks blocks, String subtitle, Map<Integer, String> spent) {
    String key = Text.key(subtitle);
    for (Block block : blocks.list()) {
      if (block.text().length() <= subtitle.length() + 20 && Text.key(block.text()).equals(key)) {
        spent.putIfAbsent(block.index(), "subtitle");
      }
    }
  }

  private void titles(List<Block> blocks, int headline, String title) {
    if (headline >= 0) {
      spent.put(headline, "title");
    }
    String key = Text.key(title);
    int last = Math.min(blocks.size() - 1, Math.max(headline, 0) + REPEATED_WITHIN);
    for (int i = 0; i <= last; i++) {
      if (isTitle(blocks.get(i).text(), key)) {
        spent.put(i, "title");
      }
    }
  }

  private static boolean isTitle(String text, String key) {
    if (text.length() > key.length() + 20 || !Text.mayHaveKey(text, key)) {
      return false;
    }
    String other = Text.key(text);
    if (other.equals(key)) {
      return true;
    }
    boolean cut = text.endsWith("\u2026") || text.endsWith("...");
    return cut && other.length() >= 15 && key.startsWith(other);
  }

  /** In a table it stands in the headline's own cell. */
  private static boolean isLine(Block line, HeadlineArea area) {
    return switch (line.kind()) {
      case PARAGRAPH, LIST_ITEM -> true;
      case TABLE_ROW -> area.headline() >= 0 && Objects.equals(line.box(), area.block().box());
      default -> false;
    };
  }

  private @Nullable String field(Block line, HeadlineArea area, Byline byline) {
    String text = line.text();
    int named = namesLength(text, byline);
    if (named > 0 && text.length() <= named + EXTRA && isByline(text, named)) {
      return "authors";
    }
    if (text.length() > EXTRA + named) {
      return null;
    }
    Sort sort = dates.sort(text);
    boolean told = sort == Sort.BARE && isTold(line, area);
    boolean date = sort != Sort.NONE && !told && dateParser.parse(text, locale) != null;
    return date ? "published" : null;
  }

  /** An item of a list that stands in the text dates what it tells: a ruling, a day of a story. */
  private static boolean isTold(Block line, HeadlineArea area) {
    return line.kind() == PassageKind.LIST_ITEM
        && line.words() > DATED_WORDS
        && area.isInText(line);
  }

  private boolean isByline(String text, int named) {
    return names.prefixes().startsAsByline(text)
        || text.length() <= named + 4
        || Text.hasDigit(text);
  }

  private static int namesLength(String text, Byline byline) {
    String lower = text.toLowerCase(Locale.ROOT);
    int length = 0;
    for (String author : byline.authors()) {
      length += lower.contains(author.toLowerCase(Locale.ROOT)) ? author.length() : 0;
    }
    String agency = byline.agency();
    if (agency != null && text.contains(agency)) {
      length += agency.length();
    }
    return length;
  }
}
