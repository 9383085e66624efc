package org.coupure.query;

import java.util.Arrays;

/** Places in a text, each from its first to its last word, in ascending order of the first. */
final class Spans {
  static final Spans NONE = new Spans();

  private int[] bounds = new int[8];
  private int size;

  void add(int first, int last) {
    if (size * 2 == bounds.length) {
      bounds = Arrays.copyOf(bounds, bounds.length * 2);
    }
    bounds[size * 2] = first;
    bounds[size * 2 + 1] = last;
    size++;
  }

  int size() {
    return size;
  }

  int first(int i) {
    return bounds[2 * i];
  }

  int last(int i) {
    return bounds[2 * i + 1];
  }

  /** Returns these and those, in order, each once. */
  Spans and(Spans others) {
    if (size == 0 || others.size == 0) {
      return size == 0 ? others : this;
    }
    Spans all = new Spans();
    int i = 0;
    int j = 0;
    while (i < size || j < others.size) {
      boolean mine = j == others.size || (i < size && compare(i, others, j) <= 0);
      if (mine && j < others.size && compare(i, others, j) == 0) {
        j++;
      }
      if (mine) {
        all.add(first(i), last(i));
        i++;
      } else {
        all.add(others.first(j), others.last(j));
        j++;
      }
    }
    return all;
  }

  private int compare(int i, Spans others, int j) {
    int byFirst = Integer.compare(first(i), others.first(j));
    return byFirst != 0 ? byFirst : Integer.compare(last(i), others.last(j));
  }

  /**
   * Returns what reaches from one of these to one of those, or the other way round, with at most
   * {@code distance} words between them.
   */
  Spans near(Spans others, int distance) {
    Spans found = new Spans();
    int from = 0;
    for (int i = 0; i < size; i++) {
      while (from < others.size && others.last(from) < first(i) - distance - 1) {
        from++;
      }
      for (int j = from; j < others.size && others.first(j) <= last(i) + distance + 1; j++) {
        boolean apart = others.first(j) > last(i) || others.last(j) < first(i);
        if (apart && others.last(j) >= first(i) - distance - 1) {
          found.add(Math.min(first(i), others.first(j)), Math.max(last(i), others.last(j)));
        }
      }
    }
    return found.sorted();
  }

  /** Returns these in order, each once. */
  Spans sorted() {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (long) first(i) << 32 | last(i);
    }
    Arrays.sort(keys);
    Spans ordered = new Spans();
    for (int i = 0; i < size; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        ordered.add((int) (keys[i] >> 32), (int) keys[i]);
      }
    }
    return ordered;
  }

  /** Returns whether one of these reaches over all of {@code first} to {@code last}. */
  boolean cover(int first, int last) {
    for (int i = 0; i < size && first(i) <= first; i++) {
      if (last(i) >= last) {
        return true;
      }
    }
    return false;
  }
}
