package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.text.WordSet;

/**
 * What the characters of each block say, counted in one pass over the text: words, commas,
 * capitals, function words, overlap with the page's own title and description. Arrays by block
 * index; package-private, read-only after construction.
 */
final class TextMeasures {
  /** Ways in which a block can begin. */
  static final int BEGINS_LOWER = 0;

  static final int BEGINS_UPPER = 1;
  static final int BEGINS_DIGIT = 2;
  static final int BEGINS_QUOTE = 3;
  static final int BEGINS_OTHER = 4;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Distinct words are counted in a table of this size; a power of two. */
  private static final int DISTINCT = 2048;

  final int[] tokens;
  final int[] commas;
  final int[] sentences;
  final int[] digits;
  final int[] uppers;
  final int[] letters;
  final int[] capitalised;
  final int[] functionWords;
  final int[] shortWords;
  final int[] distinct;
  final int[] separators;
  final int[] addresses;
  final float[] ends;
  final int[] begins;
  final int[] titleHits;
  final int[] descriptionHits;
  final long[] hashes;
  final Echoes echoes;

  private final WordSet function;
  private final WordSet title;
  private final WordSet description;
  private final long[] seen = new long[DISTINCT];
  private final int[] seenBy = new int[DISTINCT];

  TextMeasures(List<Block> blocks, WordSet function, WordSet title, WordSet description) {
    int n = blocks.size();
    tokens = new int[n];
    commas = new int[n];
    sentences = new int[n];
    digits = new int[n];
    uppers = new int[n];
    letters = new int[n];
    capitalised = new int[n];
    functionWords = new int[n];
    shortWords = new int[n];
    distinct = new int[n];
    separators = new int[n];
    addresses = new int[n];
    ends = new float[n];
    begins = new int[n];
    titleHits = new int[n];
    descriptionHits = new int[n];
    hashes = new long[n];
    echoes = new Echoes(n);
    this.function = function;
    this.title = title;
    this.description = description;
    for (int i = 0; i < n; i++) {
      measure(i, blocks.get(i).text());
      echoes.endBlock();
    }
  }

  private void measure(int block, String text) {
    long hash = FNV_OFFSET;
    int run = 0;
    int scale = 0;
    boolean capital = false;
    int digitCount = 0;
    int letterCount = 0;
    int upperCount = 0;
    int length = text.length();
    for (int i = 0; i <= length; i++) {
      char c = i < length ? text.charAt(i) : ' ';
      int size = WordSet.wordScale(c);
      // A word ends where the script changes, where a unit of an unspaced script is full, or at a
      // gap.
      if (run > 0 && (size != scale || (size > 1 && run == size))) {
        word(block, hash, run, scale, capital);
        hash = FNV_OFFSET;
        run = 0;
      }
      scale = size;
      if (size == 0) {
        mark(block, c, text, i);
        continue;
      }
      char lower = WordSet.lower(c);
      if (run == 0) {
        capital = lower != c;
      }
      boolean digit = c >= '0' && c <= '9';
      digitCount += digit ? 1 : 0;
      letterCount += digit ? 0 : 1;
      upperCount += lower != c ? 1 : 0;
      hash = (hash ^ lower) * FNV_PRIME;
      run++;
    }
    digits[block] = digitCount;
    letters[block] = letterCount;
    uppers[block] = upperCount;
    begins[block] = beginning(text.charAt(0));
    ends[block] = ending(text.charAt(length - 1));
  }

  private void word(int block, long hash, int run, int scale, boolean capital) {
    tokens[block]++;
    echoes.word(hash);
    hashes[block] = (hashes[block] ^ hash) * FNV_PRIME;
    if (capital) {
      capitalised[block]++;
    }
    if (scale == 1 && run <= 3) {
      shortWords[block]++;
    }
    if (function.contains(hash)) {
      functionWords[block]++;
    }
    if (title.contains(hash)) {
      titleHits[block]++;
    }
    if (description.contains(hash)) {
      descriptionHits[block]++;
    }
    int slot = (int) (hash ^ (hash >>> 32)) & (DISTINCT - 1);
    // A collision only makes one word too many or too few; the feature is a ratio.
    if (seen[slot] != hash || seenBy[slot] != block + 1) {
      seen[slot] = hash;
      seenBy[slot] = block + 1;
      distinct[block]++;
    }
  }

  private void mark(int block, char c, String text, int i) {
    switch (c) {
      case ' ' -> {}
      case ',', ';', '\u060C', '\u3001', '\uFF0C' -> commas[block]++;
      case '.', '!', '?', '\u2026', '\u3002', '\uFF01', '\uFF1F', '\u061F', '\u0964' -> {
        if (i + 1 >= text.length() || text.charAt(i + 1) == ' ' || c > '\u2FFF') {
          sentences[block]++;
        }
      }
      case '|', '\u00BB', '>', '\u00B7', '\u2022', '/', '\u203A' -> separators[block]++;
      case '@' -> addresses[block]++;
      case ':' -> {
        if (text.startsWith("://", i)) {
          addresses[block]++;
        }
      }
      default -> {}
    }
  }

  private static int beginning(char c) {
    if (Character.isDigit(c)) {
      return BEGINS_DIGIT;
    }
    if (Character.isLetter(c)) {
      return Character.isLowerCase(c) ? BEGINS_LOWER : BEGINS_UPPER;
    }
    return "\"'\u00AB\u201C\u201E\u2018\u300C".indexOf(c) >= 0 ? BEGINS_QUOTE : BEGINS_OTHER;
  }

  /**
   * Returns how much like a sentence's end {@code c} is: 0 for a letter up to 3 for a full stop.
   */
  private static float ending(char c) {
    if (Character.isLetterOrDigit(c)) {
      return 0;
    }
    return switch (c) {
      case '.',
          '!',
          '?',
          '"',
          '\u2026',
          '\u00BB',
          '\u201D',
          '\u3002',
          '\uFF01',
          '\uFF1F',
          '\u061F' ->
          3;
      case ':' -> 2;
      case ',', ';' -> 1;
      default -> 0.5f;
    };
  }
}
