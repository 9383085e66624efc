package org.coupure.block;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that a printed text repeats on each page: its head, and its number. They may stand
 * inside of a paragraph. Immutable.
 */
final class RunningHeads {
  /** Longer lines are text (characters). */
  private static final int LONGEST = 90;

  /** Digits of the longest page number. */
  private static final int MOST_DIGITS = 4;

  private final boolean[] heads;

  RunningHeads(List<DumpLine> lines) {
    heads = new boolean[lines.size()];
    Map<String, Integer> counts = new HashMap<>();
    for (DumpLine line : lines) {
      if (isShort(line)) {
        counts.merge(key(line.text()), 1, Integer::sum);
      }
    }
    for (int i = 0; i < heads.length; i++) {
      DumpLine line = lines.get(i);
      heads[i] =
          isShort(line) && (isNumber(line.text()) || counts.getOrDefault(key(line.text()), 0) > 1);
    }
  }

  /** Returns whether line {@code i} is one. */
  boolean is(int i) {
    return heads[i];
  }

  private static boolean isShort(DumpLine line) {
    return !line.isBlank()
        && line.text().length() <= LONGEST
        && !line.isEnded()
        && !Character.isLowerCase(line.text().charAt(0));
  }

  /** "4", "- 4 -". */
  private static boolean isNumber(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
      } else if ("- –—[]|/".indexOf(c) < 0) {
        return false;
      }
    }
    return digits > 0 && digits <= MOST_DIGITS;
  }

  /** Pages differ in their numbers. */
  private static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      key.append(Character.isDigit(c) ? '0' : c);
    }
    return key.toString();
  }
}
