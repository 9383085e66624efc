package org.coupure.verdict;

import org.coupure.block.ClassNameGroups;
import org.coupure.block.NameWords;
import org.coupure.block.Outline;
import org.coupure.text.Hash64;

/**
 * Words in class and id attributes that name boxes of one sort. They match where no letter is next
 * to them. Immutable.
 */
final class BoxNames {
  private final String[] names;
  private final long[] hashes;

  /** A bit for the last of each hash: tells nearly all other words at once. */
  private final long sieve;

  /** Returns the words of a group {@code box …} of {@link ClassNameGroups}. */
  static BoxNames of(String group) {
    return new BoxNames(ClassNameGroups.words("box " + group).toArray(String[]::new));
  }

  /** Makes a set of words of small ASCII letters. */
  BoxNames(String... names) {
    this.names = names.clone();
    this.hashes = new long[names.length];
    long bits = 0;
    for (int i = 0; i < names.length; i++) {
      hashes[i] = Hash64.of(names[i]);
      bits |= 1L << hashes[i];
    }
    this.sieve = bits;
  }

  /** Returns whether a class of the element of {@code row} is a name. */
  boolean name(Outline outline, int row) {
    return !in(outline.classNames(), outline.classNumber(row)).isEmpty();
  }

  /** Returns the first word of an attribute that is a name, or an empty string. */
  String in(NameWords words, int attribute) {
    int to = words.to(attribute);
    for (int place = words.from(attribute); place < to; place++) {
      boolean ends = place + 1 == to || !words.isJoined(place + 1);
      if (ends) {
        // A capital in the middle parts no names: pullQuote.
        boolean joined = words.isJoined(place);
        boolean whole = !joined || !words.isJoined(place - 1);
        String name = whole ? name(joined ? words.pair(place) : words.word(place)) : "";
        if (!name.isEmpty()) {
          return name;
        }
      }
    }
    return "";
  }

  private String name(long hash) {
    if ((sieve >>> hash & 1) != 0) {
      for (int i = 0; i < hashes.length; i++) {
        if (hashes[i] == hash) {
          return names[i];
        }
      }
    }
    return "";
  }
}
