package org.coupure.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coupure.block.Block.Ink;
import org.coupure.text.Composition;
import org.coupure.text.Tokens;
import org.coupure.text.Whitespace;

/**
 * The text of the block that is being read: folds white space as it comes, counts what is linked or
 * bold, and knows where single line breaks stood. One is reused for all blocks of a page.
 */
final class BlockText {
  /**
   * Lines between single breaks become paragraphs of their own when they are this long on average:
   * half of a short paragraph's length, and longer than verses, URLs and programme lines.
   */
  private static final int PARAGRAPH_LINE = 90;

  /** The first character beyond ASCII's printable ones. */
  private static final char DELETE = 0x7F;

  /** EBCDIC's line break. */
  private static final char NEXT_LINE = 0x85;

  private char[] text = new char[512];
  private int length;

  /** Where single line breaks stood. */
  private int[] breaks = new int[16];

  private int breakCount;

  /** The runs of text between tags: the row of the element, and where the run begins. */
  private int[] runRows = new int[64];

  private int[] runStarts = new int[64];
  private int runs;
  private boolean space;
  private boolean afterBreak;
  private int hidden;
  private int linkChars;
  private int boldChars;
  private int links;
  private int images;

  /** A piece of the text that makes a block of its own, composed, with the row of its first run. */
  record Piece(String text, int words, Ink ink, int row) {}

  boolean isEmpty() {
    return length == 0;
  }

  int runs() {
    return runs;
  }

  int rowOfRun(int run) {
    return runRows[run];
  }

  /** Returns how many single breaks stand before a run. */
  int lineOfRun(int run) {
    int at = Arrays.binarySearch(breaks, 0, breakCount, runStarts[run]);
    return at < 0 ? ~at : at + 1;
  }

  /** Returns the hidden bits that hold for all of the text. */
  int hidden() {
    return hidden;
  }

  /** Takes the beginning of a link. */
  void link() {
    links++;
  }

  /** Takes an image. */
  void image() {
    images++;
  }

