package org.coupure.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.coupure.article.Kind;
import org.coupure.block.Blocks.Layout;
import org.coupure.text.Sentences;
import org.coupure.text.Tokens;
import org.coupure.text.Whitespace;

/**
 * Cuts a plain-text dump into blocks.
 *
 * <p>Its lines are looked at once, to tell three layouts apart. Where lines are folded at a fixed
 * width, a paragraph is what stands between blank lines. Anywhere else a line is a block: in dumps
 * with blank lines, single line breaks stand between lines of clutter, not inside of paragraphs.
 */
public final class TextSegmenter {
  /**
   * Of the lines followed by another of their paragraph, this share fills the width when folded.
   */
  private static final double FULL_LINES = 0.8;

  /** Mail and terminals fold at 60 to 100 characters; no paragraph is that regular beyond. */
  private static final int NARROWEST = 50;

  private static final int WIDEST = 120;

  /** A headline, an address or some code may stick out: this share of the lines. */
  private static final double LINES_BEYOND = 0.04;

  /** A folded line may end this much before the width: the length of a long word. */
  private static final int RAGGED = 20;

  /** So many lines are needed to see that they were folded. */
  private static final int FEWEST_FOLDED = 4;

  /** A sub-heading has no more words. */
  private static final int LONGEST_HEADING = 12;

  /** Words of the longest sub-heading that is marked as one: that of a headline. */
  private static final int LONGEST_MARKED = 25;

  private static final String BULLETS = "•◦▪▫●○■□‣⁃∙·";

  private TextSegmenter() {}

