package org.coupure.byline;

import java.util.Locale;
import org.coupure.text.Tokens;

/**
 * Tells a caption by the credit that it ends with: "The mill at night. Photo: A. Roe / The Post".
 * The words before the name stand in {@code config/byline/words.txt}.
 */
final class PictureCredit {
  /** Words of the longest caption with its credit. Chosen; a paragraph that ends so has more. */
  private static final int LONGEST_CAPTION = 45;

  /** Words of the name behind the label: a person, a paper, an agency. Chosen. */
  private static final int LONGEST_NAME = 7;

  private static final int LONGEST_CHINESE_NAME = 4;

  /** Words before a slash; fewer are two sides of a match. Chosen. */
  private static final int SHORTEST_CAPTION = 4;

  private static final String MARKS = ":：=＝/／";

  private PictureCredit() {}

  /** Returns whether {@code line} ends with a credit, or is one. */
  static boolean ends(String line, BylineWords words) {
    if (Tokens.count(line) > LONGEST_CAPTION) {
      return false;
    }
    for (int i = line.length() - 2; i > 0; i--) {
      if (MARKS.indexOf(line.charAt(i)) >= 0 && isName(line.substring(i + 1))) {
        String label = line.substring(labelStart(line, i), i).strip().toLowerCase(Locale.ROOT);
        if (words.isPictureCredit(label)) {
          return true;
        }
      }
    }
    if (endsWithPhotographer(line) || isBracketed(line, words) || isBehindSlash(line)) {
      return true;
    }
    int sign = line.lastIndexOf('©');
    return sign > 0 && isName(line.substring(sign + 1)) && isCaption(line.substring(0, sign));
  }

  /** Chinese puts the word behind the name, and a blank or a stop before it: "… 李明 摄". */
  private static boolean endsWithPhotographer(String line) {
    int end = line.length();
    while (end > 0 && "）)。】".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end < 3 || "摄攝".indexOf(line.charAt(end - 1)) < 0) {
      return false;
    }
    int at = end - 1;
    while (at > 0 && Character.isWhitespace(line.charAt(at - 1))) {
      at--;
    }
    int name = 0;
    while (at > 0 && Character.isLetter(line.charAt(at - 1))) {
      at--;
      name++;
    }
    return name > 1 && name <= LONGEST_CHINESE_NAME;
  }

  /** "The baker holds a bell [Photo A. Roe]": the label in brackets, without a colon. */
  private static boolean isBracketed(String line, BylineWords words) {
    char last = line.charAt(line.length() - 1);
    int open = last == ']' ? line.lastIndexOf('[') : last == ')' ? line.lastIndexOf('(') : -1;
    if (open <= 0) {
      return false;
    }
    String inside = line.substring(open + 1, line.length() - 1).strip().toLowerCase(Locale.ROOT);
    int first = inside.indexOf(' ');
    if (first < 0) {
      return false;
    }
    boolean labelled = words.isPictureCredit(inside.substring(0, first));
    boolean behind =
        last == ']' && words.isPictureCredit(inside.substring(inside.lastIndexOf(' ') + 1));
    return labelled
        ? isName(line.substring(open + 1, line.length() - 1).strip().substring(first + 1))
        : behind && isName(inside.substring(0, inside.lastIndexOf(' ')));
  }

  /** "The team, after the match. / THE POST": papers of Spain write it so, in capitals. */
  private static boolean isBehindSlash(String line) {
    int slash = line.lastIndexOf(" / ");
    if (slash <= 0 || Tokens.count(line.substring(0, slash)) < SHORTEST_CAPTION) {
      return false;
    }
    String name = line.substring(slash + 3);
    return isName(name)
        && name.codePoints().noneMatch(Character::isLowerCase)
        && name.codePoints().filter(Character::isUpperCase).count() > 1
        && name.codePoints().noneMatch(Character::isDigit)
        && line.codePoints().limit(slash).anyMatch(Character::isLowerCase);
  }

  /** Returns where the label that ends at {@code end} begins: behind a stop or a bracket. */
  private static int labelStart(String line, int end) {
    int at = end;
    while (at > 0
        && ".!?…»”\"()（）[]【】,;|·–—▲".indexOf(line.charAt(at - 1)) < 0
        && !line.startsWith("- ", at - 1)) {
      at--;
    }
    at += at < end && line.startsWith("- ", at) ? 2 : 0;
    return at;
  }

  private static boolean isName(String text) {
    String name = text.strip();
    return name.length() > 1
        && Tokens.count(name) <= LONGEST_NAME
        && name.indexOf('?') < 0
        && name.indexOf(": ") < 0
        && startsAsName(name);
  }

  private static boolean startsAsName(String name) {
    int first = name.codePointAt(0);
    boolean sign = "©@(\"“«".indexOf(first) >= 0;
    return sign || (Character.isLetter(first) && !Character.isLowerCase(first));
  }

  /** Behind a year a copyright sign is a notice; behind words it credits a picture. */
  private static boolean isCaption(String before) {
    String text = before.strip();
    return text.length() > 1 && !Character.isDigit(text.charAt(text.length() - 1));
  }
}
