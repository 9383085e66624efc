package org.coupure.verdict;

import java.util.Arrays;
import java.util.List;
import org.coupure.block.Block;
import org.coupure.text.LongIntMap;
import org.coupure.text.Sentences;

/**
 * What the lines of a dump share with one another: how much of a line another line has, and how
 * many of a line's words the paragraphs use. Arrays by block index; read-only after construction.
 */
final class DumpEchoes {
  /** Words from which on a line that ends like a sentence is a paragraph. */
  private static final int PARAGRAPH = 15;

  /** Longer lines are not sought in others (words and pairs of words). */
  private static final int LONGEST = 120;

  /** So many lines that have a word are looked at; more share it by chance. */
  private static final int MOST_LINES = 24;

  /** So many lines that have a word are asked whether they are paragraphs. */
  private static final int MOST_ASKED = 300;

  /** A line that shares this part of another one's words repeats it. */
  private static final float REPEATS = 0.8f;

  private static final int[] NONE = {};

  /** The greatest share of the line's pairs of words that one other line has. */
  final float[] share;

  /** That other line, or -1. */
  final int[] other;

  /** How many other lines have nearly all of it. */
  final int[] copies;

  /** The share of the line's words that paragraphs other than itself have, and their number. */
  final float[] known;

  final int[] knownWords;

  final boolean[] paragraph;

  /** The distinct keys of each line's words, and of its pairs. */
  private final long[][] words;

  private final long[][] pairs;
  private final Postings wordLines;

  DumpEchoes(List<Block> blocks, int[] tokens) {
    int count = blocks.size();
    share = new float[count];
    other = new int[count];
    copies = new int[count];
    known = new float[count];
    knownWords = new int[count];
    paragraph = new boolean[count];
    words = new long[count][];
    pairs = new long[count][];
    int total = 0;
    for (int i = 0; i < count; i++) {
      String text = blocks.get(i).text();
      split(i, text);
      total += words[i].length;
      paragraph[i] = tokens[i] >= PARAGRAPH && Sentences.isEnd(text);
    }
    wordLines = new Postings(words, total);
    compare(new Postings(pairs, total));
    meetParagraphs();
  }

  private void split(int line, String text) {
    long[] word = new long[text.length() + 1];
    long[] pair = new long[text.length() + 1];
    int[] counts = new int[3];
    DumpWords.visit(
        text,
        key -> {
          // A word, and behind each but the first the pair that ends with it.
          if (counts[2] < 1 || counts[2] % 2 == 1) {
            word[counts[0]++] = key;
          } else {
            pair[counts[1]++] = key;
          }
          counts[2]++;
        });
    words[line] = distinct(word, counts[0]);
    pairs[line] = counts[1] == 0 ? words[line] : distinct(pair, counts[1]);
  }

  private static long[] distinct(long[] keys, int size) {
    Arrays.sort(keys, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[kept++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, kept);
  }

  private void compare(Postings lines) {
    int[] hits = new int[share.length];
    int[] touched = new int[share.length];
    for (int i = 0; i < share.length; i++) {
      other[i] = -1;
      int size = pairs[i].length;
      if (size == 0 || size > LONGEST) {
        continue;
      }
      int met = 0;
      for (long pair : pairs[i]) {
        for (int at = lines.first(pair), n = 0;
            at >= 0 && n < MOST_LINES;
            at = lines.next(at), n++) {
          int line = lines.line(at);
          if (line != i && hits[line]++ == 0) {
            touched[met++] = line;
          }
        }
      }
      for (int k = 0; k < met; k++) {
        int line = touched[k];
        float part = hits[line] / (float) size;
        if (part > share[i]) {
          share[i] = part;
          other[i] = line;
        }
        copies[i] += part >= REPEATS ? 1 : 0;
        hits[line] = 0;
      }
    }
  }

  private void meetParagraphs() {
    int all = 0;
    for (boolean is : paragraph) {
      all += is ? 1 : 0;
    }
    // Words that most paragraphs have are function words and are not counted.
    int most = Math.max(2, all / 3);
    for (int i = 0; i < share.length; i++) {
      int telling = 0;
      for (long word : words[i]) {
        int in = 0;
        int asked = 0;
        for (int at = wordLines.first(word);
            at >= 0 && in <= most && asked < MOST_ASKED;
            at = wordLines.next(at)) {
          asked++;
          int line = wordLines.line(at);
          in += line != i && paragraph[line] ? 1 : 0;
        }
        telling += in <= most ? 1 : 0;
        knownWords[i] += in > 0 && in <= most ? 1 : 0;
      }
      known[i] = knownWords[i] / (float) Math.max(1, telling);
    }
  }

  /** Returns which share of the words of {@code line} stands in the lines of a range. */
  float shareIn(int line, int from, int to) {
    int in = 0;
    for (long word : words[line]) {
      int asked = 0;
      for (int at = wordLines.first(word); at >= 0 && asked < MOST_ASKED; at = wordLines.next(at)) {
        asked++;
        int has = wordLines.line(at);
        if (has != line && has >= from && has < to) {
          in++;
          break;
        }
      }
    }
    return in / (float) Math.max(1, words[line].length);
  }

  /** Which lines have a key: chains, in the order of the lines. */
  private static final class Postings {
    private final LongIntMap heads;
    private final int[] lines;
    private final int[] nexts;

    Postings(long[][] keysOfLines, int total) {
      heads = new LongIntMap(total);
      int size = 0;
      for (long[] of : keysOfLines) {
        size += of.length;
      }
      lines = size == 0 ? NONE : new int[size];
      nexts = size == 0 ? NONE : new int[size];
      int at = size;
      for (int line = keysOfLines.length - 1; line >= 0; line--) {
        for (long key : keysOfLines[line]) {
          at--;
          lines[at] = line;
          nexts[at] = heads.put(key, at + 1) - 1;
        }
      }
    }

    int first(long key) {
      return heads.get(key) - 1;
    }

    int next(int at) {
      return nexts[at];
    }

    int line(int at) {
      return lines[at];
    }
  }
}
