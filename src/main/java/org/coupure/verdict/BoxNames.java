package org.coupure.verdict;

import java.util.Locale;
import java.util.Set;
import org.coupure.block.Outline;

/**
 * Words by which the makers of pages name boxes of one sort, looked for in class and id attributes.
 * Few words of an attribute begin like one of them and are as long, so that hardly any is cut out
 * and looked up. Immutable.
 */
final class BoxNames {
  private final Set<String> names;
  private final int shortest;
  private final int longest;

  /** A bit for each letter that a name begins with. */
  private final int first;

  /** Makes a set of words of small ASCII letters. */
  BoxNames(String... names) {
    this.names = Set.of(names);
    int least = Integer.MAX_VALUE;
    int most = 0;
    int bits = 0;
    for (String name : names) {
      least = Math.min(least, name.length());
      most = Math.max(most, name.length());
      bits |= 1 << (name.charAt(0) - 'a');
    }
    this.shortest = least;
    this.longest = most;
    this.first = bits;
  }

  /** Returns whether a class of the element of {@code row} is a name. */
  boolean name(Outline outline, int row) {
    return !in(outline.classAttributes().get(outline.classNumber(row))).isEmpty();
  }

  /**
   * Returns the first word of {@code attribute} that is a name, in lower case, or an empty string.
   */
  String in(String attribute) {
    int start = 0;
    for (int i = 0; i <= attribute.length(); i++) {
      if (i < attribute.length() && isLetter(attribute.charAt(i))) {
        continue;
      }
      int length = i - start;
      if (length >= shortest && length <= longest && begins(attribute.charAt(start))) {
        String word = attribute.substring(start, i).toLowerCase(Locale.ROOT);
        if (names.contains(word)) {
          return word;
        }
      }
      start = i + 1;
    }
    return "";
  }

  /** Names are ASCII nearly always, and the platform's tables take several times as long. */
  private static boolean isLetter(char c) {
    int letter = (c | 0x20) - 'a';
    return c < 0x80 ? letter >= 0 && letter < 26 : Character.isLetter(c);
  }

  private boolean begins(char c) {
    int letter = (c | 0x20) - 'a';
    return letter >= 0 && letter < 26 && (first >>> letter & 1) != 0;
  }
}