  /** Takes a text node; returns whether there was anything in it to be read. */
  boolean append(
      String raw, int row, int hiddenBits, boolean linked, boolean bold, boolean preformatted) {
    int before = length;
    // One more for the space before it, one for what ends it.
    if (length + raw.length() + 2 > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + raw.length() + 2));
    }
    if (!preformatted) {
      appendFolded(raw);
    } else if (before > 0 || !isBlank(raw)) {
      appendPreformatted(raw);
    }
    int added = length - before;
    if (added == 0 || (preformatted && isBlank(raw))) {
      return false;
    }
    hidden = runs == 0 ? hiddenBits : hidden & hiddenBits;
    linkChars += linked ? added : 0;
    boldChars += bold ? added : 0;
    addRun(row, before);
    return true;
  }

  private void addRun(int row, int start) {
    if (runs == runRows.length) {
      runRows = Arrays.copyOf(runRows, runs * 2);
      runStarts = Arrays.copyOf(runStarts, runs * 2);
    }
    runRows[runs] = row;
    runStarts[runs] = start;
    runs++;
  }

  /**
   * Copies all of {@code raw} behind the text, which a processor does many characters at a time,
   * and moves together there what is to stay. A space that was held back goes into the gap between.
   */
  private void appendFolded(String raw) {
    char[] chars = text;
    int from = length + 1;
    int end = from + raw.length();
    raw.getChars(0, raw.length(), chars, from);
    chars[end] = ' ';
    while (from < end) {
      char c = chars[from];
      if (Whitespace.isSpace(c)) {
        space = true;
        from++;
      } else if (Whitespace.isDropped(c, before())) {
        from++;
      } else {
        if (space) {
          if (length > 0 && chars[length - 1] != '\n') {
            chars[length++] = ' ';
          }
          space = false;
        }
        afterBreak = false;
        if (Whitespace.isControl(c)) {
          chars[from] = Whitespace.repaired(c);
        }
        from = appendInk(from);
      }
    }
  }

  /**
   * Takes the character at {@code from} and all of ASCII behind it up to white space, as most text
   * is, and returns the index behind the last one. Stops at the space behind all text by itself.
   */
  private int appendInk(int from) {
    char[] chars = text;
    int to = length;
    int i = from;
    char c = chars[i];
    do {
      chars[to++] = c;
      c = chars[++i];
    } while (c > ' ' && c < DELETE);
    length = to;
    return i;
  }

  private void appendPreformatted(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean control = c < ' ' && c != '\n' && c != '\t';
      if (!control && !Whitespace.isDropped(c, before())) {
        text[length++] = preformatted(c);
      }
    }
    afterBreak = false;
  }

  private static char preformatted(char c) {
    if (c == '\u00A0') {
      return ' ';
    }
    if (c == NEXT_LINE) {
      return '\n';
    }
    return Whitespace.isControl(c) ? Whitespace.repaired(c) : c;
  }

  /** Returns the last character so far, a space when a space comes next or nothing was read. */
  private char before() {
    return space || length == 0 ? ' ' : text[length - 1];
  }

  /** Takes a line break in preformatted text. */
  void newline() {
    if (length > 0) {
      text = length == text.length ? Arrays.copyOf(text, length * 2) : text;
      text[length++] = '\n';
    }
  }

  /** Takes a single line break; returns whether it is the second in a row, which ends the block. */
  boolean lineBreak() {
    if (length == 0) {
      return false;
    }
    if (afterBreak) {
      return true;
    }
    afterBreak = true;
    space = true;
    breaks = breakCount == breaks.length ? Arrays.copyOf(breaks, breakCount * 2) : breaks;
    breaks[breakCount++] = length;
    return false;
  }

  /** Returns the blocks that the text makes: one, or one a line where lines are paragraphs. */
  List<Piece> pieces() {
    int end = length;
    while (end > 0 && Whitespace.isSpace(text[end - 1])) {
      end--;
    }
    if (end == 0) {
      return List.of();
    }
    int inner = 0;
    for (int i = 0; i < breakCount; i++) {
      inner += breaks[i] < end ? 1 : 0;
    }
    if (inner == 0 || end / (inner + 1) < PARAGRAPH_LINE || !sentencesEndAtBreaks(end)) {
      int start = 0;
      while (text[start] == '\n') {
        start++;
      }
      int most = end - start;
      String whole = new String(text, start, most);
      String composed = mayBeComposed(start, end) ? Composition.of(whole) : whole;
      return List.of(
          new Piece(
              composed,
              composed.equals(whole) ? Tokens.count(text, start, end) : Tokens.count(composed),
              ink(Math.min(linkChars, most), Math.min(boldChars, most), inner),
              runRows[0]));
    }
    return lines(end);
  }

  /** Returns whether there is a character that composing can change; no branch in the loop. */
  private boolean mayBeComposed(int start, int end) {
    int all = 0;
    for (int i = start; i < end; i++) {
      all |= text[i];
    }
    return all >= Composition.FIRST;
  }

  /** Returns how a whole text is set; most is set plainly, and shares the word for it. */
  private Ink ink(int linked, int bold, int inner) {
    return (linked | links | bold | inner | images) == 0
        ? Ink.PLAIN
        : new Ink(linked, links, bold, inner, images);
  }

  private List<Piece> lines(int end) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int run = 0;
    for (int i = 0; i <= breakCount; i++) {
      while (run < runs - 1 && lineOfRun(run) < i) {
        run++;
      }
      int to = i < breakCount ? Math.min(breaks[i], end) : end;
      String line = new String(text, from, to - from).strip();
      if (!line.isEmpty()) {
        // What is linked was counted for the whole; each line gets its share by length.
        double share = (double) line.length() / end;
        String composed = Composition.of(line);
        pieces.add(
            new Piece(
                composed,
                Tokens.count(composed),
                new Ink(
                    (int) Math.min(line.length(), linkChars * share),
                    (int) Math.round(links * share),
                    (int) Math.min(line.length(), boldChars * share),
                    0,
                    pieces.isEmpty() ? images : 0),
                runRows[run]));
      }
      from = to;
    }
    return pieces;
  }

  /** Returns whether most lines end as sentences do, so that the breaks are not a verse's. */
  private boolean sentencesEndAtBreaks(int end) {
    int ended = 0;
    int all = 0;
    for (int i = 0; i < breakCount; i++) {
      int at = breaks[i];
      if (at > 0 && at < end) {
        all++;
        ended += ".!?:…»”\"。！？".indexOf(text[at - 1]) >= 0 ? 1 : 0;
      }
    }
    return ended * 2 > all;
  }

  void reset() {
    length = 0;
    breakCount = 0;
    space = false;
    afterBreak = false;
    runs = 0;
    hidden = 0;
    linkChars = 0;
    boldChars = 0;
    links = 0;
    images = 0;
  }

  private static boolean isBlank(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (!Whitespace.isSpace(raw.charAt(i)) && !Whitespace.isInvisible(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
