package org.coupure.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The elements of a page's body in document order as flat arrays, a row each, with their parents
 * and the range of blocks they hold: what rules, features and metadata ask about places, without
 * walking the page again. Elements whose content is no text have no rows, but are listed beside
 * them. Written by the segmenter, read-only afterwards.
 */
public final class Outline {
  static final Outline NONE = new Outline(0);

  private static final int UNTOUCHED = -1;
  private static final byte CONCEALED = 1;
  private static final byte BY_AUTHOR = 2;
  private static final byte NAMED = 4;
  private static final byte CAPTIONED = 8;
  private static final byte LABELLED = 16;
  private static final byte HIDING = 32;
  private static final Label UNLABELLED = new Label();

  private static final String CRUMB = "crumb";

  /** The letter of {@link #CRUMB} that is looked for first. */
  private static final int RARE = CRUMB.indexOf('u');

  /**
   * An element whose content is no text, such as a script or an image map.
   *
   * @param element the element, which is not to be changed
   * @param parent the row of its parent
   * @param next the row that the next element with text has or would have
   * @param tag the number that {@link Tags} gives it
   */
  public record Skipped(Element element, int parent, int next, int tag) {}

  private Element[] elements;
  private int[] parents;
  private byte[] tags;
  private short[] depths;
  private int[] firstBlocks;
  private int[] endBlocks;

  /** What the authors named each element; class attributes by their numbers, from 1 on. */
  private int[] classes;

  private byte[] marks;

  /** The rows of the elements that have labels, rising, and the labels. */
  private int[] labelledRows = new int[16];

  private final List<Label> labels = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final NameWords classNames = new NameWords();
  private final NameWords labelNames = new NameWords();
  private int size;

  /** What few elements have: an id, a role or a property, each by its number. */
  private static final class Label {
    private int id;
    private int role;
    private int property;
  }

  Outline(int capacity) {
    elements = new Element[capacity];
    parents = new int[capacity];
    tags = new byte[capacity];
    depths = new short[capacity];
    firstBlocks = new int[capacity];
    endBlocks = new int[capacity];
    classes = new int[capacity];
    marks = new byte[capacity];
  }

  /** Adds an element that opens and returns its row. */
  int open(Element element, int parent, int tag) {
    if (size == elements.length) {
      grow();
    }
    elements[size] = element;
    parents[size] = parent;
    tags[size] = (byte) tag;
    // Fewer than 513: no parser of ours nests deeper.
    depths[size] = (short) (parent < 0 ? 0 : depths[parent] + 1);
    firstBlocks[size] = UNTOUCHED;
    return size++;
  }

  /**
   * Notes that the element of {@code row} has attributes, {@code attribute} being its classes, or
   * empty. They are numbered, because the same ones come again and again and are read once each.
   */
  void name(int row, String attribute) {
    marks[row] |= NAMED;
    classes[row] = classNames.number(attribute);
  }

  /** Notes the element's id, which may be empty. */
  void identify(int row, String id) {
    if (!id.isEmpty()) {
      // Hardly two elements of a page share one, so that nothing is gained by looking for it.
      label(row).id = labelNames.add(id);
    }
  }

  void role(int row, String role) {
    label(row).role = labelNames.number(role);
  }

  void property(int row, String property) {
    label(row).property = labelNames.number(property);
  }

  /** Notes what the element's {@code rel} says of where it leads to. */
  void relation(int row, String relation) {
    marks[row] |= relation.contains("author") ? BY_AUTHOR : 0;
  }

  /** Notes that the element has an {@code aria-label}. */
  void caption(int row) {
    marks[row] |= CAPTIONED;
  }

  private static boolean hasCrumb(String name) {
    for (int i = RARE; i < name.length(); i++) {
      boolean rare = (name.charAt(i) | ' ') == 'u';
      if (rare && name.regionMatches(true, i - RARE, CRUMB, 0, CRUMB.length())) {
        return true;
      }
    }
    return false;
  }

  /** Notes a type of things that microdata names; empty for none. */
  void type(String type) {
    if (!type.isEmpty()) {
      types.add(type);
    }
  }

  private Label label(int row) {
    if (!isLabelled(row)) {
      marks[row] |= LABELLED;
      int size = labels.size();
      if (size == labelledRows.length) {
        labelledRows = Arrays.copyOf(labelledRows, size * 2);
      }
      labelledRows[size] = row;
      labels.add(new Label());
    }
    return labelOf(row);
  }

  private Label labelOf(int row) {
    return isLabelled(row)
        ? labels.get(Arrays.binarySearch(labelledRows, 0, labels.size(), row))
        : UNLABELLED;
  }

  /** Notes that the attributes of the element of {@code row} say that it is not shown. */
  void conceal(int row) {
    marks[row] |= CONCEALED;
  }

  /** Notes that a browser does not show what stands in the element of {@code row}. */
  void hide(int row) {
    marks[row] |= HIDING;
  }

  /** Notes an element that is not walked, inside the open element of row {@code parent}. */
  void skip(Element element, int parent, int tag) {
    skipped.add(new Skipped(element, parent, size, tag));
  }

  /** Notes that the open element of {@code row} holds text of {@code block}, the last so far. */
  void touch(int row, int block) {
    endBlocks[row] = block + 1;
    for (int r = row; r >= 0 && firstBlocks[r] == UNTOUCHED; r = parents[r]) {
      firstBlocks[r] = block;
    }
  }

