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

  private static final int UNTOUCHED = -1;

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

  /** Adds an element that opens and returns its row. */
  int open(Element element, int parent, int tag) {
    if (size == elements.length) {
      grow();
    }
    elements[size] = element;
    parents[size] = parent;
    tags[size] = tag;
    depths[size] = parent < 0 ? 0 : depths[parent] + 1;
    firstBlocks[size] = UNTOUCHED;
    return size++;
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

  /** Returns the index of the first block with text inside the element. */
  int firstBlock(int row) {
    return firstBlocks[row];
  }

  /**
   * Returns one more than the index of the last block with text inside the element; the first
   * block's index when there is none.
   */
  int endBlock(int row) {
    return endBlocks[row];
  }
}
