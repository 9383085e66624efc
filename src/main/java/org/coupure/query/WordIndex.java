package org.coupure.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text's words, each with its places, so that a word is found without reading the text again.
 * Different words are numbered from 0 in the order of their first place; a place is the number of
 * words before it. Immutable once made.
 *
 * <p>It is a hash table with open addressing over one array of letters: a text of a thousand words
 * makes some arrays, and no object for a word.
 */
final class WordIndex {
  /** Stands between two texts, so that no phrase goes over the border. */
  private static final int BORDER = -1;

  private final String text;

  private int size;

  /** By place: the number of the word, and the indexes of its first and behind its last char. */
  private int[] wordAt;

  private int[] starts;
  private int[] ends;

  /** By place: the next place of the same word, or -1. */
  private int[] next;

  private int words;

  /** By word: where its letters begin; those of the word {@code n} end where n + 1's begin. */
  private int[] lettersAt;

  /** By word: its first place, its last place so far, its hash. */
  private int[] first;

  private int[] last;
  private int[] hashes;

  private char[] letters;

  /** Slots of the hash table: a word's number plus one, or 0. */
  private int[] table;

  private WordIndex(String text) {
    this.text = text;
    int expected = text.length() / 6 + 8;
    wordAt = new int[expected];
    starts = new int[expected];
    ends = new int[expected];
    next = new int[expected];
    int different = expected / 2 + 8;
    lettersAt = new int[different + 1];
    first = new int[different];
    last = new int[different];
    hashes = new int[different];
    letters = new char[different * 8];
    table = new int[Integer.highestOneBit(different * 4)];
  }

  /** Returns the index of a text's words. */
  static WordIndex of(@Nullable String text) {
    WordIndex index = new WordIndex(text == null ? "" : text);
    new WordReader(index.text, false, index::add).read();
    return index;
  }

  /** Returns the index of several texts, such as names; no phrase goes from one to the next. */
  static WordIndex of(List<String> texts) {
    WordIndex index = new WordIndex(String.join("\n", texts));
    for (String text : texts) {
      new WordReader(text, false, index::add).read();
      index.append(BORDER, 0, 0);
    }
    return index;
  }

  /** Returns the words of a part of a query, in order, with its wildcards. */
  static List<Word> wordsOf(String query) {
    List<Word> words = new ArrayList<>();
    new WordReader(
            query,
            true,
            (folded, length, start, end) ->
                words.add(new Word(new String(folded, 0, length), query.substring(start, end))))
        .read();
    return words;
  }

  /** Returns the words of {@code text}, folded, with a blank between: what is indexed. */
  static String folded(String text) {
    StringBuilder words = new StringBuilder(text.length() + text.length() / 8);
    new WordReader(
            text,
            false,
            (folded, length, start, end) ->
                words.append(words.length() == 0 ? "" : " ").append(folded, 0, length))
        .read();
    return words.toString();
  }

  /**
   * A word of a query.
   *
   * @param folded as it is compared
   * @param written as it was written
   */
  record Word(String folded, String written) {
    /** Returns this as the beginning of a word. */
    Word open() {
      return new Word(folded + "*", written + "*");
    }
  }

  private void add(char[] folded, int length, int start, int end) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + folded[i];
    }
    int slot = slot(folded, length, hash);
    int word = table[slot] - 1;
    if (word < 0) {
      word = addWord(folded, length, hash);
      table[slot] = word + 1;
      if (words * 2 > table.length) {
        rehash();
      }
    }
    append(word, start, end);
  }

  private void append(int word, int start, int end) {
    if (size == wordAt.length) {
      int larger = size * 2;
      wordAt = Arrays.copyOf(wordAt, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      next = Arrays.copyOf(next, larger);
    }
    wordAt[size] = word;
    starts[size] = start;
    ends[size] = end;
    next[size] = -1;
    if (word >= 0) {
      if (last[word] < 0) {
        first[word] = size;
      } else {
        next[last[word]] = size;
      }
      last[word] = size;
    }
    size++;
  }

  private int addWord(char[] folded, int length, int hash) {
    if (words == first.length) {
      first = Arrays.copyOf(first, words * 2);
      last = Arrays.copyOf(last, words * 2);
      hashes = Arrays.copyOf(hashes, words * 2);
      lettersAt = Arrays.copyOf(lettersAt, words * 2 + 1);
    }
    int at = lettersAt[words];
    if (at + length > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(at + length, letters.length * 2));
    }
    System.arraycopy(folded, 0, letters, at, length);
    lettersAt[words + 1] = at + length;
    hashes[words] = hash;
    last[words] = -1;
    return words++;
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int word = 0; word < words; word++) {
      int slot = spread(hashes[word]) & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = word + 1;
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9; // Fibonacci hashing, as Knuth has it in TAOCP 6.4.
    return mixed ^ (mixed >>> 15);
  }

  /** Returns the slot of a word, or the free one where it would stand. */
  private int slot(char[] folded, int length, int hash) {
    int slot = spread(hash) & (table.length - 1);
    while (table[slot] != 0) {
      int word = table[slot] - 1;
      if (hashes[word] == hash && isWord(word, folded, length)) {
        return slot;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean isWord(int word, char[] folded, int length) {
    return Arrays.equals(letters, lettersAt[word], lettersAt[word + 1], folded, 0, length);
  }

  /** Returns the number of a word, or -1 when it is not there. */
  int word(char[] folded, int hash) {
    return table[slot(folded, folded.length, hash)] - 1;
  }

  /** Returns how many different words there are. */
  int words() {
    return words;
  }

  /** Returns a word's first place. */
  int first(int word) {
    return first[word];
  }

  /** Returns the next place of the same word, or -1. */
  int next(int place) {
    return next[place];
  }

  /** Returns the number of the word at a place, or -1 at a border and beyond the end. */
  int wordAt(int place) {
    return place < size ? wordAt[place] : BORDER;
  }

  /** Returns a word's letters, folded. */
  String letters(int word) {
    return new String(letters, lettersAt[word], lettersAt[word + 1] - lettersAt[word]);
  }

  /** Returns whether a word begins with these letters. */
  boolean begins(int word, char[] prefix) {
    int from = lettersAt[word];
    return lettersAt[word + 1] - from >= prefix.length
        && Arrays.equals(letters, from, from + prefix.length, prefix, 0, prefix.length);
  }

  /** Returns a word as the text writes it at its first place. */
  String written(int word) {
    return text.substring(starts[first[word]], ends[first[word]]);
  }

  /** Returns the text from one place to another, its last included. */
  String written(int from, int to) {
    return text.substring(starts[from], ends[to]);
  }

  /** Returns the index in the text of the first char at a place. */
  int start(int place) {
    return starts[place];
  }

  /** Returns the index in the text behind the last char at a place. */
  int end(int place) {
    return ends[place];
  }

  String text() {
    return text;
  }
}
