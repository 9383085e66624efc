package org.coupure.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Keeps a superscript apart from the digits before it, so that no number changes: "10^6", "2006[1]"
 * for the mark of a footnote, "$4.99" for small cents. Behind letters it stays glued ("CO2", "m2").
 */
final class Superscript {
  private static final Pattern NUMBER = Pattern.compile("[−–-]?\\d+");
  private static final Pattern CENTS = Pattern.compile("\\d\\d");
  private static final Pattern PRICE = Pattern.compile("(?s).*\\p{Sc}\\s?[\\d.,\u00A0]*\\d");

  /** Marks of footnotes that are no digits. */
  private static final Pattern SIGN = Pattern.compile("[*†‡§¹²³a-z]{1,2}");

  private static final Pattern RAISED = Pattern.compile("vertical-align\\s*:\\s*super\\b");

  /** How themes and converters name the mark of a footnote. */
  private static final Pattern NOTE =
      Pattern.compile("\\b(?:doc-)?(?:foot|end)?note-?ref|\\bfn-?ref");

  private Superscript() {}

  /** Returns whether a link or a span is raised as {@code sup} is, by its style or its class. */
  static boolean isOne(Element element) {
    if (element.childrenSize() > 0 || element.childNodeSize() == 0) {
      return false;
    }
    if (element.normalName().equals("a")) {
      return element.attr("href").startsWith("#") && isNote(element);
    }
    String style = element.attr("style");
    return element.hasClass("superscript")
        || (style.contains("vertical-align") && RAISED.matcher(style).find());
  }

  private static boolean isNote(Element link) {
    Element parent = link.parent();
    boolean raised = parent != null && parent.normalName().equals("sup");
    return !raised && NOTE.matcher(link.attr("role") + ' ' + link.className()).find();
  }

  static void mark(Element sup) {
    String text = sup.text().strip();
    String before = before(sup);
    if (before.isEmpty() || !Character.isDigit(before.charAt(before.length() - 1))) {
      return;
    }
    boolean footnote = sup.selectFirst("a") != null || sup.parents().is("a[href^=#]");
    if (footnote && (NUMBER.matcher(text).matches() || SIGN.matcher(text).matches())) {
      sup.prependText("[");
      sup.appendText("]");
    } else if (!NUMBER.matcher(text).matches()) {
      return;
    } else if (CENTS.matcher(text).matches() && PRICE.matcher(before).matches()) {
      sup.prependText(before.contains("€") ? "," : ".");
    } else if (isYear(before)) {
      sup.prependText("[");
      sup.appendText("]");
    } else {
      sup.prependText("^");
    }
  }

  /** Four digits that are a year of our time have no power; what stands above them is a note. */
  private static boolean isYear(String before) {
    int end = before.length();
    return end >= 4
        && before.substring(end - 4).matches("1[5-9]\\d\\d|20\\d\\d")
        && (end == 4 || !Character.isDigit(before.charAt(end - 5)));
  }

  /** Returns the text right before {@code sup} in its line, empty for none. */
  private static String before(Element sup) {
    Node node = sup;
    while (node.previousSibling() == null && node.parent() instanceof Element parent) {
      if (parent.isBlock()) {
        return "";
      }
      node = parent;
    }
    Node last = node.previousSibling();
    while (last instanceof Element element) {
      if (element.childNodeSize() == 0) {
        return "";
      }
      last = element.childNode(element.childNodeSize() - 1);
    }
    return last instanceof TextNode text ? text.getWholeText() : "";
  }
}
