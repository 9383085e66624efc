package org.coupure.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells HTML from plain text by what it begins with, or by how much markup of structure it holds. A
 * header that says HTML is believed only when there is markup at all, because dumps are often
 * served as HTML.
 */
final class Sniffing {
  /** What HTML begins with, after white space, comments and processing instructions. */
  private static final List<String> BEGINNINGS =
      List.of(
          "<!doctype html",
          "<html",
          "<head",
          "<body",
          "<title",
          "<meta",
          "<frameset",
          "<script",
          "<style",
          "<link",
          "<article",
          "<section",
          "<main",
          "<header",
          "<div",
          "<table",
          "<center",
          "<h1",
          "<p");

  /** Tags that a text may mention, but hardly as often as markup uses them. */
  private static final List<String> STRUCTURE =
      List.of(
          "</p>",
          "</div>",
          "</h1>",
          "</h2>",
          "</h3>",
          "</li>",
          "</a>",
          "</span>",
          "</td>",
          "</article>",
          "</title>",
          "</head>",
          "</body>",
          "</html>",
          "<br>",
          "<br/",
          "<br ");

  /** A fragment that begins with text has so many tags at least … */
  private static final int LEAST_TAGS = 4;

  /** … and one for so many characters: the length of a very long paragraph. */
  private static final int CHARS_TO_TAG = 1500;

  /** A text of many lines that shows code has tags on fewer lines than one in so many. */
  private static final int LINES_TO_TAG = 10;

  private Sniffing() {}

  static boolean isHtml(String text, @Nullable String contentType) {
    int start = skipPreamble(text);
    for (String beginning : BEGINNINGS) {
      if (isAt(text, start, beginning) && isTagEnd(charAt(text, start + beginning.length()))) {
        return true;
      }
    }
    if (isAt(text, 0, "<?xml") || start == text.length()) {
      return true;
    }
    int tags = countStructure(text);
    if (charAt(text, start) == '<') {
      return tags > 0;
    }
    boolean saidHtml = contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
    return tags >= (saidHtml ? 1 : LEAST_TAGS)
        && (long) tags * CHARS_TO_TAG >= text.length()
        && isSpread(text);
  }

  /**
   * Returns whether the tags are spread over the text, and do not all stand on a few of its lines:
   * the code of an example, or a page that the text quotes.
   */
  private static boolean isSpread(String text) {
    int lines = 0;
    int tagged = 0;
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end);
      lines += line.isBlank() ? 0 : 1;
      tagged += countStructure(line) > 0 ? 1 : 0;
      start = end + 1;
    }
    return tagged * LINES_TO_TAG >= lines;
  }

  /** Returns where a text goes on after white space, marks, comments and instructions. */
  private static int skipPreamble(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (isAt(text, at, "<!--")) {
        at = after(text, "-->", at);
      } else if (isAt(text, at, "<?")) {
        at = after(text, ">", at);
      } else {
        return at;
      }
    }
    return at;
  }

  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }

  private static int countStructure(String text) {
    int tags = 0;
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      char next = charAt(text, i + 1);
      if (next != '/' && next != 'b' && next != 'B') {
        continue;
      }
      for (String tag : STRUCTURE) {
        tags += isAt(text, i, tag) ? 1 : 0;
      }
    }
    return tags;
  }

  /** Returns whether {@code tag}, in lower case, stands at {@code at} in any case. */
  static boolean isAt(String text, int at, String tag) {
    return text.regionMatches(true, at, tag, 0, tag.length());
  }

  /** Returns whether the name of an element can end before {@code c}. */
  private static boolean isTagEnd(char c) {
    return c <= ' ' || c == '>' || c == '/';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static char charAt(String text, int at) {
    return at < text.length() ? text.charAt(at) : ' ';
  }
}
