package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/**
 * How a line of a dump looks, in any script: its marks, what it has of dates and numbers, blank
 * lines around it, lines of its shape beside it, and what other lines have of it.
 */
final class DumpShapeFeatures implements FeatureGroup {
  /** Words of the longest short line. */
  private static final int SHORT = 8;

  private static final int REACH = 6;

  private final DumpView view;
  private final int[] shapes;

  /** Where the run of short lines that a line belongs to begins and ends; empty for a long one. */
  private final int[] runStart;

  private final int[] runEnd;
  private final float apartShare;

  DumpShapeFeatures(DumpView view) {
    this.view = view;
    int n = view.count;
    shapes = new int[n];
    runStart = new int[n];
    runEnd = new int[n];
    int start = 0;
    int apart = 0;
    for (int i = 0; i < n; i++) {
      shapes[i] = shape(i);
      start = isShort(i) ? start : i + 1;
      runStart[i] = start;
      apart += view.block(i).isApart() ? 1 : 0;
    }
    int end = n;
    for (int i = n - 1; i >= 0; i--) {
      end = isShort(i) ? end : i;
      runEnd[i] = end;
    }
    apartShare = apart / (float) Math.max(1, n);
  }

  static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "apart",
                "apart_next",
                "apart_share",
                "run_lines",
                "run_place",
                "run_apart",
                "same_shape",
                "same_shape_near",
                "quotes",
                "opens_quote",
                "brackets",
                "bracketed",
                "tags",
                "asks",
                "colon",
                "colon_place",
                "seams",
                "symbols",
                "dashes",
                "numbers",
                "groups",
                "time",
                "year",
                "date",
                "copyright",
                "spaces_share"));
    names.addAll(
        List.of(
            "echo",
            "echo_far",
            "echo_longer",
            "echo_above",
            "echo_copies",
            "known",
            "known_words",
            "before1_apart",
            "after1_known",
            "before1_known",
            "after1_echo",
            "before1_echo"));
    return names;
  }

  private boolean isShort(int i) {
    return view.text.tokens[i] <= SHORT && view.text.ends[i] < 3;
  }

  /** Lines of menus and lists resemble one another in length, case, numbers and end. */
  private int shape(int i) {
    TextMeasures m = view.text;
    int length = Integer.SIZE - Integer.numberOfLeadingZeros(m.tokens[i]);
    int digits = m.digits[i] == 0 ? 0 : m.digits[i] < 5 ? 1 : 2;
    return ((length * 5 + m.begins[i]) * 3 + digits) * 8 + (int) (m.ends[i] * 2);
  }

  @Override
  public void write(int i, FeatureRow row) {
    boolean last = i + 1 >= view.count;
    row.add(view.block(i).isApart() ? 1 : 0);
    row.add(last || view.block(i + 1).isApart() ? 1 : 0);
    row.add(apartShare);
    row.add(Math.max(0, runEnd[i] - runStart[i]));
    row.add(i - runStart[i]);
    row.add(runStart[i] < view.count && view.block(runStart[i]).isApart() ? 1 : 0);
    sameShapes(i, row);
    marks(view.block(i).text(), row);
    echoes(i, row);
  }

  private void sameShapes(int i, FeatureRow row) {
    int near = 0;
    for (int j = Math.max(0, i - REACH); j <= Math.min(view.count - 1, i + REACH); j++) {
      near += j != i && shapes[j] == shapes[i] ? 1 : 0;
    }
    int beside = 0;
    for (int j = i - 1; j >= 0 && shapes[j] == shapes[i] && beside < 50; j--) {
      beside++;
    }
    for (int j = i + 1; j < view.count && shapes[j] == shapes[i] && beside < 50; j++) {
      beside++;
    }
    row.add(beside);
    row.add(near);
  }

  private static void marks(String text, FeatureRow row) {
    int quotes = 0;
    int brackets = 0;
    int tags = 0;
    int asks = 0;
    int colon = -1;
    int seams = 0;
    int symbols = 0;
    int dashes = 0;
    int groups = 0;
    int spaces = 0;
    int copyright = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 ? Character.isLetter(c) : Character.isLetter(c) && c < 0x2000) {
        seams +=
            Character.isUpperCase(c) && i > 0 && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
        continue;
      }
      switch (c) {
        case ' ' -> spaces++;
        case '"', '\u00AB', '\u00BB', '\u201C', '\u201D', '\u201E', '\u300C', '\u300D' -> quotes++;
        case '(', '[', '\uFF08', '\u3010' -> brackets++;
        case '#', '@' -> tags++;
        case '?', '!', '\uFF1F', '\uFF01', '\u061F' -> asks++;
        case ':', '\uFF1A' -> colon = colon < 0 ? i : colon;
        case '-', '\u2013', '\u2014' -> dashes++;
        case '\u00A9' -> copyright++;
        default -> {
          int type = Character.getType(c);
          symbols += type == Character.OTHER_SYMBOL || type == Character.SURROGATE ? 1 : 0;
        }
      }
      groups += isDigit(text, i) && !isDigit(text, i - 1) ? 1 : 0;
    }
    char first = text.charAt(0);
    char end = text.charAt(text.length() - 1);
    row.add(quotes);
    row.add("\"\u00AB\u201C\u201E\u300C\u2013\u2014".indexOf(first) >= 0 ? 1 : 0);
    row.add(brackets);
    row.add("([\uFF08\u3010".indexOf(first) >= 0 && ")]\uFF09\u3011".indexOf(end) >= 0 ? 1 : 0);
    row.add(tags);
    row.add(asks);
    row.add(colon < 0 ? 0 : 1);
    row.add(colon < 0 ? -1 : colon / (float) text.length());
    row.add(seams);
    row.add(symbols);
    row.add(dashes);
    row.add(numbers(text));
    row.add(groups);
    dates(text, row);
    row.add(copyright);
    row.add(spaces / (float) text.length());
  }

  private static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }

  /** Returns the share of characters that are digits or stand between them. */
  private static float numbers(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += isDigit(text, i) || (isDigit(text, i - 1) && isDigit(text, i + 1)) ? 1 : 0;
    }
    return count / (float) text.length();
  }

  /** A time of day, a year, and three numbers with the same sign between them. */
  private static void dates(String text, FeatureRow row) {
    int time = 0;
    int year = 0;
    int date = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text, i) || isDigit(text, i - 1)) {
        continue;
      }
      int end = i;
      while (isDigit(text, end)) {
        end++;
      }
      int value = end - i > 4 ? 0 : value(text, i, end);
      year |=
          end - i == 4 && ((value >= 1900 && value < 2100) || (value >= 1380 && value < 1420))
              ? 1
              : 0;
      if (end + 1 >= text.length()) {
        continue;
      }
      char sign = text.charAt(end);
      boolean clock =
          (sign == ':' || sign == '.' || sign == 'h')
              && isDigit(text, end + 1)
              && isDigit(text, end + 2);
      time |= clock && value < 24 && !isDigit(text, end + 3) ? 1 : 0;
      if (".-/".indexOf(sign) >= 0 && isDigit(text, end + 1)) {
        int next = end + 1;
        while (isDigit(text, next)) {
          next++;
        }
        date |=
            next + 1 < text.length() && text.charAt(next) == sign && isDigit(text, next + 1)
                ? 1
                : 0;
      }
      date |= "\u5E74\u6708\u65E5\uB144\uC6D4\uC77C".indexOf(sign) >= 0 ? 1 : 0;
    }
    row.add(time);
    row.add(year);
    row.add(date);
  }

  private static int value(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + Math.max(0, Character.digit(text.charAt(i), 10));
    }
    return value;
  }

  private void echoes(int i, FeatureRow row) {
    DumpEchoes e = view.echoes;
    int other = e.other[i];
    row.add(e.share[i]);
    row.add(other < 0 ? 0 : Math.abs(other - i));
    row.add(other >= 0 && view.text.tokens[other] > view.text.tokens[i] ? 1 : 0);
    row.add(other >= 0 && other < i ? 1 : 0);
    row.add(e.copies[i]);
    row.add(e.known[i]);
    row.add(e.knownWords[i]);
    row.add(i > 0 && view.block(i - 1).isApart() ? 1 : 0);
    row.add(i + 1 < view.count ? e.known[i + 1] : -1);
    row.add(i > 0 ? e.known[i - 1] : -1);
    row.add(i + 1 < view.count ? e.share[i + 1] : -1);
    row.add(i > 0 ? e.share[i - 1] : -1);
  }
}
