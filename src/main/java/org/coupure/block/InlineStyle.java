package org.coupure.block;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a {@code style} attribute says about whether its element is shown. */
final class InlineStyle {
  private static final Set<String> OFFSETS = Set.of("font-size", "left", "top", "text-indent");
  private static final Pattern NOTHING = Pattern.compile("0(px|pt|em|rem|%)?\\s*(!|$)");

  /** A thousand pixels or em at least, as the common recipes have it. */
  private static final Pattern FAR_OUT = Pattern.compile("-\\d{4,}(\\.\\d+)?(px|em|rem)");

  private InlineStyle() {}

  /**
   * Returns whether {@code style} says that nothing is to be seen: the last {@code display} is
   * {@code none}, or the last {@code visibility} is {@code hidden} or {@code collapse}.
   */
  static boolean hides(String style) {
    boolean display = false;
    boolean visibility = false;
    int start = 0;
    while (start < style.length()) {
      int semicolon = style.indexOf(';', start);
      int end = semicolon < 0 ? style.length() : semicolon;
      int colon = style.indexOf(':', start);
      if (colon >= 0 && colon < end) {
        int name = skipSpace(style, start);
        if (isWord(style, name, colon, "display")) {
          display = isWord(style, skipSpace(style, colon + 1), end, "none");
        } else if (isWord(style, name, colon, "visibility")) {
          int value = skipSpace(style, colon + 1);
          visibility = isWord(style, value, end, "hidden") || isWord(style, value, end, "collapse");
        }
      }
      start = end + 1;
    }
    return display || visibility;
  }

  /**
   * Returns whether {@code style} sets text in no size ({@code font-size:0}) or moves it far out of
   * the window ({@code left:-9999px}), so that nobody sees it.
   */
  static boolean isOutside(String style) {
    for (int colon = style.indexOf(':'); colon >= 0; colon = style.indexOf(':', colon + 1)) {
      int name = style.lastIndexOf(';', colon) + 1;
      int semicolon = style.indexOf(';', colon);
      int end = semicolon < 0 ? style.length() : semicolon;
      String property = style.substring(name, colon).strip().toLowerCase(Locale.ROOT);
      if (OFFSETS.contains(property)) {
        String value = style.substring(colon + 1, end).strip();
        if (property.equals("font-size") ? isNothing(value) : isFarOut(value)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNothing(String value) {
    return NOTHING.matcher(value).lookingAt();
  }

  private static boolean isFarOut(String value) {
    return FAR_OUT.matcher(value).lookingAt();
  }

  private static int skipSpace(String style, int from) {
    int i = from;
    while (i < style.length() && style.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /** Returns whether {@code word}, and no longer one, stands at {@code from} before {@code end}. */
  private static boolean isWord(String style, int from, int end, String word) {
    int after = from + word.length();
    return after <= end
        && style.regionMatches(true, from, word, 0, word.length())
        && (after == end || style.charAt(after) <= ' ' || style.charAt(after) == '!');
  }
}
