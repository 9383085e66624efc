package org.coupure.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import javax.xml.xpath.XPath;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page as selectors see it. The second tree that XPath needs is built when the first XPath asks
 * for it, once for all of a rule's. Not thread-safe; lives as long as one judging.
 */
final class PageDom {
  private final Document document;
  private @Nullable Map<String, List<Element>> named;
  private org.w3c.dom.@Nullable Node root;
  private @Nullable XPath xpath;

  PageDom(Document document) {
    this.document = document;
  }

  Document document() {
    return document;
  }

  /**
   * Returns the elements of a class ({@code .name}) or an id ({@code #name}), in page order. Most
   * selectors of a rule are no more than that, so one walk serves all of them.
   */
  List<Element> named(String name) {
    if (named == null) {
      Map<String, List<Element>> found = new HashMap<>();
      document.traverse(
          (node, depth) -> {
            if (node instanceof Element element && element.attributesSize() > 0) {
              note(element, found);
            }
          });
      named = found;
    }
    return named.getOrDefault(name, List.of());
  }

  /** Returns whether each of these classes and ids is on the page. */
  boolean hasAll(List<String> names) {
    for (String name : names) {
      if (named(name).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static void note(Element element, Map<String, List<Element>> found) {
    String id = element.id();
    if (!id.isEmpty()) {
      found.computeIfAbsent("#" + id, name -> new ArrayList<>()).add(element);
    }
    StringTokenizer names = new StringTokenizer(element.className());
    while (names.hasMoreTokens()) {
      List<Element> same =
          found.computeIfAbsent("." + names.nextToken(), name -> new ArrayList<>(2));
      // Quirk: some templates write a class name twice.
      if (same.isEmpty() || !same.get(same.size() - 1).equals(element)) {
        same.add(element);
      }
    }
  }

  /** Returns the engine that this page's expressions run on. */
  XPath xpath() {
    if (xpath == null) {
      xpath = XPathSelector.engine();
    }
    return xpath;
  }

  /** Returns the same page for XPath; its nodes know the jsoup nodes they were made from. */
  org.w3c.dom.Node xmlRoot() {
    if (root == null) {
      // Without name spaces, so that //div finds HTML's div.
      W3CDom copier = new W3CDom().namespaceAware(false);
      org.w3c.dom.Document copy = copier.fromJsoup(document);
      root = copier.contextNode(copy);
    }
    return root;
  }
}
