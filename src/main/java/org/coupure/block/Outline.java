package org.coupure.block;

import java.util.Arrays;
import org.jsoup.nodes.Element;

/**
 * The elements of a page in document order as flat arrays, each with its parent and the range of
 * blocks it holds: what rules and features ask about places, without walking the page again.
 * Written by the segmenter, read-only afterwards.
 */
final class Outline {
  static final Outline NONE = new Outline(0);

  private Element[] elements;
  private int[] parents;
  private int[] tags;
  private int[] depths;
  private int[] firstBlocks;
  private int[] endBlocks;
  private int size;

  Outline(int capacity) {
    elements = new Element[capacity];
    parents = new int[capacity];
    tags = new int[capacity];
    depths = new int[capacity];
    firstBlocks = new int[capacity];
    endBlocks = new int[capacity];
  }

  /** Adds an element that opens before block {@code firstBlock} and returns its row. */
  int open(Element element, int parent, int tag, int firstBlock) {
    if (size == elements.length) {
      grow();
    }
    elements[size] = element;
    parents[size] = parent;
    tags[size] = tag;
    depths[size] = parent < 0 ? 0 : depths[parent] + 1;
    firstBlocks[size] = firstBlock;
    return size++;
  }

  /** Notes that the element of {@code row} closes before block {@code endBlock}. */
  void close(int row, int endBlock) {
    endBlocks[row] = endBlock;
  }

  private void grow() {
    int capacity = Math.max(64, size * 2);
    elements = Arrays.copyOf(elements, capacity);
    parents = Arrays.copyOf(parents, capacity);
    tags = Arrays.copyOf(tags, capacity);
    depths = Arrays.copyOf(depths, capacity);
    firstBlocks = Arrays.copyOf(firstBlocks, capacity);
    endBlocks = Arrays.copyOf(endBlocks, capacity);
  }

  int size() {
    return size;
  }

  Element element(int row) {
    return elements[row];
  }

  /** Returns the row of the parent, or -1 for the root. */
  int parent(int row) {
    return parents[row];
  }

  /** Returns the number that {@link Tags} gives the element, without flags. */
  int tag(int row) {
    return tags[row];
  }

  int depth(int row) {
    return depths[row];
  }

  /** Returns the index of the first block that begins inside the element. */
  int firstBlock(int row) {
    return firstBlocks[row];
  }

  /** Returns one more than the index of the last block that begins inside the element. */
  int endBlock(int row) {
    return endBlocks[row];
  }
}
