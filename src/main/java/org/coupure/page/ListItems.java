package org.coupure.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What a browser shows of lists and the source does not spell out: the numbers of a numbered list
 * ({@code start}, {@code value}, {@code reversed} and {@code type} as the HTML Standard reads
 * them), and short paragraphs that together are one item.
 */
final class ListItems {
  /** Characters of an item's paragraphs together, up to which they are one item. Chosen. */
  private static final int ONE_ITEM = 400;

  private static final Pattern NUMBERED = Pattern.compile("(?s)\\(?([0-9]{1,3}|[a-zA-Z])[.)].*");

  private ListItems() {}

  static void normalize(Element list) {
    List<Element> items = list.children().stream().filter(c -> c.nameIs("li")).toList();
    items.forEach(ListItems::joinParagraphs);
    if (list.nameIs("ol") && isText(list, items)) {
      number(list, items);
    }
  }

  /** Returns whether the items are text, and neither links only nor numbered by hand. */
  private static boolean isText(Element list, List<Element> items) {
    int linked = 0;
    for (Element item : items) {
      String text = item.text();
      if (NUMBERED.matcher(text).matches()) {
        return false;
      }
      linked += item.select("a").text().length() * 2 > text.length() ? 1 : 0;
    }
    return !items.isEmpty()
        && linked * 2 < items.size()
        && !list.attr("style").replace(" ", "").toLowerCase(Locale.ROOT).contains(":none")
        && list.closest("pre, code, nav, footer, form") == null;
  }

  private static void number(Element list, List<Element> items) {
    boolean reversed = list.hasAttr("reversed");
    int number = integer(list.attr("start"), reversed ? items.size() : 1);
    for (Element item : items) {
      number = integer(item.attr("value"), number);
      Node text = firstText(item);
      if (text != null) {
        text.before(new TextNode(marker(number, list.attr("type")) + ". "));
      }
      number += reversed ? -1 : 1;
    }
  }

  private static int integer(String value, int otherwise) {
    return value.matches("-?\\d{1,6}") ? Integer.parseInt(value) : otherwise;
  }

  private static String marker(int number, String type) {
    if (number < 1) {
      return String.valueOf(number);
    }
    return switch (type) {
      case "a" -> letters(number);
      case "A" -> letters(number).toUpperCase(Locale.ROOT);
      case "i" -> roman(number);
      case "I" -> roman(number).toUpperCase(Locale.ROOT);
      default -> String.valueOf(number);
    };
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int n = number; n > 0; n = (n - 1) / 26) {
      letters.insert(0, (char) ('a' + (n - 1) % 26));
    }
    return letters.toString();
  }

  private static String roman(int number) {
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = "m cm d cd c xc l xl x ix v iv i".split(" ", -1);
    if (number > 3999) {
      return String.valueOf(number);
    }
    StringBuilder roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < values.length; i++) {
      for (; rest >= values[i]; rest -= values[i]) {
        roman.append(signs[i]);
      }
    }
    return roman.toString();
  }

  private static @Nullable Node firstText(Element item) {
    for (Node node : item.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        return text;
      }
      if (node instanceof Element element && !element.text().isBlank()) {
        boolean inner = element.nameIs("p") || element.nameIs("div");
        return inner && element.childNodeSize() > 0 ? element.childNode(0) : element;
      }
    }
    return null;
  }

  private static void joinParagraphs(Element item) {
    Element first = item.firstElementChild();
    if (first == null || first.nextElementSibling() == null || !holdsParagraphsOnly(item)) {
      return;
    }
    if (item.text().length() > ONE_ITEM) {
      return;
    }
    List<Element> children = item.children();
    for (int i = children.size() - 1; i >= 0; i--) {
      Element paragraph = children.get(i);
      if (i > 0) {
        paragraph.before(new TextNode(" "));
      }
      paragraph.unwrap();
    }
  }

  private static boolean holdsParagraphsOnly(Element item) {
    for (Node node = item.firstChild(); node != null; node = node.nextSibling()) {
      boolean text = node instanceof TextNode one && !one.isBlank();
      if (text || (node instanceof Element element && !element.nameIs("p"))) {
        return false;
      }
    }
    return true;
  }
}
