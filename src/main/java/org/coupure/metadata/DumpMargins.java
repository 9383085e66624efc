package org.coupure.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpLines;
import org.coupure.block.DumpTitle;
import org.coupure.block.TitleKey;
import org.coupure.block.TrailLine;
import org.coupure.text.LabelledLine;
import org.coupure.text.LabelledLine.Field;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Reads section and tags from the lines of a plain-text dump that are no text: the trail above the
 * headline, labelled lines ("Rubrik: Lokales", "Tags: river, flood") and rows of hashtags. The
 * verdicts on the lines do not change. Used once.
 */
final class DumpMargins {
  /** A line with a lower chance is not text: the product's own threshold. */
  static final float DROPPED = 0.35f;

  /** Characters of the longest section and the longest tag, as in HTML. */
  private static final int LONGEST = 60;

  private static final int LONGEST_SECTION_WORDS = 5;

  /** Words of a lone tag behind its label. */
  private static final int LONGEST_TAG_WORDS = 2;

  private static final int MAX_TAGS = 30;

  private static final String TAG_SEPARATORS = "[,;،、|•·，]";

  private final List<Block> list;
  private final @Nullable DumpLines lines;
  private final int title;
  private final EvidenceLog log;
  private final Set<String> tags = new LinkedHashSet<>();
  private @Nullable String section;

  private DumpMargins(Blocks blocks, int title, EvidenceLog log) {
    this.list = blocks.list();
    this.lines = blocks.dumpLines();
    this.title = title;
    this.log = log;
  }

  /**
   * Reads the lines of {@code blocks}.
   *
   * @param title the index of the headline's block, or -1
   */
  static DumpMargins of(Blocks blocks, int title, EvidenceLog log) {
    DumpMargins margins = new DumpMargins(blocks, title, log);
    if (title >= 0) {
      margins.trail(TitleKey.of(DumpTitle.text(blocks, title)));
    }
    for (int i = 0; i < margins.list.size(); i++) {
      if (margins.isDropped(i) && blocks.dumpHead().line(i) == null) {
        margins.labelled(i);
      }
    }
    return margins;
  }

  /** Returns whether the model takes the line at {@code i} for no text. */
  static boolean isDropped(@Nullable DumpLines lines, int i) {
    return lines != null && i >= 0 && i < lines.count() && lines.chance(i) < DROPPED;
  }

  private boolean isDropped(int i) {
    return i != title && isDropped(lines, i);
  }

  /** The innermost part of the last trail above the headline that is not the headline itself. */
  private void trail(TitleKey headline) {
    for (int i = title; i >= 0 && section == null; i--) {
      String text = list.get(i).text();
      // Bars stand between the words of menus.
      List<String> parts =
          TrailLine.is(text) && text.indexOf('|') < 0 ? TrailLine.parts(text) : List.of();
      int inner = parts.size() - 1;
      while (inner > 0
          && (headline.isRepeatedBy(TitleKey.of(parts.get(inner)))
              || isNoSection(parts.get(inner)))) {
        inner--;
      }
      // The outermost part is the front page.
      if (inner > 0) {
        section = parts.get(inner);
        log.add("section", "text", "breadcrumb", text);
      }
    }
  }

  /** A year, "正文" ("the text"), a headline that is cut off. */
  private static boolean isNoSection(String part) {
    return part.length() > LONGEST
        || Tokens.count(part) > LONGEST_SECTION_WORDS
        || part.codePoints().noneMatch(Character::isLetter)
        || TitleKey.of(part).cut()
        || LabelledLine.field(part) == Field.OTHER;
  }

  private void labelled(int i) {
    Block block = list.get(i);
    String text = block.text();
    LabelledLine line = LabelledLine.of(text);
    Field field = line == null ? Field.OTHER : line.field();
    if (line != null && field == Field.SECTION && section == null) {
      if (!isNoSection(line.value())) {
        section = line.value();
        log.add("section", "text", "block " + i, text);
      }
    } else if (line != null && field == Field.TAGS) {
      tags(line.value(), i);
    } else if (isHashtags(text)) {
      tags(text, i);
    } else if (isLabelOfTags(text) && isDropped(i + 1)) {
      tags(list.get(i + 1).text(), i + 1);
    }
  }

  private static boolean isLabelOfTags(String text) {
    String label = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    return LabelledLine.field(label) == Field.TAGS;
  }

  private static boolean isHashtags(String text) {
    for (String word : text.split(" ", -1)) {
      if (word.length() < 2 || word.charAt(0) != '#' || !Character.isLetter(word.codePointAt(1))) {
        return false;
      }
    }
    return true;
  }

  private void tags(String value, int i) {
    int before = tags.size();
    String[] parts = value.split(value.indexOf('#') >= 0 ? "#" : TAG_SEPARATORS, -1);
    // Where blanks stand between tags, nobody can tell which words belong together.
    boolean together = parts.length == 1 && Tokens.count(value) > LONGEST_TAG_WORDS;
    for (String part : together ? new String[0] : parts) {
      String tag = part.strip();
      if (!tag.isEmpty() && tag.length() <= LONGEST && tags.size() < MAX_TAGS) {
        tags.add(tag);
      }
    }
    if (tags.size() > before) {
      log.add("tags", "text", "block " + i, value);
    }
  }

  @Nullable String section() {
    return section;
  }

  /** Returns the tags in their order. */
  List<String> tags() {
    return new ArrayList<>(tags);
  }
}
