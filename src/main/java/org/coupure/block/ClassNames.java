package org.coupure.block;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * The names in a page's class attributes, each once. Told apart where they stand, by the hash that
 * a string of them would have: of some hundreds of names a rule asks for a few, so that none is cut
 * out before somebody lists them. Immutable.
 */
final class ClassNames extends AbstractSet<String> {
  private final List<String> attributes;

  /** Where the name of a slot begins: its attribute's number, from 1 on, and its first index. */
  private int[] numbers;

  private int[] starts;
  private int[] hashes;
  private int size;

  /** Makes the names in {@code attributes}, the first of which is empty. */
  ClassNames(List<String> attributes) {
    this.attributes = attributes;
    allot(Integer.highestOneBit(attributes.size()) * 4);
    for (int number = 1; number < attributes.size(); number++) {
      addAll(number, attributes.get(number));
    }
  }

  private void allot(int slots) {
    numbers = new int[slots];
    starts = new int[slots];
    hashes = new int[slots];
  }

  private void addAll(int number, String attribute) {
    int length = attribute.length();
    int i = 0;
    while (i < length) {
      int start = i;
      int hash = 0;
      for (char c; i < length && (c = attribute.charAt(i)) > ' '; i++) {
        hash = 31 * hash + c;
      }
      if (i > start) {
        add(number, start, i, hash);
      }
      i++;
    }
  }

  private void add(int number, int start, int end, int hash) {
    int slot = slot(hash, attributes.get(number), start, end);
    if (numbers[slot] != 0) {
      return;
    }
    put(slot, number, start, hash);
    size++;
    if (size * 2 > numbers.length) {
      grow();
    }
  }

  private void put(int slot, int number, int start, int hash) {
    numbers[slot] = number;
    starts[slot] = start;
    hashes[slot] = hash;
  }

  /** Returns the slot of a part of {@code text}, or the free one where it belongs. */
  private int slot(int hash, String text, int start, int end) {
    int mask = numbers.length - 1;
    int slot = spread(hash) & mask;
    while (numbers[slot] != 0 && (hashes[slot] != hash || !isAt(slot, text, start, end))) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean isAt(int slot, String text, int start, int end) {
    String attribute = attributes.get(numbers[slot]);
    int after = starts[slot] + end - start;
    return attribute.regionMatches(starts[slot], text, start, end - start)
        && (after == attribute.length() || attribute.charAt(after) <= ' ');
  }

  private static int spread(int hash) {
    return hash ^ hash >>> 16;
  }

  private void grow() {
    int[] oldNumbers = numbers;
    int[] oldStarts = starts;
    int[] oldHashes = hashes;
    allot(numbers.length * 2);
    int mask = numbers.length - 1;
    for (int old = 0; old < oldNumbers.length; old++) {
      if (oldNumbers[old] != 0) {
        int slot = spread(oldHashes[old]) & mask;
        while (numbers[slot] != 0) {
          slot = slot + 1 & mask;
        }
        put(slot, oldNumbers[old], oldStarts[old], oldHashes[old]);
      }
    }
  }

  @Override
  public boolean contains(Object name) {
    return name instanceof String text
        && numbers[slot(text.hashCode(), text, 0, text.length())] != 0;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<String> iterator() {
    Collection<String> names = new ArrayList<>(size);
    for (int slot = 0; slot < numbers.length; slot++) {
      if (numbers[slot] != 0) {
        String attribute = attributes.get(numbers[slot]);
        int end = starts[slot];
        while (end < attribute.length() && attribute.charAt(end) > ' ') {
          end++;
        }
        names.add(attribute.substring(starts[slot], end));
      }
    }
    return names.iterator();
  }
}
