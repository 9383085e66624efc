package org.coupure.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Makes one {@code <pre>} of code that highlighters cut into elements, a line each, and takes away
 * the line numbers, which no reader copies.
 */
final class CodeLines {
  private static final Pattern NUMBERS = Pattern.compile("[\\s\\d.:|]*\\d[\\s\\d.:|]*");
  private static final Pattern NUMBER_NAME =
      Pattern.compile("gutter|line-?num|lineno|linenos|blob-num|rouge-gutter|hljs-ln-n|\\bln\\b");
  private static final Pattern CODE_NAME =
      Pattern.compile("code|highlight|syntax|crayon|hljs|prettyprint|rouge|blob");

  private CodeLines() {}

  /** Takes a {@code pre}, {@code code} or {@code table}; others than code are left as they are. */
  static void join(Element element) {
    if (element.parent() == null) {
      return;
    }
    switch (element.normalName()) {
      case "pre" -> joinPre(element);
      case "code" -> joinCode(element);
      default -> joinTable(element);
    }
  }

  private static void joinPre(Element pre) {
    removeNumbers(pre);
    if (pre.stream().anyMatch(e -> !e.equals(pre) && isLine(e))) {
      pre.text(lines(pre));
    }
  }

  /** Code with line breaks of its own, alone in its box, is a listing without a {@code pre}. */
  private static void joinCode(Element code) {
    Element box = code.parent();
    boolean listing =
        box != null
            && code.closest("pre") == null
            && code.stream().anyMatch(e -> !e.equals(code) && (e.nameIs("br") || isLine(e)))
            && box.childrenSize() == 1
            && box.ownText().isBlank();
    if (listing) {
      String lines = lines(code);
      code.tagName("pre").text(lines);
    }
  }

  private static void joinTable(Element table) {
    List<Element> cells = table.select("td, th");
    if (table.selectFirst("pre, code") == null
        && !isNamed(table, CODE_NAME)
        && cells.stream().noneMatch(c -> isNamed(c, CODE_NAME))) {
      return;
    }
    boolean numbered = cells.stream().anyMatch(CodeLines::isNumberCell);
    boolean code = cells.stream().allMatch(c -> isNumberCell(c) || isCodeCell(c));
    if (!code || (!numbered && !isNamed(table, CODE_NAME))) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Element cell : cells) {
      if (!isNumberCell(cell)) {
        text.append(lines(cell)).append('\n');
      }
    }
    Element pre = new Element("pre").text(text.toString().stripTrailing());
    table.replaceWith(pre);
  }

  private static boolean isNumberCell(Element cell) {
    String text = cell.text();
    return text.isEmpty()
        ? cell.hasAttr("data-line-number") || isNamed(cell, NUMBER_NAME)
        : NUMBERS.matcher(text).matches()
            && (isNamed(cell, NUMBER_NAME) || cell.nextElementSibling() != null);
  }

  private static boolean isCodeCell(Element cell) {
    return cell.selectFirst("pre, code") != null
        || isNamed(cell, CODE_NAME)
        || cell.closest("pre, code") != null;
  }

  private static boolean isNamed(Element element, Pattern name) {
    return name.matcher(element.className().toLowerCase(Locale.ROOT)).find();
  }

  private static void removeNumbers(Element pre) {
    for (Element element : pre.select("[class]")) {
      if (!element.equals(pre)
          && isNamed(element, NUMBER_NAME)
          && NUMBERS.matcher(element.text()).matches()) {
        element.remove();
      }
    }
  }

  /** Returns whether a browser shows the element on a line of its own. */
  private static boolean isLine(Element element) {
    return switch (element.normalName()) {
      case "div", "li", "p", "ol", "ul", "tr" -> true;
      case "span", "code" -> element.attr("style").replace(" ", "").contains("display:block");
      default -> false;
    };
  }

  /** Returns the text of {@code root} with the line breaks that a browser shows. */
  private static String lines(Element root) {
    StringBuilder text = new StringBuilder();
    root.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode line) {
              text.append(line.getWholeText());
            } else if (node instanceof Element element && element.nameIs("br")) {
              text.append('\n');
            } else if (node instanceof Element element
                && !element.equals(root)
                && isLine(element)) {
              endLine(text);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && !element.equals(root) && isLine(element)) {
              endLine(text);
            }
          }
        });
    return text.toString().replace('\u00A0', ' ').stripTrailing();
  }

  private static void endLine(StringBuilder text) {
    if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
