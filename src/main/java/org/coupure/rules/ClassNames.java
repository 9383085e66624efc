package org.coupure.rules;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which names stand in a page's class attributes. A hash table of the places where they stand: a
 * page has hundreds of names and rules ask for a few, so no text is made of any. Immutable.
 */
final class ClassNames {
  private final List<String> attributes;

  /** By the last bits of a name's hash: the first of the entries that share them; 0 for none. */
  private final int[] heads;

  /** By entry, from 1 on: hash of the name, its attribute and place there, the entry behind. */
  private int[] hashes;

  private int[] numbers;
  private int[] starts;
  private int[] nexts;
  private int size = 1;

  ClassNames(List<String> attributes) {
    this.attributes = attributes;
    int expected = 16 + 4 * attributes.size();
    heads = new int[Integer.highestOneBit(expected) * 2];
    hashes = new int[expected];
    numbers = new int[expected];
    starts = new int[expected];
    nexts = new int[expected];
    char[] text = new char[256];
    for (int number = 0; number < attributes.size(); number++) {
      String attribute = attributes.get(number);
      int length = attribute.length();
      text = length < text.length ? text : new char[2 * length];
      attribute.getChars(0, length, text, 0);
      cut(text, length, number);
    }
  }

  /** Cuts as HTML does, at white space. */
  private void cut(char[] text, int length, int number) {
    // Ends the last name.
    text[length] = ' ';
    int at = 0;
    while (true) {
      while (at < length && text[at] <= ' ') {
        at++;
      }
      if (at == length) {
        return;
      }
      int start = at;
      int hash = 0;
      for (; text[at] > ' '; at++) {
        hash = 31 * hash + text[at];
      }
      add(hash, number, start);
    }
  }

  private void add(int hash, int number, int start) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      nexts = Arrays.copyOf(nexts, size * 2);
    }
    hashes[size] = hash;
    numbers[size] = number;
    starts[size] = start;
    nexts[size] = heads[slot(hash)];
    heads[slot(hash)] = size++;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (heads.length - 1);
  }

  /** Returns whether some attribute has this name, in its own case. */
  boolean has(String name) {
    return find(name, heads[slot(name.hashCode())]) != 0;
  }

  /** Returns by the number of the attribute whether it has this name; null when none has. */
  boolean @Nullable [] having(String name) {
    int entry = find(name, heads[slot(name.hashCode())]);
    if (entry == 0) {
      return null;
    }
    boolean[] having = new boolean[attributes.size()];
    for (; entry != 0; entry = find(name, nexts[entry])) {
      having[numbers[entry]] = true;
    }
    return having;
  }

  private int find(String name, int from) {
    int hash = name.hashCode();
    int entry = from;
    while (entry != 0 && !(hashes[entry] == hash && isAt(entry, name))) {
      entry = nexts[entry];
    }
    return entry;
  }

  private boolean isAt(int entry, String name) {
    String attribute = attributes.get(numbers[entry]);
    int end = starts[entry] + name.length();
    return attribute.startsWith(name, starts[entry])
        && (end == attribute.length() || attribute.charAt(end) <= ' ')
        && !name.isEmpty();
  }
}
