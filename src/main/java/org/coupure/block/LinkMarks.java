package org.coupure.block;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes off the numbers that text browsers put before links: "[14]harbour". They count up through
 * the page, stand directly before a word, and their URLs follow at the end; the numbers of
 * footnotes stand behind a word and stay.
 */
final class LinkMarks {
  /** Fewer numbers may be anything. */
  private static final int FEWEST = 3;

  private static final int MOST_DIGITS = 4;

  private LinkMarks() {}

  /** Returns {@code lines} without such numbers; {@code lines} itself where there are none. */
  static List<DumpLine> without(List<DumpLine> lines) {
    return areThere(lines) ? stripped(lines) : lines;
  }

  private static boolean areThere(List<DumpLine> lines) {
    int marks = 0;
    int inner = 0;
    int last = 0;
    for (DumpLine line : lines) {
      String text = line.text();
      for (int i = text.indexOf('['); i >= 0; i = text.indexOf('[', i + 1)) {
        int end = end(text, i);
        if (end < 0) {
          continue;
        }
        int number = Integer.parseInt(text, i + 1, end - 1, 10);
        if (number > last) {
          marks++;
          inner += i > 0 ? 1 : 0;
          last = number;
        }
      }
    }
    return marks >= FEWEST && inner > 0 && (inner * 2 >= marks || hasReferences(lines));
  }

  private static boolean hasReferences(List<DumpLine> lines) {
    int urls = 0;
    for (DumpLine line : lines) {
      urls += line.isItem() && line.text().contains("://") ? 1 : 0;
    }
    return urls >= FEWEST;
  }

  private static List<DumpLine> stripped(List<DumpLine> lines) {
    List<DumpLine> stripped = new ArrayList<>(lines.size());
    for (DumpLine line : lines) {
      String text = stripped(line.text());
      stripped.add(text.isEmpty() ? line : line.with(text));
    }
    return stripped;
  }

  private static String stripped(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    StringBuilder stripped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int end = text.charAt(i) == '[' ? end(text, i) : -1;
      if (end < 0) {
        stripped.append(text.charAt(i));
      } else {
        i = end - 1;
      }
    }
    return stripped.toString().strip();
  }

  /** Returns the index behind the mark that begins at {@code start}, or -1 when it is none. */
  private static int end(String text, int start) {
    int end = start + 1;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    int digits = end - start - 1;
    boolean closed =
        digits > 0 && digits <= MOST_DIGITS && end + 1 < text.length() && text.charAt(end) == ']';
    boolean before = closed && isStart(text.charAt(end + 1));
    boolean behind = start > 0 && isWord(text.charAt(start - 1));
    return before && !behind ? end + 1 : -1;
  }

  private static boolean isStart(char c) {
    return Character.isLetterOrDigit(c) || "[(«“\"'‘„#@←→<>".indexOf(c) >= 0;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || ".,;:!?»”\"'’)]".indexOf(c) >= 0;
  }
}
