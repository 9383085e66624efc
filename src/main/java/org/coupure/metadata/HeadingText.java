package org.coupure.metadata;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads the headline out of a heading: without kicker, labels, buttons and signs for anchors. */
final class HeadingText {
  private static final int MAX_DEPTH = 12;

  private HeadingText() {}

  /** Returns the text, plain; the whole of it when nothing else would be left. */
  static String of(Element heading, PageScan scan) {
    StringBuilder text = new StringBuilder();
    boolean cut = append(heading, text, scan, 0);
    String plain = once(withoutSource(withoutAnchor(Text.fold(text.toString()))));
    if (!cut) {
      return plain;
    }
    String trimmed = trim(plain);
    return trimmed.isEmpty() ? Text.fold(heading.text()) : trimmed;
  }

  /** Returns whether something was left out. */
  private static boolean append(Element parent, StringBuilder text, PageScan scan, int depth) {
    boolean cut = false;
    for (int i = 0; i < parent.childNodeSize(); i++) {
      Node child = parent.childNode(i);
      if (child instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (child instanceof Element element) {
        if (isExtra(element, scan)) {
          cut |= element.hasText();
          text.append(' ');
        } else if (depth < MAX_DEPTH) {
          boolean apart = element.isBlock() || element.normalName().equals("br");
          text.append(apart ? " " : "");
          cut |= append(element, text, scan, depth + 1);
          text.append(apart ? " " : "");
        }
      }
    }
    return cut;
  }

  /** Returns the first of the heading's parts when they say {@code key} together, or null. */
  static @Nullable String beginning(Element heading, String key) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < heading.childNodeSize(); i++) {
      Node child = heading.childNode(i);
      text.append(child instanceof Element part ? part.text() : child.nodeValue()).append(' ');
      String plain = Text.plain(text.toString());
      if (Text.key(plain).equals(key)) {
        return trim(plain);
      }
    }
    return null;
  }

  private static boolean isExtra(Element element, PageScan scan) {
    return switch (element.normalName()) {
      case "small", "button", "svg", "style", "script", "rt", "rp", "noscript", "time" -> true;
      default -> (scan.hintOf(element) & ElementRoles.KICKER) != 0;
    };
  }

  private static String withoutAnchor(String text) {
    int end = text.length();
    while (end > 0 && isAnchor(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Signs of icon fonts are for private use. */
  private static boolean isAnchor(char c) {
    return "\u00B6#\uD83D\uDD17 ".indexOf(c) >= 0 || Character.getType(c) == Character.PRIVATE_USE;
  }

  /**
   * Takes away where a link list's entry leads and how often it was discussed: "(example.com) 87".
   */
  private static String withoutSource(String text) {
    int open = text.lastIndexOf(" (");
    int shut = open < 0 ? -1 : text.indexOf(')', open);
    if (shut < 0 || text.substring(shut + 1).chars().anyMatch(c -> c != ' ' && !isDigit(c))) {
      return text;
    }
    String host = text.substring(open + 2, shut);
    int dot = host.lastIndexOf('.');
    boolean letters = dot > 1 && host.length() - dot > 2;
    return letters && host.chars().allMatch(HeadingText::isOfHost) ? text.substring(0, open) : text;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isOfHost(int c) {
    return (c >= 'a' && c <= 'z') || isDigit(c) || c == '-' || c == '.';
  }

  /** A heading that is there twice, once for a reader and once for a machine, is read once. */
  private static String once(String text) {
    int half = text.length() / 2;
    boolean twice =
        text.length() > 2
            && text.length() % 2 == 1
            && text.charAt(half) == ' '
            && text.regionMatches(0, text, half + 1, half);
    return twice ? text.substring(0, half) : text;
  }

  /** Takes away the signs that stood between the headline and what was left out. */
  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && " :-\u2013\u2014|\u2022,/".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " :-\u2013\u2014|\u2022,/".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
