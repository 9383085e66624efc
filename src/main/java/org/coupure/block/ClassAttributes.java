package org.coupure.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page's class attributes, each once, with their numbers. Not thread-safe while it is made. */
final class ClassAttributes {
  private final List<String> list = new ArrayList<>(64);

  /** A table of our own would be a little faster, but a page could make it search for minutes. */
  private final Map<String, Integer> numbers = new HashMap<>(256);

  ClassAttributes() {
    list.add("");
  }

  /** Returns the attributes, the place of each being its number; the first is empty. */
  List<String> list() {
    return list;
  }

  /** Returns the number of {@code attribute}, a new one if it was not met before. */
  int number(String attribute) {
    Integer number = numbers.putIfAbsent(attribute, list.size());
    if (number != null) {
      return number;
    }
    list.add(attribute);
    return list.size() - 1;
  }
}