  /** Returns the blocks of {@code text}: its lines or paragraphs that are not blank. */
  public static Blocks segment(String text) {
    List<String> lines = lines(text);
    Layout layout = layout(lines);
    List<String> units = layout == Layout.WRAPPED ? paragraphs(lines, width(lines)) : filled(lines);
    boolean[] apart = apart(lines, layout, units.size());
    List<Block> blocks = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      String unit = units.get(i);
      int marked = markedLevel(unit);
      Kind kind = marked > 0 ? Kind.HEADING : kind(units, i);
      int level = kind == Kind.LIST_ITEM ? 1 : kind == Kind.HEADING ? 2 : 0;
      blocks.add(
          marked > 0
              ? Block.plain(i, MarkdownLine.bare(unit), kind, marked, apart[i])
              : Block.plain(i, unit, kind, level, apart[i]));
    }
    return new Blocks(blocks, layout);
  }

  /**
   * Returns how deep a heading of Markdown {@code unit} is, or 0 when it is none. A single sign
   * also begins comments in code and the headline, which is no passage.
   */
  private static int markedLevel(String unit) {
    int level = MarkdownLine.level(unit);
    return level > 1 && Tokens.count(unit) <= LONGEST_MARKED ? level : 0;
  }

  /** Returns the lines of {@code text}, white space folded; blank ones are empty. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineBreak(text.charAt(i))) {
        lines.add(Whitespace.fold(text.substring(start, i)));
        boolean windows = i + 1 < text.length() && text.startsWith("\r\n", i);
        i += windows ? 1 : 0;
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == 0x0B
        || c == '\f'
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  private static Layout layout(List<String> lines) {
    if (isFolded(lines)) {
      return Layout.WRAPPED;
    }
    int blank = 0;
    int joined = 0;
    for (int i = 1; i < lines.size(); i++) {
      boolean before = !lines.get(i - 1).isEmpty();
      blank += before && lines.get(i).isEmpty() ? 1 : 0;
      joined += before && !lines.get(i).isEmpty() ? 1 : 0;
    }
    return joined > blank ? Layout.SINGLE_NEWLINES : Layout.BLANK_LINES;
  }

  /**
   * Returns whether the lines were folded at a fixed width: nearly all lines that another one
   * follows directly reach the same width, give or take a word, hardly any line goes beyond it, and
   * most of them break off inside a sentence.
   */
  private static boolean isFolded(List<String> lines) {
    int width = width(lines);
    if (width < NARROWEST || width > WIDEST) {
      return false;
    }
    int inner = 0;
    int full = 0;
    int open = 0;
    int filled = 0;
    int beyond = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      filled += line.isEmpty() ? 0 : 1;
      beyond += line.length() > width + RAGGED ? 1 : 0;
      if (isInner(lines, i)) {
        inner++;
        full += Math.abs(line.length() - width) <= RAGGED ? 1 : 0;
        open += Sentences.isEnd(line) ? 0 : 1;
      }
    }
    return inner >= FEWEST_FOLDED
        && full >= inner * FULL_LINES
        && open * 2 > inner
        && beyond <= filled * LINES_BEYOND;
  }

  /** Returns the length of the longest lines inside of paragraphs, but for a few that stick out. */
  private static int width(List<String> lines) {
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isInner(lines, i)) {
        lengths.add(lines.get(i).length());
      }
    }
    Collections.sort(lengths);
    int widest = (int) Math.ceil((lengths.size() - 1) * (1 - LINES_BEYOND));
    return lengths.isEmpty() ? 0 : lengths.get(widest);
  }

  /** Returns whether another line of its paragraph follows line {@code i}. */
  private static boolean isInner(List<String> lines, int i) {
    return i + 1 < lines.size() && !lines.get(i).isEmpty() && !lines.get(i + 1).isEmpty();
  }

  /** Returns before which units a blank line stands; before all paragraphs of folded lines. */
  private static boolean[] apart(List<String> lines, Layout layout, int units) {
    boolean[] apart = new boolean[units];
    int unit = 0;
    for (int i = 0; i < lines.size() && unit < units; i++) {
      if (!lines.get(i).isEmpty()) {
        apart[unit++] = layout == Layout.WRAPPED || (i > 0 && lines.get(i - 1).isEmpty());
      }
    }
    return apart;
  }

  private static List<String> filled(List<String> lines) {
    List<String> filled = new ArrayList<>(lines.size());
    for (String line : lines) {
      if (!line.isEmpty()) {
        filled.add(line);
      }
    }
    return filled;
  }

  private static List<String> paragraphs(List<String> lines, int width) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    String before = "";
    for (String line : lines) {
      boolean starts = line.isEmpty() || isItem(line) || isBroken(before, line, width);
      before = line;
      if (starts && paragraph.length() > 0) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      }
      if (!line.isEmpty()) {
        paragraph.append(paragraph.length() > 0 ? " " : "").append(line);
      }
    }
    if (paragraph.length() > 0) {
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  /**
   * Returns whether the author broke the line: it is far shorter than the others and the next word
   * would have fitted, or one of the two is a rule under a headline.
   */
  private static boolean isBroken(String line, String next, int width) {
    int blank = next.indexOf(' ');
    int word = blank < 0 ? next.length() : blank;
    boolean fits = line.length() + 1 + word <= width - RAGGED;
    return !line.isEmpty() && (fits || isRule(line) || isRule(next));
  }

  /** Returns whether {@code line} is drawn, not written: "=====" or "* * *". */
  private static boolean isRule(String line) {
    for (int i = 0; i < line.length(); i++) {
      if ("=-_*~ ".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return line.length() > 2;
  }

  private static Kind kind(List<String> units, int index) {
    String text = units.get(index);
    boolean hasNeighbour =
        (index > 0 && isItem(units.get(index - 1)))
            || (index + 1 < units.size() && isItem(units.get(index + 1)));
    if (isItem(text) && hasNeighbour) {
      return Kind.LIST_ITEM;
    }
    boolean between = index > 0 && index + 1 < units.size() && isProse(units.get(index + 1));
    return between && !endsOpen(text) && Tokens.count(text) <= LONGEST_HEADING
        ? Kind.HEADING
        : Kind.PARAGRAPH;
  }

  private static boolean isProse(String text) {
    return Sentences.isEnd(text) || text.endsWith(":");
  }

  /** Returns whether {@code text} ends in a way that a heading does not. */
  private static boolean endsOpen(String text) {
    char last = text.charAt(text.length() - 1);
    return last == ':' || last == ',' || last == ';' || (last != '?' && Sentences.isEnd(text));
  }

  /** Returns whether {@code text} starts with a bullet, or with a number and a dot or bracket. */
  private static boolean isItem(String text) {
    if (text.length() < 3) {
      return false;
    }
    char first = text.charAt(0);
    if (BULLETS.indexOf(first) >= 0) {
      return true;
    }
    if ((first == '-' || first == '*' || first == '–') && text.charAt(1) == ' ') {
      return true;
    }
    int digits = 0;
    while (digits < 3 && digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits > 0
        && digits + 1 < text.length()
        && ".)".indexOf(text.charAt(digits)) >= 0
        && text.charAt(digits + 1) == ' ';
  }
}
