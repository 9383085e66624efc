package org.coupure.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.text.Hash64;

/**
 * What the makers of a page call its elements, in attributes such as class and id: each attribute
 * once, with a number, and cut into words once for all who ask. A word is known by the {@link
 * Hash64} of its small letters. It ends before what is no letter and before a capital behind a
 * small letter; every word counts the place of the words of attributes before it. Not thread-safe
 * while attributes are added.
 */
public final class NameWords {
  /** Generated names go on for ever; what tells anything stands in front. */
  private static final int MOST_CHARS = 4000;

  /** What is far from the beginning; a word ends here. */
  private static final int FAR = 400;

  private static final byte IS_LETTER = 1;
  private static final byte IS_JOINED = 2;
  private static final byte IS_FAR = 4;

  /** By ASCII character: the small letter, or 0. */
  private static final byte[] LETTERS = new byte[0x80];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      LETTERS[c] = (byte) c;
      LETTERS[c - 'a' + 'A'] = (byte) c;
    }
  }

  private final List<String> attributes = new ArrayList<>(64);

  /** A table of our own would be a little faster, but a page could make it search for minutes. */
  private Map<String, Integer> numbers = new HashMap<>(256);

  /** Attributes met lately: the same ones stand on neighbours, and to compare is to be sure. */
  private final int[] recent = new int[64];

  /** By number: where the words of the attribute begin; one more than there are attributes. */
  private int[] starts = new int[64];

  private long[] words = new long[512];
  private long[] pairs = new long[512];
  private byte[] marks = new byte[512];
  private char[] chars = new char[256];
  private int size;

  /** Begins with the empty attribute, whose number is 0. */
  public NameWords() {
    attributes.add("");
  }

  /** Returns the number of {@code attribute}, a new one if it was not met before. */
  public int number(String attribute) {
    int length = attribute.length();
    if (length == 0) {
      return 0;
    }
    int place = 7 * length + 3 * attribute.charAt(length >> 1) + attribute.charAt(length - 1);
    int last = recent[place & recent.length - 1];
    if (attributes.get(last).equals(attribute)) {
      return last;
    }
    Integer known = numbers.putIfAbsent(attribute, attributes.size());
    int number = known == null ? add(attribute) : known;
    recent[place & recent.length - 1] = number;
    return number;
  }

  /** Adds {@code attribute}, be it known or not, and returns its number. */
  int add(String attribute) {
    int number = attributes.size();
    attributes.add(attribute);
    cut(attribute);
    starts = number + 1 == starts.length ? Arrays.copyOf(starts, 2 * number + 2) : starts;
    starts[number + 1] = size;
    return number;
  }

  /** Lets go of what only adding needs. */
  void finish() {
    numbers = Map.of();
    chars = new char[0];
    words = Arrays.copyOf(words, size);
    pairs = Arrays.copyOf(pairs, size);
    marks = Arrays.copyOf(marks, size);
    starts = Arrays.copyOf(starts, attributes.size() + 1);
  }

  private void cut(String attribute) {
    int length = Math.min(attribute.length(), MOST_CHARS);
    char[] text = chars.length > length ? chars : new char[2 * length];
    chars = text;
    attribute.getChars(0, length, text, 0);
    // No letter, so that it ends the last word.
    text[length] = ' ';
    long before = 0;
    boolean joined = false;
    for (int i = 0; i < length; ) {
      int letter = letter(text[i]);
      if (letter == 0) {
        i++;
        joined = false;
        continue;
      }
      int start = i;
      long word = Hash64.SEED;
      // Goes on from the word before, so that it is the hash of both as one word.
      long pair = before;
      boolean small;
      do {
        word = Hash64.add(word, letter);
        pair = Hash64.add(pair, letter);
        small = letter == text[i++];
        letter = letter(text[i]);
      } while (letter != 0 && i != FAR && !(small && letter != text[i]));
      int mark = i - start == 1 ? IS_LETTER : 0;
      mark |= joined ? IS_JOINED : 0;
      add(word, before == 0 ? 0 : pair, start < FAR ? mark : mark | IS_FAR);
      before = word;
      joined = true;
    }
  }

  /** Returns the small letter, or 0 for what is none; letters beyond ASCII stay as they are. */
  private static int letter(char c) {
    return c < 0x80 ? LETTERS[c] : Character.isLetter(c) ? c : 0;
  }

  private void add(long word, long pair, int mark) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      pairs = Arrays.copyOf(pairs, size * 2);
      marks = Arrays.copyOf(marks, size * 2);
    }
    words[size] = word;
    pairs[size] = pair;
    marks[size++] = (byte) mark;
  }

  /** Returns the attributes, the place of each being its number; the first is empty. */
  public List<String> attributes() {
    return Collections.unmodifiableList(attributes);
  }

  /** Returns the attribute with this number. */
  public String attribute(int number) {
    return attributes.get(number);
  }

  /** Returns whether {@code attribute}, which is not empty, is one of them. */
  public boolean has(String attribute) {
    return attributes.contains(attribute);
  }

  /** Returns how many attributes there are; their numbers count from 0. */
  public int count() {
    return attributes.size();
  }

  /** Returns the place of the first word of the attribute with this number. */
  public int from(int number) {
    return starts[number];
  }

  /** Returns the place behind the last word of the attribute with this number. */
  public int to(int number) {
    return starts[number + 1];
  }

  /** Returns the hash of the word at {@code place}. */
  public long word(int place) {
    return words[place];
  }

  /**
   * Returns the hash that the word at {@code place} and the one before it in its attribute have as
   * one word; 0 for the first.
   */
  public long pair(int place) {
    return pairs[place];
  }

  /** Returns whether the word at {@code place} is one letter. */
  public boolean isLetter(int place) {
    return (marks[place] & IS_LETTER) != 0;
  }

  /** Returns whether nothing but its capital parts the word at {@code place} from that before. */
  public boolean isJoined(int place) {
    return (marks[place] & IS_JOINED) != 0;
  }

  /** Returns whether the word at {@code place} stands behind the first 400 characters. */
  public boolean isFar(int place) {
    return (marks[place] & IS_FAR) != 0;
  }
}
