package org.coupure.metadata;

import org.coupure.byline.BylineParser;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a byline's element with a semicolon between what stands in lines or links of
 * its own, so that two names do not run together.
 */
final class BylineText {
  private static final int MAX_LENGTH = BylineParser.MAX_LENGTH + 1;
  private static final int MAX_DEPTH = 12;

  private BylineText() {}

  /** Returns the text; cut a little above the length of the longest byline. */
  static String of(Element element) {
    if (element.attr("itemprop").equals("author")) {
      Element name = named(element, 0);
      if (name != null) {
        String content = name.attr("content");
        return content.isEmpty() ? name.text() : content;
      }
    }
    StringBuilder text = new StringBuilder();
    append(element, text, 0);
    return text.toString();
  }

  private static @Nullable Element named(Element parent, int depth) {
    for (Element child : parent.children()) {
      if (child.attr("itemprop").equals("name")) {
        return child;
      }
      Element deeper = depth < MAX_DEPTH ? named(child, depth + 1) : null;
      if (deeper != null) {
        return deeper;
      }
    }
    return null;
  }

  private static void append(Element parent, StringBuilder text, int depth) {
    for (int i = 0; i < parent.childNodeSize() && text.length() < MAX_LENGTH; i++) {
      Node child = parent.childNode(i);
      if (child instanceof TextNode words) {
        String line = Text.fold(words.getWholeText());
        if (!line.isEmpty()) {
          separate(text, isGlued(text, words.getWholeText()));
          text.append(' ').append(line);
        }
      } else if (child instanceof Element element && depth < MAX_DEPTH && isText(element)) {
        boolean apart = element.isBlock() || isLine(element) || isNext(element);
        separate(text, apart);
        append(element, text, depth + 1);
        separate(text, apart);
      }
    }
  }

  private static void separate(StringBuilder text, boolean apart) {
    if (apart && text.length() > 0 && text.charAt(text.length() - 1) != ';') {
      text.append(" ;");
    }
  }

  /** One of several alike: names that only their style keeps apart. */
  private static boolean isNext(Element element) {
    String classes = element.className();
    Element before = element.previousElementSibling();
    Element after = element.nextElementSibling();
    return !classes.isEmpty() && (isAlike(element, before) || isAlike(element, after));
  }

  private static boolean isAlike(Element element, @Nullable Element other) {
    return other != null
        && other.normalName().equals(element.normalName())
        && other.className().equals(element.className());
  }

  /** A date and a name without a blank between them stand in boxes of their own. */
  private static boolean isGlued(StringBuilder text, String next) {
    int last = text.length() - 1;
    return last >= 0
        && Character.isDigit(text.charAt(last))
        && Character.isUpperCase(next.charAt(0));
  }

  private static boolean isText(Element element) {
    return switch (element.normalName()) {
      case "script", "style", "svg", "button", "noscript", "time", "template" -> false;
      default -> true;
    };
  }

  private static boolean isLine(Element element) {
    String tag = element.normalName();
    return tag.equals("br") || tag.equals("a");
  }
}
