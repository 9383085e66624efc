package org.coupure.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts paragraphs together again that were folded at a width, as mail, terminals and PDF do. The
 * width is learnt from lines that break off inside a sentence and go on in the next one: in folded
 * text they all end near one column, and the next word would not have fitted. Not thread-safe.
 */
final class Unfolding {
  /** Columns of a PDF's are 40 wide, mail and terminals fold at 60 to 100. */
  private static final int NARROWEST = 40;

  private static final int WIDEST = 130;

  /** Lines of one text end no further apart than this share of the width. */
  private static final double RAGGED = 0.25;

  /** With the next word, all but a few lines would reach this share of the width. */
  private static final double FILLED = 0.93;

  private static final double LEFT_OUT = 0.2;

  /** So many lines that go on are needed to see that they were folded; a hyphen counts twice. */
  private static final int FEWEST = 3;

  /** So many are enough where no line had room for the next word. */
  private static final int FEWEST_EXACT = 2;

  /**
   * Mail is folded at 70 to 80 columns: one line that goes on is enough where it is so wide, had no
   * room for the next word, and no line of the text is wider than that. Chosen; narrower lines that
   * go on may be verse.
   */
  private static final int NARROWEST_MAIL = 70;

  private static final int WIDEST_MAIL = 80;

  /** Below this share of the width a line that goes on was broken by its author: verse. */
  private static final double SHORTEST = 0.6;

  /** A headline is set in larger letters, so its lines are shorter. Chosen. */
  private static final double SHORTEST_HEADLINE = 0.35;

  /** The next word of a script without spaces (columns). */
  private static final int SPACELESS_WORD = 2;

  /** A paragraph's first line may be set in; less than this is chance (columns). */
  private static final int SET_IN = 2;

  /** Lines set in by this share of the width are verse or centred. Chosen. */
  private static final double SET_APART = 0.2;

  private final List<DumpLine> lines;
  private final RunningHeads heads;
  private final Hyphenation hyphenation;
  private final boolean[] endsAsText;
  private int width;

  /** Columns up to the end of the next word that a line has at least when it is full. */
  private int full;

  /** Columns of white space before the lines of most paragraphs. */
  private int margin;

  /** A paragraph, and whether a blank line stands before it. */
  record Paragraph(String text, boolean apart) {}

  Unfolding(List<DumpLine> lines) {
    this.lines = lines;
    this.heads = new RunningHeads(lines);
    this.hyphenation = new Hyphenation(lines);
    this.endsAsText = endsAsText(lines);
    measure();
  }

  /** Returns whether the lines were folded. */
  boolean isFolded() {
    return width > 0;
  }

