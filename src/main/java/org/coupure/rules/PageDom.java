package org.coupure.rules;

import java.util.Set;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A page as selectors see it. The second tree that XPath needs is built when the first XPath asks
 * for it, once for all of a rule's. Not thread-safe; lives as long as one judging.
 */
final class PageDom {
  private final Document document;
  private final @Nullable Set<String> classes;
  private org.w3c.dom.@Nullable Node root;

  PageDom(Document document, @Nullable Set<String> classes) {
    this.document = document;
    this.classes = classes;
  }

  /**
   * Returns whether every one of these class names may be on the page; always when it is not known
   * which are.
   */
  boolean mayHave(Set<String> names) {
    if (classes == null) {
      return true;
    }
    for (String name : names) {
      if (!classes.contains(name) && !isAtRoot(name)) {
        return false;
      }
    }
    return true;
  }

  /** Scripts like to mark {@code html}, which is outside of what is cut into blocks. */
  private boolean isAtRoot(String name) {
    return document.childrenSize() > 0 && document.child(0).hasClass(name);
  }

  Document document() {
    return document;
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
