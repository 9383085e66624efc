package org.coupure.metadata;

import org.jsoup.nodes.Element;

/**
 * An element that may hold a field's value, and where it was met.
 *
 * @param element the element, which is not to be changed
 * @param hint what its own attributes say, as {@link ElementRoles} bits
 * @param context what its ancestors say, as {@link ElementRoles} and {@link PageScan} bits
 * @param order running number of the element in the page, for distances
 */
record MarkedElement(Element element, int hint, int context, int order) {

  /** Returns the element and its parent with their first class, for evidence. */
  String path() {
    return path(element);
  }

  /** Returns the same of any element. */
  static String path(Element element) {
    Element parent = element.parent();
    return parent == null ? name(element) : name(parent) + " > " + name(element);
  }

  private static String name(Element element) {
    String classes = element.className().strip();
    int end = classes.indexOf(' ');
    String first = end < 0 ? classes : classes.substring(0, end);
    return first.isEmpty() ? element.normalName() : element.normalName() + "." + first;
  }
}
