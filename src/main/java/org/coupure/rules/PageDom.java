package org.coupure.rules;

import java.util.List;
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
  private @Nullable NameIndex names;
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
    if (names == null) {
      names = NameIndex.of(document);
    }
    String plain = name.substring(1);
    return name.charAt(0) == '#' ? names.withId(plain) : names.ofClass(plain);
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
