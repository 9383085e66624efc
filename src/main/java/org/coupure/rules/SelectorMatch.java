package org.coupure.rules;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The match of a rule's selector on one page.
 *
 * @param said the selector, its key and where the rule says it
 * @param hits number of elements, or of values where the selector asks for no elements
 * @param elements the elements, in page order; they belong to the page's parse and must not be
 *     changed
 */
public record SelectorMatch(RuleStatement said, int hits, List<Element> elements) {
  public SelectorMatch {
    elements = List.copyOf(elements);
  }
}
