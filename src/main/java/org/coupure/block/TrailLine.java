package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.text.Tokens;

/**
 * Tells the way from the front page to the article, in dumps a line: "Home > World > Europe".
 * Stateless.
 */
public final class TrailLine {
  /** Signs that hardly anything but a trail has between words, and those that much else has. */
  private static final String STRONG = ">»›＞≫→";

  private static final String WEAK = "/／|｜";

  /** Longer lines are paragraphs (characters). */
  private static final int LONGEST = 300;

  /** Words of the longest name of a section. */
  private static final int LONGEST_PART = 6;

  private TrailLine() {}

  /**
   * Returns whether {@code line} is a trail: two strong signs between short parts, or one of any
   * kind behind a name of the front page or behind "You are here".
   */
  public static boolean is(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    List<String> strong = parts(line, STRONG);
    if (strong.size() > 2 && areShort(strong)) {
      return true;
    }
    return (strong.size() > 1 || parts(line, WEAK).size() > 1) && opensAsTrail(line);
  }

  /** Returns what stands behind the last sign of a trail. */
  static String last(String line) {
    List<String> parts = parts(line);
    return parts.get(parts.size() - 1);
  }

  /** Returns what stands between the signs of a trail, outermost first. */
  public static List<String> parts(String line) {
    List<String> strong = parts(line, STRONG);
    return strong.size() > 1 ? strong : parts(line, WEAK);
  }

  private static boolean opensAsTrail(String line) {
    Phrase opening = PhraseBook.bundled().opening(line);
    return opening != null && opening.category() == Phrase.Category.BREADCRUMB;
  }

  /** The last part may be the headline. */
  private static boolean areShort(List<String> parts) {
    for (String part : parts.subList(0, parts.size() - 1)) {
      if (Tokens.count(part) > LONGEST_PART) {
        return false;
      }
    }
    return true;
  }

  private static List<String> parts(String line, String signs) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < line.length() - 1; i++) {
      if (signs.indexOf(line.charAt(i)) >= 0 && isApart(line, i)) {
        parts.add(line.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(line.substring(start).strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** Quotation marks stand at their words; scripts without blanks have none around signs. */
  private static boolean isApart(String line, int i) {
    char c = line.charAt(i);
    if (c == '»' && line.indexOf('«') >= 0) {
      return false;
    }
    return c >= 0x2E80 || (line.charAt(i - 1) == ' ' && line.charAt(i + 1) == ' ');
  }
}
