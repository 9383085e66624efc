package org.coupure.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.block.Outline;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a page by class and by id. Those of the body are read from the outline, by the
 * number of their class attribute: a page has few that differ, and lists of elements are made of
 * the few names that rules find there. Not thread-safe; lives as long as one judging.
 */
final class NameIndex {
  private final @Nullable Outline outline;
  private final @Nullable ClassNames names;

  /** Elements with attributes that have no row, in page order. */
  private final List<Other> others = new ArrayList<>();

  private final ClassNames otherNames;
  private @Nullable Map<String, List<Element>> ids;

  /**
   * An element beside the rows.
   *
   * @param row the row that comes after it
   * @param number the number of its class attribute among those of such elements
   */
  private record Other(Element element, int row, int number) {}

  private NameIndex(Document document, @Nullable Outline outline, @Nullable ClassNames names) {
    this.outline = outline;
    this.names = names;
    Others others = new Others();
    if (outline == null) {
      others.addAll(document, 0);
    } else {
      others.add(document.firstElementChild(), 0);
      others.addAll(document.head(), 0);
      for (Outline.Skipped skipped : outline.skipped()) {
        others.addAll(skipped.element(), skipped.next());
      }
    }
    this.otherNames = new ClassNames(others.attributes);
  }

  static NameIndex of(Document document) {
    return new NameIndex(document, null, null);
  }

  /**
   * Returns the same from what the segmenter noted of the body's elements, without walking over
   * them again.
   *
   * @param names those of the outline's class attributes
   */
  static NameIndex of(Document document, Outline outline, ClassNames names) {
    return new NameIndex(document, outline, names);
  }

  /** Collects the elements beside the rows, and each of their class attributes once. */
  private final class Others {
    final List<String> attributes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    void addAll(Element root, int row) {
      root.traverse(
          (node, depth) -> {
            if (node instanceof Element element) {
              add(element, row);
            }
          });
    }

    void add(@Nullable Element element, int row) {
      if (element != null && element.attributesSize() > 0) {
        Attributes named = element.attributes();
        String attribute = named.get("class");
        if (!attribute.isEmpty() || !named.get("id").isEmpty()) {
          others.add(new Other(element, row, number(attribute)));
        }
      }
    }

    private int number(String attribute) {
      Integer number = numbers.putIfAbsent(attribute, attributes.size());
      if (number == null) {
        attributes.add(attribute);
        return attributes.size() - 1;
      }
      return number;
    }
  }

  /** Returns whether some element is of this class. */
  boolean hasClass(String name) {
    return (names != null && names.has(name)) || otherNames.has(name);
  }

  /** Returns the elements with this id, in page order. */
  List<Element> withId(String id) {
    if (ids == null) {
      ids = ids();
    }
    return ids.getOrDefault(id, List.of());
  }

  private Map<String, List<Element>> ids() {
    Map<String, List<Element>> found = new HashMap<>();
    int next = 0;
    int rows = outline == null ? 0 : outline.size();
    for (int row = 0; row <= rows; row++) {
      for (; next < others.size() && others.get(next).row <= row; next++) {
        Element other = others.get(next).element;
        add(found, other.attributes().get("id"), other);
      }
      if (outline != null && row < rows) {
        String id = outline.id(row);
        if (!id.isEmpty()) {
          add(found, id, outline.element(row));
        }
      }
    }
    return found;
  }

  private static void add(Map<String, List<Element>> ids, String id, Element element) {
    if (!id.isEmpty()) {
      ids.computeIfAbsent(id, same -> new ArrayList<>(1)).add(element);
    }
  }

  /** Returns the elements of this class, in page order. */
  List<Element> ofClass(String name) {
    boolean[] inBody = names == null ? null : names.having(name);
    boolean[] beside = otherNames.having(name);
    if (inBody == null && beside == null) {
      return List.of();
    }
    List<Element> found = new ArrayList<>();
    int row = 0;
    for (int next = 0; beside != null && next < others.size(); next++) {
      Other other = others.get(next);
      if (beside[other.number]) {
        row = addRows(row, other.row, inBody, found);
        found.add(other.element);
      }
    }
    addRows(row, Integer.MAX_VALUE, inBody, found);
    return found;
  }

  /** Adds the elements in rows of {@code having} from {@code from} on, and returns the end. */
  private int addRows(int from, int to, boolean @Nullable [] having, List<Element> found) {
    int end = outline == null ? 0 : Math.min(to, outline.size());
    for (int row = from; outline != null && having != null && row < end; row++) {
      if (having[outline.classNumber(row)]) {
        found.add(outline.element(row));
      }
    }
    return Math.max(from, end);
  }
}
