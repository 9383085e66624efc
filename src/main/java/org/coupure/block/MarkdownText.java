package org.coupure.block;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the marks of Markdown off the lines of a dump: images, links, emphasis, quotations and the
 * signs that were escaped. Where a dump shows no link, image or heading of it, only pairs of two
 * stars are marks.
 */
final class MarkdownText {
  private static final String ESCAPED = "\\`*_{}[]()#+-.!>|~";

  private MarkdownText() {}

  /** Returns {@code lines} without the marks; {@code lines} itself where there are none. */
  static List<DumpLine> without(List<DumpLine> lines) {
    boolean marked = false;
    boolean bold = false;
    int headings = 0;
    for (DumpLine line : lines) {
      String text = line.text();
      marked |= link(text, text.indexOf("](")) > 0;
      bold |= text.contains("**") && !line.isRule();
      headings += MarkdownLine.level(text) > 1 ? 1 : 0;
    }
    marked |= headings > 1;
    if (!marked && !bold) {
      return lines;
    }
    List<DumpLine> bare = new ArrayList<>(lines.size());
    for (DumpLine line : lines) {
      String text = line.isRule() ? line.text() : bare(line.text(), marked);
      bare.add(text.isEmpty() ? line : line.with(text));
    }
    return bare;
  }

  private static String bare(String line, boolean marked) {
    String text = line;
    if (marked) {
      text = text.startsWith("> ") ? text.substring(2).strip() : text;
      text = withoutLinks(text);
      text = withoutPairs(text, "_");
      text = withoutPairs(withoutPairs(text, "**"), "*");
      return unescaped(text);
    }
    return withoutPairs(text, "**");
  }

  /** "[text](url)" becomes its text, "![text](url)" goes. */
  private static String withoutLinks(String line) {
    String text = line;
    int from = 0;
    while (true) {
      int close = text.indexOf("](", from);
      int end = link(text, close);
      if (close < 0) {
        return text.strip();
      }
      int open = end < 0 ? -1 : open(text, close);
      if (open < 0) {
        from = close + 2;
        continue;
      }
      boolean image = open > 0 && text.charAt(open - 1) == '!';
      String before = text.substring(0, image ? open - 1 : open);
      String inner = image ? "" : text.substring(open + 1, close);
      text = before + inner + text.substring(end);
      from = before.length();
      // An image within a link leaves the link's own end behind.
      from = text.startsWith("](", from) ? from : from + inner.length();
    }
  }

  /** Returns the index behind a link whose text ends at {@code close}, or -1 when it is none. */
  private static int link(String text, int close) {
    if (close < 0) {
      return -1;
    }
    int start = close + 2;
    int depth = 1;
    int end = start;
    while (end < text.length() && depth > 0) {
      char c = text.charAt(end++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (depth > 0) {
      return -1;
    }
    String target = text.substring(start, end - 1);
    boolean url =
        target.contains("://")
            || target.startsWith("/")
            || target.startsWith("#")
            || target.startsWith("mailto:")
            || (target.indexOf('.') > 0 && target.indexOf(' ') < 0);
    return url ? end : -1;
  }

  private static int open(String text, int close) {
    int depth = 1;
    int open = close;
    while (open > 0 && depth > 0) {
      char c = text.charAt(--open);
      depth += c == ']' ? 1 : c == '[' ? -1 : 0;
    }
    return depth > 0 ? -1 : open;
  }

  /** Takes off pairs of {@code sign} that stand around words. */
  private static String withoutPairs(String line, String sign) {
    int open = line.indexOf(sign);
    if (open < 0) {
      return line;
    }
    int size = sign.length();
    StringBuilder text = new StringBuilder(line.length());
    int copied = 0;
    while (open >= 0) {
      int close = line.indexOf(sign, open + size + 1);
      if (close < 0) {
        break;
      }
      boolean around =
          isEdge(line, open - 1)
              && !Character.isWhitespace(line.charAt(open + size))
              && !Character.isWhitespace(line.charAt(close - 1))
              && isEdge(line, close + size);
      if (around) {
        text.append(line, copied, open).append(line, open + size, close);
        copied = close + size;
        open = line.indexOf(sign, copied);
      } else {
        open = line.indexOf(sign, open + size);
      }
    }
    return copied == 0 ? line : text.append(line, copied, line.length()).toString();
  }

  /** Returns whether no word and no further sign stands at {@code index}. */
  private static boolean isEdge(String line, int index) {
    if (index < 0 || index >= line.length()) {
      return true;
    }
    char c = line.charAt(index);
    return !Character.isLetterOrDigit(c) && c != '*' && c != '_' && c != '/';
  }

  private static String unescaped(String line) {
    if (line.indexOf('\\') < 0) {
      return line;
    }
    StringBuilder text = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      boolean escape =
          line.charAt(i) == '\\'
              && i + 1 < line.length()
              && ESCAPED.indexOf(line.charAt(i + 1)) >= 0;
      text.append(line.charAt(escape ? ++i : i));
    }
    return text.toString();
  }
}