  /** Notes that the element of {@code row} closes when there are {@code blocks} blocks. */
  void close(int row, int blocks) {
    if (firstBlocks[row] == UNTOUCHED) {
      firstBlocks[row] = blocks;
      endBlocks[row] = blocks;
      return;
    }
    int parent = parents[row];
    if (parent >= 0) {
      endBlocks[parent] = Math.max(endBlocks[parent], endBlocks[row]);
    }
  }

  /**
   * Notes that text which was said to be of block {@code from} is of the later {@code block}. To be
   * told the last text first, so that the first has the last word.
   */
  void move(int row, int from, int block) {
    for (int r = row; r >= 0; r = parents[r]) {
      endBlocks[r] = Math.max(endBlocks[r], block + 1);
      if (firstBlocks[r] >= from) {
        firstBlocks[r] = block;
      }
    }
  }

  /** Lets go of the room for more elements; to be told when all are there. */
  void finish() {
    classNames.finish();
    labelNames.finish();
    resize(size);
  }

  private void grow() {
    resize(Math.max(64, size * 2));
  }

  private void resize(int capacity) {
    elements = Arrays.copyOf(elements, capacity);
    parents = Arrays.copyOf(parents, capacity);
    tags = Arrays.copyOf(tags, capacity);
    depths = Arrays.copyOf(depths, capacity);
    firstBlocks = Arrays.copyOf(firstBlocks, capacity);
    endBlocks = Arrays.copyOf(endBlocks, capacity);
    classes = Arrays.copyOf(classes, capacity);
    marks = Arrays.copyOf(marks, capacity);
  }

  /** Returns how many elements there are; their rows count from 0. */
  public int size() {
    return size;
  }

  /** Returns the elements of the body that have no row, in the page's order. */
  public List<Skipped> skipped() {
    return Collections.unmodifiableList(skipped);
  }

  public Element element(int row) {
    return elements[row];
  }

  /** Returns the row of {@code element}, from row {@code from} on, or -1 when it has none there. */
  public int row(Element element, int from) {
    for (int row = from; row < size; row++) {
      if (elements[row].equals(element)) {
        return row;
      }
    }
    return -1;
  }

  /** Returns the row of the parent, or -1 for the root. */
  public int parent(int row) {
    return parents[row];
  }

  /** Returns the number that {@link Tags} gives the element, without flags. */
  public int tag(int row) {
    return tags[row];
  }

  /** Returns how many elements are around it; 0 for the root. */
  public int depth(int row) {
    return depths[row];
  }

  /** Returns the class attributes. */
  public NameWords classNames() {
    return classNames;
  }

  /** Returns the ids, roles and properties. */
  public NameWords labelNames() {
    return labelNames;
  }

  /** Returns the types of things that microdata names, in the page's order. */
  public List<String> types() {
    return types;
  }

  /** Returns the number of the element's class attribute among them, 0 for none. */
  public int classNumber(int row) {
    return classes[row];
  }

  /** Returns the element's id, empty for none. */
  public String id(int row) {
    return labelNames.attribute(idNumber(row));
  }

  /** Returns the number of the element's id among the labels, 0 for none. */
  public int idNumber(int row) {
    return labelOf(row).id;
  }

  /** Returns the element's role, empty for none. */
  public String role(int row) {
    return labelNames.attribute(roleNumber(row));
  }

  /** Returns the number of the element's role among the labels, 0 for none. */
  public int roleNumber(int row) {
    return labelOf(row).role;
  }

  /** Returns what the element's {@code itemprop} says it holds, empty for nothing. */
  public String property(int row) {
    return labelNames.attribute(propertyNumber(row));
  }

  /** Returns the number of the element's property among the labels, 0 for none. */
  public int propertyNumber(int row) {
    return labelOf(row).property;
  }

  /** Returns whether the element has an id, a role or a property. */
  public boolean isLabelled(int row) {
    return (marks[row] & LABELLED) != 0;
  }

  /** Returns whether the element has attributes of any name. */
  public boolean isNamed(int row) {
    return (marks[row] & NAMED) != 0;
  }

  /**
   * Returns whether a style or an attribute of the element of {@code row} hides what stands in it,
   * and no element around it does so already.
   */
  public boolean isHiding(int row) {
    return (marks[row] & HIDING) != 0;
  }

  /** Returns whether the element's own attributes say that a browser would not show it. */
  public boolean isConcealed(int row) {
    return (marks[row] & CONCEALED) != 0;
  }

  /** Returns whether the element's {@code rel} says that it leads to the author. */
  public boolean isByAuthor(int row) {
    return (marks[row] & BY_AUTHOR) != 0;
  }

  /** Returns whether class, id or {@code aria-label} call the element the path to the page. */
  public boolean isTrail(int row) {
    return hasCrumb(classNames.attribute(classes[row]))
        || hasCrumb(id(row))
        || ((marks[row] & CAPTIONED) != 0
            && hasCrumb(elements[row].attributes().get("aria-label")));
  }

  /** Returns the index of the first block with text inside the element. */
  public int firstBlock(int row) {
    return firstBlocks[row];
  }

  /**
   * Returns one more than the index of the last block with text inside the element; the first
   * block's index when there is none.
   */
  public int endBlock(int row) {
    return endBlocks[row];
  }
}
