package org.coupure.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The elements of a page by class and by id. Elements are gathered by their whole class attribute,
 * of which a page has few that differ, and only those are cut into names: a quarter of the time and
 * a tenth of the memory that an entry for every name of every element takes. Not thread-safe while
 * it is made; read-only afterwards.
 */
final class NameIndex {
  private final Map<String, List<Element>> ids = new HashMap<>();
  private final Map<String, Group> attributes = new HashMap<>();
  private final Map<String, List<Group>> names = new HashMap<>();

  /** All elements that have classes, in page order, and their groups. */
  private final List<Element> elements = new ArrayList<>();

  private final List<Group> groups = new ArrayList<>();

  /** Elements with the same class attribute, in page order. */
  private static final class Group {
    final List<Element> elements = new ArrayList<>(2);
  }

  private NameIndex() {}

  static NameIndex of(Document document) {
    NameIndex index = new NameIndex();
    document.traverse(
        (node, depth) -> {
          if (node instanceof Element element && element.attributesSize() > 0) {
            index.add(element);
          }
        });
    index.attributes.forEach(index::cut);
    return index;
  }

  private void add(Element element) {
    Attributes named = element.attributes();
    String id = named.get("id");
    if (!id.isEmpty()) {
      ids.computeIfAbsent(id, same -> new ArrayList<>(1)).add(element);
    }
    String attribute = named.get("class");
    if (!attribute.isEmpty()) {
      Group group = attributes.computeIfAbsent(attribute, same -> new Group());
      group.elements.add(element);
      elements.add(element);
      groups.add(group);
    }
  }

  private void cut(String attribute, Group group) {
    int start = -1;
    for (int i = 0; i <= attribute.length(); i++) {
      boolean space = i == attribute.length() || attribute.charAt(i) <= ' ';
      if (!space && start < 0) {
        start = i;
      } else if (space && start >= 0) {
        add(attribute.substring(start, i), group);
        start = -1;
      }
    }
  }

  private void add(String name, Group group) {
    List<Group> same = names.computeIfAbsent(name, n -> new ArrayList<>(2));
    // Quirk: some templates write a class name twice.
    if (same.isEmpty() || !same.get(same.size() - 1).equals(group)) {
      same.add(group);
    }
  }

  /** Returns the elements with this id, in page order. */
  List<Element> withId(String id) {
    return ids.getOrDefault(id, List.of());
  }

  /** Returns the elements of this class, in page order. */
  List<Element> ofClass(String name) {
    List<Group> found = names.getOrDefault(name, List.of());
    if (found.size() < 2) {
      return found.isEmpty() ? List.of() : found.get(0).elements;
    }
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (found.contains(groups.get(i))) {
        all.add(elements.get(i));
      }
    }
    return all;
  }
}
