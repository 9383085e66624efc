package org.coupure.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.block.Outline;
import org.coupure.text.Whitespace;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

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
    index.addAll(document);
    index.attributes.forEach(index::cut);
    return index;
  }

  /**
   * Returns the same from what the segmenter noted of the body's elements, without walking over
   * them again.
   */
  static NameIndex of(Document document, Outline outline) {
    NameIndex index = new NameIndex();
    index.add(document.firstElementChild());
    index.addAll(document.head());
    index.add(outline);
    index.attributes.forEach(index::cut);
    return index;
  }

  private void add(Outline outline) {
    Group[] byNumber = new Group[outline.classAttributes().size()];
    for (int i = 1; i < byNumber.length; i++) {
      byNumber[i] = group(outline.classAttributes().get(i));
    }
    List<Outline.Skipped> skipped = outline.skipped();
    int next = 0;
    for (int row = 0; row <= outline.size(); row++) {
      for (; next < skipped.size() && skipped.get(next).next() <= row; next++) {
        addAll(skipped.get(next).element());
      }
      if (row < outline.size() && outline.isNamed(row)) {
        int number = outline.classNumber(row);
        add(outline.element(row), outline.id(row), number == 0 ? null : byNumber[number]);
      }
    }
  }

  private void addAll(Element root) {
    root.traverse(
        (node, depth) -> {
          if (node instanceof Element element) {
            add(element);
          }
        });
  }

  private void add(@Nullable Element element) {
    if (element != null && element.attributesSize() > 0) {
      Attributes named = element.attributes();
      String attribute = named.get("class");
      add(element, named.get("id"), attribute.isEmpty() ? null : group(attribute));
    }
  }

  private Group group(String attribute) {
    return attributes.computeIfAbsent(attribute, same -> new Group());
  }

  private void add(Element element, String id, @Nullable Group group) {
    if (!id.isEmpty()) {
      ids.computeIfAbsent(id, same -> new ArrayList<>(1)).add(element);
    }
    if (group != null) {
      group.elements.add(element);
      elements.add(element);
      groups.add(group);
    }
  }

  private void cut(String attribute, Group group) {
    Whitespace.names(attribute, name -> add(name, group));
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
