package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.text.LabelledLine;
import org.coupure.text.LabelledLine.Field;
import org.jspecify.annotations.Nullable;

/**
 * The labelled lines above the text of a plain-text dump: the head of a mail, front matter between
 * fences, "Title: …" and "URL: …" that somebody saved, or the lines in which newspaper archives say
 * section and length below the headline. Immutable.
 */
public final class DumpHead {
  /** A line with a label may be a headline; two of them are a head. */
  private static final int FEWEST = 2;

  /** Lines of source, day and edition that newspaper archives put above the headline. */
  private static final int LATEST = 8;

  private static final DumpHead NONE = new DumpHead(0, List.of(), -1);

  private final int start;
  private final List<@Nullable LabelledLine> lines;
  private final int title;

  private DumpHead(int start, List<@Nullable LabelledLine> lines, int title) {
    this.start = start;
    this.lines = lines;
    this.title = title;
  }

  /** Returns the head of a dump; one without lines when it has none. */
  public static DumpHead of(Blocks blocks) {
    List<Block> list = blocks.list();
    DumpHead first = at(list, 0);
    if (first.end() > 0) {
      return first;
    }
    for (int i = 1; i < list.size() && i <= LATEST; i++) {
      DumpHead later = at(list, i);
      if (later.end() > 0) {
        return later.describes() ? later.below(i - 1) : NONE;
      }
    }
    return NONE;
  }

  private static DumpHead at(List<Block> list, int start) {
    List<@Nullable LabelledLine> lines = new ArrayList<>();
    boolean fenced = start == 0 && !list.isEmpty() && isFence(list.get(0).text());
    int known = 0;
    int i = start;
    if (fenced) {
      lines.add(null);
      i++;
    }
    Field listed = Field.OTHER;
    for (; i < list.size(); i++) {
      String text = list.get(i).text();
      if (fenced && isFence(text)) {
        lines.add(null);
        break;
      }
      LabelledLine line = LabelledLine.of(text);
      if (line == null && !isMember(text, fenced, known)) {
        break;
      }
      known += line == null ? 0 : 1;
      boolean item = text.startsWith("- ");
      listed = item ? listed : line == null ? listed(text) : Field.OTHER;
      lines.add(line != null ? line : new LabelledLine(listed, item ? text.substring(2) : text));
    }
    boolean closed = fenced && known > 0 && lines.get(lines.size() - 1) == null;
    boolean url = known == 1 && start == 0 && isUrl(lines.get(0));
    return known >= FEWEST || closed || url ? new DumpHead(start, lines, -1).titled() : NONE;
  }

  /** Returns whether {@code text} goes on a head without a label that is known. */
  private static boolean isMember(String text, boolean fenced, int known) {
    int colon = text.indexOf(':');
    boolean key = colon > 1 && text.lastIndexOf(' ', colon) < 0;
    return fenced
        ? key || text.startsWith("- ")
        : known > 0 && key && text.lastIndexOf('-', colon) > 0 && text.indexOf(' ') == colon + 1;
  }

  /** "authors:" with a list below. */
  private static Field listed(String text) {
    Field field =
        text.endsWith(":") ? LabelledLine.field(text.substring(0, text.length() - 1)) : null;
    return field == null ? Field.OTHER : field;
  }

  private static boolean isUrl(@Nullable LabelledLine line) {
    return line != null && line.field() == Field.URL;
  }

  private static boolean isFence(String text) {
    return text.equals("---");
  }

  private DumpHead titled() {
    for (int i = 0; i < lines.size(); i++) {
      LabelledLine line = lines.get(i);
      if (line != null && line.field() == Field.TITLE) {
        return new DumpHead(start, lines, start + i);
      }
    }
    return this;
  }

  /** Returns whether its lines are those of an archive, not a byline and a date. */
  private boolean describes() {
    int described = 0;
    for (LabelledLine line : lines) {
      boolean about =
          line != null
              && (line.field() == Field.SECTION
                  || line.field() == Field.SITE
                  || line.field() == Field.OTHER);
      described += about ? 1 : 0;
    }
    return described >= FEWEST;
  }

  private DumpHead below(int headline) {
    return title >= 0 ? this : new DumpHead(start, lines, headline);
  }

  /** Returns the index of the block that holds the headline, or -1 when the head has none. */
  public int title() {
    return title;
  }

  /** Returns whether the headline has a label, and is not just the line above the head. */
  public boolean labelsTitle() {
    return title >= start;
  }

  /** Returns the index of its first block. */
  public int start() {
    return start;
  }

  /** Returns one more than the index of its last block; 0 when there is no head. */
  public int end() {
    return lines.isEmpty() ? 0 : start + lines.size();
  }

  /** Returns what the block at {@code index} says, or null for a fence and outside of the head. */
  public @Nullable LabelledLine line(int index) {
    return index < start || index >= end() ? null : lines.get(index - start);
  }
}
