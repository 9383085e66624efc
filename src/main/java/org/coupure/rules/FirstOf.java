package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Selectors of which only the first one with a match counts: for sites whose pages are built in
 * several ways, where a container of one way is a teaser in another.
 *
 * @param alternatives in the order in which they are tried, at least one
 */
record FirstOf(List<Selector> alternatives) implements Selector {
  FirstOf {
    alternatives = List.copyOf(alternatives);
  }

  @Override
  public String where() {
    return alternatives.get(0).where();
  }

  @Override
  public List<Element> elements(PageDom page) {
    for (Selector selector : alternatives) {
      List<Element> elements = selector.elements(page);
      if (hold(elements)) {
        return elements;
      }
    }
    return List.of();
  }

  @Override
  public List<String> values(PageDom page) {
    List<String> values = new ArrayList<>();
    for (Selector selector : alternatives) {
      if (values.isEmpty()) {
        values.addAll(selector.values(page));
      }
    }
    return values;
  }

  /** An empty container is filled by a script on other pages; it does not count as a match. */
  static boolean hold(List<Element> elements) {
    for (Element element : elements) {
      if (element.hasText()) {
        return true;
      }
    }
    return false;
  }
}
