package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.Block.Ink;

/**
 * The text of the block that is being read: folds white space as it comes, counts what is linked or
 * bold, and knows where single line breaks stood. One is reused for all blocks of a page.
 */
final class BlockText {
  /**
   * Lines between single breaks become paragraphs of their own when they are this long on average:
   * half of a short paragraph's length, and longer than verses, addresses and programme lines.
   */
  private static final int PARAGRAPH_LINE = 90;

  private final StringBuilder text = new StringBuilder(512);
  private final List<Integer> breaks = new ArrayList<>();
  private boolean space;
  private boolean afterBreak;
  private int row;
  private int hidden;
  private int linkChars;
  private int boldChars;
  private int links;
  private int images;

  /** A piece of the text that makes a block of its own. */
  record Piece(String text, Ink ink) {}

  boolean isEmpty() {
    return text.length() == 0;
  }

  /** Returns the row of the element that holds the first text. */
  int row() {
    return row;
  }

  /** Returns the hidden bits that held for the first text. */
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

  void append(
      String raw, int inRow, int hiddenBits, boolean linked, boolean bold, boolean preformatted) {
    int before = text.length();
    if (preformatted) {
      appendPreformatted(raw);
    } else {
      appendFolded(raw);
    }
    if (before == 0 && text.length() > 0) {
      row = inRow;
      hidden = hiddenBits;
    }
    int added = text.length() - before;
    linkChars += linked ? added : 0;
    boldChars += bold ? added : 0;
  }

  private void appendFolded(String raw) {
    int length = raw.length();
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(i);
      if (isSpace(c)) {
        space = true;
      } else if (!isInvisible(c)) {
        if (space && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
          text.append(' ');
        }
        space = false;
        afterBreak = false;
        text.append(c);
      }
    }
  }

  private void appendPreformatted(String raw) {
    if (text.length() == 0 && raw.isBlank()) {
      return;
    }
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\r' && !isInvisible(c)) {
        text.append(c == '\u00A0' ? ' ' : c);
      }
    }
    afterBreak = false;
  }

  /** Takes a line break in preformatted text. */
  void newline() {
    if (text.length() > 0) {
      text.append('\n');
    }
  }

  /** Takes a single line break; returns whether it is the second in a row, which ends the block. */
  boolean lineBreak() {
    if (text.length() == 0) {
      return false;
    }
    if (afterBreak) {
      return true;
    }
    afterBreak = true;
    space = true;
    breaks.add(text.length());
    return false;
  }

  /** Returns the blocks that the text makes: one, or one a line where lines are paragraphs. */
  List<Piece> pieces() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    if (end == 0) {
      return List.of();
    }
    int inner = 0;
    for (int at : breaks) {
      inner += at < end ? 1 : 0;
    }
    if (inner == 0 || end / (inner + 1) < PARAGRAPH_LINE || !sentencesEndAtBreaks(end)) {
      int start = 0;
      while (text.charAt(start) == '\n') {
        start++;
      }
      return List.of(
          new Piece(
              text.substring(start, end),
              new Ink(Math.min(linkChars, end), links, Math.min(boldChars, end), inner, images)));
    }
    return lines(end);
  }

  private List<Piece> lines(int end) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= breaks.size(); i++) {
      int to = i < breaks.size() ? Math.min(breaks.get(i), end) : end;
      String line = text.substring(from, to).strip();
      if (!line.isEmpty()) {
        // What is linked was counted for the whole; each line gets its share by length.
        double share = (double) line.length() / end;
        pieces.add(
            new Piece(
                line,
                new Ink(
                    (int) Math.min(line.length(), linkChars * share),
                    (int) Math.round(links * share),
                    (int) Math.min(line.length(), boldChars * share),
                    0,
                    pieces.isEmpty() ? images : 0)));
      }
      from = to;
    }
    return pieces;
  }

  /** Returns whether most lines end as sentences do, so that the breaks are not a verse's. */
  private boolean sentencesEndAtBreaks(int end) {
    int ended = 0;
    int all = 0;
    for (int at : breaks) {
      if (at > 0 && at < end) {
        all++;
        ended += ".!?:…»”\"。！？".indexOf(text.charAt(at - 1)) >= 0 ? 1 : 0;
      }
    }
    return ended * 2 > all;
  }

  void reset() {
    text.setLength(0);
    breaks.clear();
    space = false;
    afterBreak = false;
    row = 0;
    hidden = 0;
    linkChars = 0;
    boldChars = 0;
    links = 0;
    images = 0;
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        || (c >= 0x80
            && (c == '\u00A0'
                || c == '\u0085'
                || c == '\u1680'
                || (c >= '\u2000' && c <= '\u200A')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u205F'
                || c == '\u3000'));
  }

  /** Soft hyphens, zero-width characters and direction marks that only steer the display. */
  private static boolean isInvisible(char c) {
    return c == '\u00AD'
        || (c >= '\u200B' && c <= '\u200F' && c != '\u200D')
        || c == '\u2060'
        || c == '\uFEFF';
  }
}
