package org.coupure.block;

/** Takes the marks of Markdown off a line. Only what is no text of the author's is a mark. */
final class MarkdownLine {
  private static final int DEEPEST = 6;

  private MarkdownLine() {}

  /** Returns how deep a heading {@code line} is, 1 to 6 signs and a blank, or 0 for none. */
  static int level(String line) {
    int signs = 0;
    while (signs < line.length() && line.charAt(signs) == '#') {
      signs++;
    }
    boolean blank = signs > 0 && signs + 1 < line.length() && line.charAt(signs) == ' ';
    return blank && signs <= DEEPEST ? signs : 0;
  }

  /** Returns whether {@code line} is a heading between three stars and blanks, as html2text has. */
  static boolean isStarred(String line) {
    return line.length() > 8
        && line.startsWith("*** ")
        && line.endsWith(" ***")
        && Character.isLetterOrDigit(line.codePointAt(4));
  }

  /** Returns {@code line} without the signs of a heading and of emphasis around all of it. */
  static String bare(String line) {
    String text = line;
    int level = level(line);
    if (level > 0) {
      int end = line.length();
      while (line.charAt(end - 1) == '#') {
        end--;
      }
      boolean closed = end < line.length() && line.charAt(end - 1) == ' ';
      text = line.substring(level, closed ? end : line.length()).strip();
    }
    String bare = withoutEmphasis(withoutEmphasis(withoutEmphasis(text, "***"), "**"), "*");
    return bare.isEmpty() ? line : bare;
  }

  private static String withoutEmphasis(String text, String sign) {
    int size = sign.length();
    boolean around =
        text.length() > 2 * size
            && text.startsWith(sign)
            && text.endsWith(sign)
            && text.indexOf(sign, size) == text.length() - size;
    return around ? text.substring(size, text.length() - size).strip() : text;
  }
}