  private void measure() {
    int[] widths = new int[lines.size()];
    int[] fills = new int[lines.size()];
    int count = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (goesOn(i)) {
        widths[count] = lines.get(i).width();
        fills[count++] = fill(i) + (hyphenates(i) ? 1 << 16 : 0);
      }
    }
    int[] sorted = Arrays.copyOf(widths, count);
    Arrays.sort(sorted);
    int widest = 0;
    int most = 0;
    int from = 0;
    for (int to = 0; to < count; to++) {
      while (sorted[from] < sorted[to] * (1 - RAGGED)) {
        from++;
      }
      if (to - from + 1 >= most) {
        most = to - from + 1;
        widest = sorted[to];
      }
    }
    int support = 0;
    int[] within = new int[count];
    int inside = 0;
    for (int i = 0; i < count; i++) {
      if (widths[i] <= widest && widths[i] >= widest * (1 - RAGGED)) {
        support += fills[i] >= 1 << 16 ? 2 : 1;
        within[inside++] = fills[i] & 0xFFFF;
      }
    }
    Arrays.sort(within, 0, inside);
    int fewest = inside > 0 && within[0] > widest ? fewestExact(widest) : FEWEST;
    if (support < fewest || longProse(widest) * 2 > inside) {
      return;
    }
    if (within[(int) (inside * LEFT_OUT)] < widest * FILLED) {
      return;
    }
    width = widest;
    full = Math.min(within[(int) (inside * LEFT_OUT / 2)] - 1, widest);
    margin = widest;
    for (DumpLine line : lines) {
      boolean wide = line.width() <= widest && line.width() >= widest * (1 - RAGGED);
      margin = wide ? Math.min(margin, line.indent()) : margin;
    }
  }

  private int fewestExact(int widest) {
    boolean mail = widest >= NARROWEST_MAIL && widest <= WIDEST_MAIL;
    return mail && lines.stream().allMatch(line -> line.width() <= WIDEST_MAIL) ? 1 : FEWEST_EXACT;
  }

  /** Returns how many lines are paragraphs of their own: sentences much longer than the width. */
  private int longProse(int widest) {
    int count = 0;
    for (DumpLine line : lines) {
      count += line.width() > widest * (1 + RAGGED) && line.isEnded() ? 1 : 0;
    }
    return count;
  }

  /** Returns whether line {@code i} surely goes on in the next one, if it was folded at all. */
  private boolean goesOn(int i) {
    DumpLine line = lines.get(i);
    DumpLine next = lines.get(i + 1);
    if (line.isBlank() || next.isBlank() || !isMeasure(line.width()) || next.isItem()) {
      return false;
    }
    if (hyphenates(i)) {
      return true;
    }
    char last = last(line);
    char first = next.text().charAt(0);
    if (!Character.isLetterOrDigit(last) && last != ',') {
      return false;
    }
    boolean inside =
        Character.isLowerCase(first) || (isCaseless(first) && (last == ',' || isCaseless(last)));
    return inside && endsAsText[i + 1];
  }

  /** Returns from which lines on a paragraph ends as a sentence, no line longer than a fold. */
  private static boolean[] endsAsText(List<DumpLine> lines) {
    boolean[] ends = new boolean[lines.size() + 1];
    for (int i = lines.size() - 1; i >= 0; i--) {
      DumpLine line = lines.get(i);
      boolean written = !line.isBlank() && line.width() <= WIDEST;
      ends[i] = written && (line.isEnded() || last(line) == ':' || ends[i + 1]);
    }
    return ends;
  }

  /** Returns whether {@code line} ends inside of a sentence. */
  private static boolean isOpen(DumpLine line) {
    char last = last(line);
    return Character.isLetterOrDigit(last) || ",-\u2010".indexOf(last) >= 0;
  }

  private static char last(DumpLine line) {
    return line.text().charAt(line.text().length() - 1);
  }

  private static boolean isMeasure(int width) {
    return width >= NARROWEST && width <= WIDEST;
  }

  private static boolean isCaseless(char c) {
    return Character.getType(c) == Character.OTHER_LETTER;
  }

  private boolean hyphenates(int i) {
    DumpLine next = lines.get(i + 1);
    return Hyphenation.divides(lines.get(i), next) && !Character.isUpperCase(next.text().charAt(0));
  }

  /** Returns the columns of line {@code i} with the next word behind it. */
  private int fill(int i) {
    String next = lines.get(i + 1).text();
    if (Columns.isSpaceless(next.charAt(0))) {
      return lines.get(i).width() + SPACELESS_WORD;
    }
    int blank = next.indexOf(' ');
    return lines.get(i).width() + 1 + Columns.of(next, 0, blank < 0 ? next.length() : blank);
  }

  /** Returns the paragraphs. */
  List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    boolean[] ended = ended();
    boolean apart = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        apart = true;
        continue;
      }
      StringBuilder paragraph = new StringBuilder(lines.get(i).text());
      List<Paragraph> between = new ArrayList<>();
      boolean item = lines.get(i).isItem();
      int at = i;
      while (true) {
        int next = next(at, item, ended, between);
        if (next < 0) {
          break;
        }
        append(paragraph, lines.get(at), lines.get(next));
        at = next;
      }
      paragraphs.add(new Paragraph(paragraph.toString(), apart));
      paragraphs.addAll(between);
      i = at;
      apart = false;
    }
    return paragraphs;
  }

  private void append(StringBuilder paragraph, DumpLine line, DumpLine next) {
    if (Hyphenation.divides(line, next)) {
      hyphenation.join(paragraph, line, next);
      return;
    }
    boolean glued =
        Columns.isSpaceless(paragraph.charAt(paragraph.length() - 1))
            && Columns.isSpaceless(next.text().charAt(0));
    paragraph.append(glued ? "" : " ").append(next.text());
  }

  /**
   * Returns the line in which the paragraph of line {@code i} goes on, or -1. It may stand behind
   * the running heads of the next page, which are added to {@code between}.
   */
  private int next(int i, boolean item, boolean[] ended, List<Paragraph> between) {
    if (!isFolded() || i + 1 >= lines.size()) {
      return -1;
    }
    if (!lines.get(i + 1).isBlank() && joins(i, item, ended)) {
      return i + 1;
    }
    int at = i + 1;
    List<Paragraph> passed = new ArrayList<>();
    boolean apart = false;
    for (; at < lines.size() && (lines.get(at).isBlank() || heads.is(at)); at++) {
      if (lines.get(at).isBlank()) {
        apart = true;
      } else {
        passed.add(new Paragraph(lines.get(at).text(), apart));
        apart = false;
      }
    }
    if (at == lines.size() || passed.isEmpty() || !isBrokenOff(i, at)) {
      return -1;
    }
    between.addAll(passed);
    return at;
  }

  /** Returns whether a page ends inside the sentence that line {@code next} ends. */
  private boolean isBrokenOff(int i, int next) {
    DumpLine line = lines.get(i);
    return isOpen(line)
        && line.width() >= width * SHORTEST
        && Character.isLowerCase(lines.get(next).text().charAt(0));
  }

  private boolean joins(int i, boolean item, boolean[] ended) {
    DumpLine line = lines.get(i);
    DumpLine next = lines.get(i + 1);
    if (line.isRule() || next.isRule() || line.width() > width * (1 + RAGGED)) {
      return false;
    }
    boolean open = isOpen(line);
    boolean wide = line.width() >= width * SHORTEST;
    if (open && wide && hyphenates(i)) {
      return true;
    }
    boolean filled = fill(i) > full;
    boolean listed = next.isItem() && !(open && filled && !item && isLoneItem(i + 1));
    boolean setIn = next.indent() >= line.indent() + SET_IN && !item;
    if (listed || setIn || MarkdownLine.level(next.text()) > 0 || isSpeech(line, next)) {
      return false;
    }
    if (isSetApart(line) && isSetApart(next)) {
      return open && isPair(i) && Character.isLowerCase(next.text().charAt(0));
    }
    if (open
        && wide
        && (Character.isLowerCase(next.text().charAt(0)) || isNumberInside(i, ended))) {
      return true;
    }
    if (open && isPair(i) && Character.isLowerCase(next.text().charAt(0))) {
      return true;
    }
    return filled && (line.isEnded() || last(line) == ',' || ended[i + 1]);
  }

  /** Returns whether a line stands far from the left edge: verse, or large print in the middle. */
  private boolean isSetApart(DumpLine line) {
    return line.indent() - margin >= width * SET_APART;
  }

  /**
   * "from 10 to\n12 euros": a sentence goes on with a number; rows of a table both begin with one.
   */
  private boolean isNumberInside(int i, boolean[] ended) {
    return Character.isDigit(lines.get(i + 1).text().charAt(0))
        && !Character.isDigit(lines.get(i).text().charAt(0))
        && ended[i + 1];
  }

  /**
   * Two lines between blank ones, in small letters from the second on: a headline in large print.
   */
  private boolean isPair(int i) {
    for (int above = 0; above < i; above++) {
      if (lines.get(above).isEnded()) {
        return false;
      }
    }
    return (i == 0 || lines.get(i - 1).isBlank())
        && (i + 2 >= lines.size() || lines.get(i + 2).isBlank())
        && !lines.get(i + 1).isEnded()
        && last(lines.get(i)) != ','
        && lines.get(i).width() >= width * SHORTEST_HEADLINE;
  }

  /** "der Tag\n12. April": what looks like an item is the end of a sentence. */
  private boolean isLoneItem(int i) {
    return i + 1 >= lines.size() || !lines.get(i + 1).isItem();
  }

  /** Returns whether {@code next} begins with the dash of another speaker. */
  private static boolean isSpeech(DumpLine line, DumpLine next) {
    char first = next.text().charAt(0);
    return (first == '—' || first == '–' || first == '-') && line.isEnded();
  }

  /** Returns from which lines on the paragraph ends as text does, not as a list of names. */
  private boolean[] ended() {
    boolean[] ended = new boolean[lines.size() + 1];
    for (int i = lines.size() - 1; i >= 0; i--) {
      DumpLine line = lines.get(i);
      boolean goes =
          i + 1 < lines.size() && !line.isBlank() && !lines.get(i + 1).isBlank() && fill(i) > full;
      ended[i] = line.isEnded() || line.text().endsWith(":") || (goes && ended[i + 1]);
    }
    return ended;
  }
}
