package org.coupure.rules;

import java.util.List;

/**
 * A field or content that a rule expects on every page it fits; a page without it is a miss.
 *
 * @param found keys of the rule whose selectors must find something
 * @param elements selectors that must match
 * @param words least number of words that {@code content} must hold, 0 when nothing was said
 */
record Expectation(List<RulePart> found, List<Selector> elements, int words) {
  static final Expectation NONE = new Expectation(List.of(), List.of(), 0);

  Expectation {
    found = List.copyOf(found);
    elements = List.copyOf(elements);
  }

  boolean isNone() {
    return found.isEmpty() && elements.isEmpty() && words == 0;
  }
}
