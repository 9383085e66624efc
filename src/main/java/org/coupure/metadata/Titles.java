package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import org.coupure.byline.SiteNames;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Cuts the site's name and the like off titles. */
final class Titles {
  private static final String MARKS =
      "|\uFF5C\u2013\u2014\u2015-\uFF0D\u00B7\u2022\u00BB\u00AB\u203A\u2039<>~/\uFF0F\u30FB";

  /** Shorter beginnings are sections. */
  private static final int MIN_LENGTH = 9;

  /** Shorter parts may be sections, and lines of menus may say the same. */
  private static final int MIN_WORDS = 3;

  private Titles() {}

  /** A title's part and where it stands. */
  private record Part(String text, int start, int end) {}

  /**
   * Returns {@code title} without parts at its ends that are nothing but the site's name, and
   * without a name before a colon that the page states as its own.
   */
  static String withoutSite(String title, SiteNames site) {
    List<Part> parts = parts(title);
    int first = 0;
    int last = parts.size() - 1;
    while (last > first && site.is(parts.get(last).text)) {
      last--;
    }
    while (first < last && site.isExactly(parts.get(first).text)) {
      first++;
    }
    String rest = title.substring(parts.get(first).start, parts.get(last).end).strip();
    int colon = first == 0 ? colon(rest) : -1;
    boolean sited = colon > 0 && site.isStated(rest.substring(0, colon));
    String behind = sited ? rest.substring(colon + 1).strip() : rest;
    return Tokens.count(behind) < MIN_WORDS ? rest : behind;
  }

  private static int colon(String title) {
    int wide = title.indexOf('\uFF1A');
    return wide > 0 ? wide : title.indexOf(": ");
  }

  /** Returns the parts at the ends of {@code title}, of several, that may name its site. */
  static List<String> ends(String title) {
    List<Part> parts = parts(title);
    List<String> ends = new ArrayList<>();
    if (parts.size() > 1) {
      ends.add(parts.get(parts.size() - 1).text);
      ends.add(parts.get(0).text);
    }
    int colon = colon(title);
    if (colon > 0) {
      ends.add(title.substring(0, colon).strip());
    }
    return ends;
  }

  /**
   * Returns what stands before the first bar, which hardly any headline has of itself; the whole
   * when that is very short.
   */
  static String beforePipe(String title) {
    for (int i = MIN_LENGTH; i < title.length(); i++) {
      char c = title.charAt(i);
      if ((c == '|' || c == '\uFF5C' || c == '\u2502') && title.charAt(i - 1) == ' ') {
        return title.substring(0, i).strip();
      }
    }
    return title;
  }

  /** Returns what stands behind the last separator, or null when there is none. */
  static @Nullable String lastPart(String title) {
    List<Part> parts = parts(title);
    return parts.size() < 2 ? null : parts.get(parts.size() - 1).text;
  }

  /** Returns what stands before the first separator. */
  static String firstPart(String title) {
    return parts(title).get(0).text;
  }

  /**
   * Returns the longest part between separators, of which a colon may be one, or null when it is
   * the whole or too short for a headline.
   */
  static @Nullable String longestPart(String title) {
    Part longest = null;
    for (Part part : parts(title)) {
      longest = longest == null || part.text.length() > longest.text.length() ? part : longest;
    }
    if (longest == null) {
      return null;
    }
    String text = longest.text;
    int colon = Math.max(text.indexOf(": "), text.indexOf('\uFF1A'));
    text = colon > 0 && colon < text.length() / 2 ? text.substring(colon + 1).strip() : text;
    boolean whole = text.length() == title.length();
    return whole || Tokens.count(text) < MIN_WORDS ? null : text;
  }

  /** Returns the parts between separators; a separator is a mark with blanks around it, or "|". */
  private static List<Part> parts(String title) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < title.length(); i++) {
      if (isSeparator(title, i)) {
        add(parts, title, start, i);
        start = i + 1;
      }
    }
    add(parts, title, start, title.length());
    if (parts.isEmpty()) {
      parts.add(new Part(title, 0, title.length()));
    }
    return parts;
  }

  private static void add(List<Part> parts, String title, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && (title.charAt(start) == ' ' || title.charAt(start) == ':')) {
      start++;
    }
    while (end > start && title.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > start) {
      parts.add(new Part(title.substring(start, end), start, end));
    }
  }

  /** Chinese and Korean sites write a low line without blanks; elsewhere it is of a file's name. */
  private static boolean isBetweenWords(String title, int i) {
    boolean blank = i > 0 && i + 1 < title.length() && title.charAt(i - 1) == ' ';
    return blank ? title.charAt(i + 1) == ' ' : i > 0 && title.charAt(i - 1) > 0x2E80;
  }

  /** French sets blanks inside its quotation marks: « Nous partons ». */
  private static boolean isQuotation(String title, int i) {
    char c = title.charAt(i);
    return (c == '\u00AB' && title.indexOf('\u00BB', i) >= 0)
        || (c == '\u00BB' && title.lastIndexOf('\u00AB', i) >= 0);
  }

  private static boolean isSeparator(String title, int i) {
    char c = title.charAt(i);
    if (c == '_') {
      return isBetweenWords(title, i);
    }
    if (c == ':') {
      return title.startsWith("::", i) || (i > 0 && title.charAt(i - 1) == ':');
    }
    if (MARKS.indexOf(c) < 0) {
      return false;
    }
    if (c == '|' || c == '\uFF5C' || c == '\uFF0D') {
      return true;
    }
    if (isQuotation(title, i)) {
      return false;
    }
    boolean before =
        i == 0 || title.charAt(i - 1) == ' ' || MARKS.indexOf(title.charAt(i - 1)) >= 0;
    boolean after =
        i + 1 == title.length()
            || title.charAt(i + 1) == ' '
            || MARKS.indexOf(title.charAt(i + 1)) >= 0;
    return before && after;
  }
}
