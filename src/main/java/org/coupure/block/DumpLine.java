package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.text.Sentences;
import org.coupure.text.Whitespace;

/**
 * A line of a plain-text dump, as it stood and as it is read. Immutable.
 *
 * @param text the line with white space folded; empty for a blank line
 * @param indent columns of white space before its first sign
 * @param width columns from the edge to its last sign, as it was laid out
 * @param broken whether a soft hyphen stood at its end: a word goes on in the next line
 */
record DumpLine(String text, int indent, int width, boolean broken) {
  private static final int TAB = 8;

  private static final char SOFT_HYPHEN = '\u00AD';

  private static final String RULES = "=-_*~ ";

  private static final String BULLETS = "•◦▪▫●○■□‣⁃∙·";

  private static final String DASHES = "-*–+";

  /** Digits of the largest number of a list item. */
  private static final int MOST_DIGITS = 3;

  /** Returns the lines of {@code text}. */
  static List<DumpLine> split(String text) {
    List<DumpLine> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isBreak(text.charAt(i))) {
        lines.add(of(text, start, i));
        i += text.startsWith("\r\n", i) ? 1 : 0;
        start = i + 1;
      }
    }
    return lines;
  }

  private static DumpLine of(String text, int start, int end) {
    int from = start;
    int indent = 0;
    while (from < end && isGap(text.charAt(from))) {
      char c = text.charAt(from);
      indent += c == '\t' ? TAB - indent % TAB : Columns.of(c);
      from++;
    }
    int to = end;
    while (to > from && isGap(text.charAt(to - 1))) {
      to--;
    }
    String folded = Whitespace.fold(text.substring(from, to));
    if (folded.isEmpty()) {
      return new DumpLine("", 0, 0, false);
    }
    int width = indent + Columns.of(text, from, to);
    return new DumpLine(folded, indent, width, text.charAt(to - 1) == SOFT_HYPHEN);
  }

  private static boolean isGap(char c) {
    return Whitespace.isSpace(c) || c == '\uFEFF' || c == '\u200B';
  }

  private static boolean isBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == 0x0B
        || c == '\f'
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  /** Returns this line with another text, laid out as it was. */
  DumpLine with(String other) {
    return new DumpLine(other, indent, width, broken);
  }

  boolean isBlank() {
    return text.isEmpty();
  }

  /** Returns whether it is drawn, not written: "=====" or "* * *". */
  boolean isRule() {
    for (int i = 0; i < text.length(); i++) {
      if (RULES.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return text.length() > 2;
  }

  /** Returns whether it ends as sentences do. */
  boolean isEnded() {
    return Sentences.isEnd(text);
  }

  boolean isItem() {
    return isItem(text);
  }

  /** Returns whether {@code text} starts with a bullet, or with a number and a dot or bracket. */
  static boolean isItem(String text) {
    if (text.length() < 3) {
      return false;
    }
    char first = text.charAt(0);
    if (BULLETS.indexOf(first) >= 0) {
      return true;
    }
    if (DASHES.indexOf(first) >= 0 && text.charAt(1) == ' ') {
      return true;
    }
    int digits = 0;
    while (digits < MOST_DIGITS
        && digits < text.length()
        && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits > 0
        && digits + 1 < text.length()
        && ".)".indexOf(text.charAt(digits)) >= 0
        && text.charAt(digits + 1) == ' ';
  }
}
