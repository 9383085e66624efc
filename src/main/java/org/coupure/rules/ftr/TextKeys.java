package org.coupure.rules.ftr;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of an imported rule that is about the text, to be taken out of use. */
final class TextKeys {
  private static final Set<String> TEXT = Set.of("content", "keep", "remove", "strip", "replace");
  private static final Set<String> FIELDS =
      Set.of("title", "authors", "published", "next-page", "print-page", "headers");

  /** A key of the rule itself: it begins its line. */
  private static final Pattern KEY = Pattern.compile("([a-z-]+):.*");

  private TextKeys() {}

  /**
   * Returns the rule with a comment sign before each line about the text; before all lines when it
   * has no fields, for then nothing is left that a rule could say.
   *
   * @param why what stands above the first such line, in one line
   */
  static String commentedOut(String yaml, String why) {
    boolean fields = yaml.lines().anyMatch(line -> FIELDS.contains(key(line)));
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    boolean told = false;
    for (String line : yaml.lines().toList()) {
      String key = key(line);
      inText = key.isEmpty() ? inText : !fields || TEXT.contains(key);
      if (inText && !told) {
        text.append("# Out of use: ").append(why).append('\n');
        told = true;
      }
      text.append(inText && !line.startsWith("#") ? "# " : "").append(line).append('\n');
    }
    return text.toString();
  }

  private static String key(String line) {
    Matcher key = KEY.matcher(line);
    return key.matches() ? key.group(1) : "";
  }
}
