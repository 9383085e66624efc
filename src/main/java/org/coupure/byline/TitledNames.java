package org.coupure.byline;

import java.util.List;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names that newspapers of East Asia write with a title and often without a blank:
 * 山田太郎記者, 記者李明華／台北報導, 김민수 기자. Immutable and thread-safe.
 */
final class TitledNames {
  /** Characters of names. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 6;

  /** Longer lines are sentences, in which reporters learn things. */
  private static final int MAX_LINE = 60;

  /** What the names of papers, agencies and desks end with: 本报记者, 新华社记者. */
  private static final String OFFICES = "报報社网網台臺电電本刊者部局間闻聞";

  private final BylineWords words;

  TitledNames(BylineWords words) {
    this.words = words;
  }

  /** Returns the first such name in {@code line}, or null. */
  @Nullable String in(String line) {
    if (line.length() > MAX_LINE || isSentence(line)) {
      return null;
    }
    List<String> parts = WordLists.split(spaced(line), ' ');
    for (int i = 0; i < parts.size(); i++) {
      String title = title(parts.get(i));
      String name = title == null ? null : beside(title, parts, i);
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable String beside(String title, List<String> parts, int i) {
    String part = parts.get(i);
    int at = part.indexOf(title);
    String behind = part.substring(at + title.length());
    String before = part.substring(0, at);
    if (isName(behind)) {
      return behind;
    }
    if (!behind.isEmpty()) {
      return null;
    }
    if (isName(before) && OFFICES.indexOf(before.charAt(before.length() - 1)) < 0) {
      return before;
    }
    // Koreans sign before their title, Chinese and Japanese behind it.
    int other = isHangul(title.charAt(0)) ? i - 1 : i + 1;
    String beside = other < 0 || other >= parts.size() ? "" : parts.get(other);
    return isName(beside) ? beside : null;
  }

  /**
   * Returns the title that {@code part} begins or ends with, or holds behind an office, or null.
   */
  private @Nullable String title(String part) {
    if (part.length() > LONGEST * 3 || !isEastAsian(part)) {
      return null;
    }
    for (int length = part.length(); length >= SHORTEST; length--) {
      for (int i = 0; i + length <= part.length(); i++) {
        String title = part.substring(i, i + length);
        if (words.isTitle(title) && !words.isOther(title)) {
          return title;
        }
      }
    }
    return null;
  }

  private static boolean isName(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST && isEastAsian(text);
  }

  private static boolean isEastAsian(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x3040 || !Character.isLetter(c)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isHangul(char c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  private static boolean isSentence(String line) {
    return "。！？.".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  private static String spaced(String line) {
    StringBuilder spaced = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean kept = Character.isLetterOrDigit(c) || c == '@' || c == '.';
      spaced.append(kept ? c : ' ');
    }
    return spaced.toString();
  }
}
