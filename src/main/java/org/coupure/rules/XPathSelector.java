package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathEvaluationResult.XPathResultType;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathNodes;
import org.coupure.text.Whitespace;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/**
 * An XPath 1.0 expression. Its text is checked when the rule is loaded and compiled again for each
 * page, because compiled ones are not safe for threads.
 */
final class XPathSelector implements Selector {
  /** The prefix of an XPath in a rule. */
  static final String PREFIX = "xpath:";

  private final String where;
  private final String expression;

  /** Where none of these finds anything, the expression does not either; null when unknown. */
  private final @Nullable List<PathSelector.Path> beginnings;

  private XPathSelector(String where, String expression) {
    this.where = where;
    this.expression = expression;
    this.beginnings = PathParser.beginnings(expression);
  }

  /** The second tree that the engine needs costs more than cleaning the page. */
  private boolean isVain(PageDom page) {
    return beginnings != null
        && beginnings.stream().allMatch(path -> path.elements(page).isEmpty());
  }

  /**
   * Compiles an expression, given without its prefix.
   *
   * @throws IllegalArgumentException if it is not XPath, with what is wrong with it
   */
  static XPathSelector parse(String text, String where) {
    try {
      XPathEngine.create().compile(text);
    } catch (XPathExpressionException bad) {
      throw new IllegalArgumentException("bad XPath '" + text + "': " + reason(bad), bad);
    }
    return new XPathSelector(where, text);
  }

  private static String reason(XPathExpressionException bad) {
    Throwable cause = bad.getCause() == null ? bad : bad.getCause();
    return String.valueOf(cause.getMessage());
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public List<Element> elements(PageDom page) {
    if (isVain(page)) {
      return List.of();
    }
    List<Element> elements = new ArrayList<>();
    for (Node node : nodes(page)) {
      if (node.getUserData(W3CDom.SourceProperty) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  @Override
  public List<String> values(PageDom page) {
    if (isVain(page)) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (String raw : raw(page)) {
      String value = Whitespace.fold(raw);
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  private List<String> raw(PageDom page) {
    try {
      XPathEvaluationResult<?> result =
          page.xpath().compile(expression).evaluateExpression(page.xmlRoot());
      if (result.type() != XPathResultType.NODESET) {
        return List.of(String.valueOf(result.value()));
      }
      List<String> raw = new ArrayList<>();
      for (Node node : (XPathNodes) result.value()) {
        raw.add(value(node));
      }
      return raw;
    } catch (XPathExpressionException ignored) {
      // The expression asks this page for what it has not, such as a number of a text.
      return List.of();
    }
  }

  private static String value(Node node) {
    return node.getUserData(W3CDom.SourceProperty) instanceof Element element
        ? CssSelector.defaultValue(element)
        : String.valueOf(node.getTextContent());
  }

  private List<Node> nodes(PageDom page) {
    try {
      List<Node> nodes = new ArrayList<>();
      org.w3c.dom.NodeList found =
          (org.w3c.dom.NodeList)
              page.xpath().compile(expression).evaluate(page.xmlRoot(), XPathConstants.NODESET);
      for (int i = 0; i < found.getLength(); i++) {
        nodes.add(found.item(i));
      }
      return nodes;
    } catch (XPathExpressionException ignored) {
      // Not a set of nodes: it selects nothing.
      return List.of();
    }
  }
}
