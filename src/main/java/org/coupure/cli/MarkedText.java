package org.coupure.cli;

import java.util.List;
import org.coupure.query.Snippet;

/**
 * Highlights words: by colour on a terminal, else by signs. Lines are broken before the marks are
 * written, so that marks without width do not count.
 */
final class MarkedText {
  /** Why words are marked. */
  enum Mark {
    NONE('\uE000', "", ""),
    /** They were searched for. */
    FOUND('\uE001', "*", "*"),
    /** Words that were removed. */
    GONE('\uE002', "[-", "-]"),
    /** Words that were added. */
    NEW('\uE003', "{+", "+}");

    private final char sign;
    private final String before;
    private final String behind;

    Mark(char sign, String before, String behind) {
      this.sign = sign;
      this.before = before;
      this.behind = behind;
    }

    private String shown(String words, Palette palette) {
      if (!palette.on()) {
        return before + words + behind;
      }
      return switch (this) {
        case FOUND -> palette.yellow(words);
        case GONE -> palette.red(words);
        case NEW -> palette.green(words);
        case NONE -> words;
      };
    }

    private int columns() {
      return before.length() + behind.length();
    }
  }

  /** A part of a text with its mark. */
  record Piece(String text, Mark mark) {}

  /**
   * Private-use characters of no width: the first of those that begin marked words, and the one
   * that ends them. They are removed from the text first.
   */
  private static final char FIRST = '\uE000';

  private static final char END = '\uE00F';

  /** A line has seldom more marks, and columns must be left for them. */
  private static final int MARKS_OF_A_LINE = 4;

  private MarkedText() {}

  /** Returns a snippet in lines of at most {@code width} columns behind {@code indent}. */
  static String lines(Snippet snippet, int width, String indent, Palette palette) {
    return lines(
        snippet.pieces().stream()
            .map(piece -> new Piece(piece.text(), piece.found() ? Mark.FOUND : Mark.NONE))
            .toList(),
        width,
        indent,
        palette);
  }

  /** Returns a text in lines of at most {@code width} columns behind {@code indent}. */
  static String lines(List<Piece> pieces, int width, String indent, Palette palette) {
    StringBuilder text = new StringBuilder();
    int marks = 0;
    for (Piece piece : pieces) {
      String plain = Printable.of(piece.text()).replaceAll("[" + FIRST + "-" + END + "]", "");
      if (piece.mark == Mark.NONE) {
        text.append(plain);
      } else {
        text.append(piece.mark.sign).append(plain).append(END);
        marks += piece.mark.columns();
      }
    }
    int room = palette.on() ? width : width - Math.min(marks, MARKS_OF_A_LINE * 4);
    return shown(Wrapping.wrap(text.toString(), room, indent), palette);
  }

  private static String shown(String text, Palette palette) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Mark mark = Mark.NONE;
      for (Mark one : Mark.values()) {
        mark = one.sign == c ? one : mark;
      }
      if (mark == Mark.NONE) {
        shown.append(c);
      } else {
        int end = text.indexOf(END, i);
        shown.append(mark.shown(text.substring(i + 1, end), palette));
        i = end;
      }
    }
    return shown.toString();
  }
}
