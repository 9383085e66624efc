package org.coupure.block;

import java.util.ArrayList;
import java.util.List;

/** A page's class attributes, each once, with their numbers. Not thread-safe while it is made. */
final class ClassAttributes {
  private final List<String> list = new ArrayList<>(64);

  /** The numbers by hash; 0 where free. */
  private int[] slots = new int[1 << 9];

  ClassAttributes() {
    list.add("");
  }

  /** Returns the attributes, the place of each being its number; the first is empty. */
  List<String> list() {
    return list;
  }

  /** Returns the number of {@code attribute}, a new one if it was not met before. */
  int number(String attribute) {
    int mask = slots.length - 1;
    int slot = hash(attribute) & mask;
    while (slots[slot] != 0) {
      if (list.get(slots[slot]).equals(attribute)) {
        return slots[slot];
      }
      slot = slot + 1 & mask;
    }
    int number = list.size();
    slots[slot] = number;
    list.add(attribute);
    if (number * 2 > slots.length) {
      grow();
    }
    return number;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int number = 1; number < list.size(); number++) {
      int slot = hash(list.get(number)) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = number;
    }
  }

  private static int hash(String attribute) {
    int hash = attribute.hashCode();
    return hash ^ hash >>> 16;
  }
}
