package org.coupure.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the mark by which papers of Taiwan and China sign at the beginning of a text: who and
 * where, parted by a stroke, in brackets or on a line of its own: 〔記者王小明／台北報導〕. Pure functions.
 */
final class ReporterMark {
  private static final String BRACKETS = "\u3014\u3010\uFF3B[\uFF08(\u300E";

  /** An outlet and a stroke may stand first, an office before the word, names of two to four. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?:\\p{IsHan}{2,6}[/\uFF0F]\\s?)?\\p{IsHan}{0,4}[\u8BB0\u8A18]\u8005\\s?"
              + "(\\p{IsHan}{2,4}(?:[\u3001,\uFF0C ]\\p{IsHan}{2,4}){0,3})\\s?[/\uFF0F]\\s?"
              + "\\p{IsHan}{0,8}(?:\u5831\u5C0E|\u62A5\u9053|\u5831\u9053|\u96FB|\u7535)");

  private ReporterMark() {}

  /** Returns the names in the mark that {@code text} begins with; empty when it has none. */
  static List<String> names(String text) {
    boolean bracket = !text.isEmpty() && BRACKETS.indexOf(text.charAt(0)) >= 0;
    Matcher mark = MARK.matcher(text).region(bracket ? 1 : 0, text.length());
    if (!mark.lookingAt() || (!bracket && mark.end() < text.length())) {
      return List.of();
    }
    return List.of(mark.group(1).split("[\u3001,\uFF0C ]", -1));
  }
}
