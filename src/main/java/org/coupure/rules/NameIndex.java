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

  /**
   * An element beside the rows.
   *
   * @param row the row that comes after it
   * @param number the number of its class attribute among those of such elements
   * @param id its id, or empty
   */
  private record Other(Element element, int row, int number, String id) {}

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
        String id = named.get("id");
        if (!attribute.isEmpty() || !id.isEmpty()) {
          others.add(new Other(element, row, number(attribute), id));
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

  /** Returns the elements with this id, in page order; nearly always there is none. */
  List<Element> withId(String id) {
    List<Element> found = new ArrayList<>(0);
    int rows = outline != null && outline.labelNames().has(id) ? outline.size() : 0;
    int next = 0;
    for (int row = 0; row < rows && outline != null; row++) {
      if (outline.id(row).equals(id)) {
        next = addOthers(next, row, id, found);
        found.add(outline.element(row));
      }
    }
    addOthers(next, Integer.MAX_VALUE, id, found);
    return found;
  }

  /** Adds those before {@code row} from {@code from} on, and returns the place behind them. */
  private int addOthers(int from, int row, String id, List<Element> found) {
    int next = from;
    for (; next < others.size() && others.get(next).row <= row; next++) {
      if (others.get(next).id.equals(id)) {
        found.add(others.get(next).element);
      }
    }
    return next;
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
