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

  /** The text of the block at hand, and what was counted of its words so far. */
  private char[] chars = new char[1024];

  private long all;
  private int capitals;
  private int shorts;
  private int functions;
  private int titles;
  private int descriptions;
  private int distincts;

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
      tokens[i] = blocks.get(i).words();
      measure(i, blocks.get(i).text());
    }
  }

  private void measure(int block, String text) {
    int length = text.length();
    // Read from an array: a string looks up how it is coded at every character.
    if (length >= chars.length) {
      chars = new char[length * 2];
    }
    text.getChars(0, length, chars, 0);
    chars[length] = ' ';
    long hash = FNV_OFFSET;
    int run = 0;
    int scale = 0;
    boolean capital = false;
    int digitCount = 0;
    int letterCount = 0;
    int upperCount = 0;
    for (int i = 0; i <= length; i++) {
      char c = chars[i];
      int size = WordSet.wordScale(c);
      // A word ends where the script changes, where a unit of an unspaced script is full, or at a
      // gap.
      if (run > 0 && (size != scale || (size > 1 && run == size))) {
        word(block, hash);
        capitals += capital ? 1 : 0;
        shorts += scale == 1 && run <= 3 ? 1 : 0;
        hash = FNV_OFFSET;
        run = 0;
      }
      scale = size;
      if (size == 0) {
        if (c != ' ') {
          mark(block, c, i, length);
        }
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
    begins[block] = beginning(chars[0]);
    ends[block] = ending(chars[length - 1]);
    endBlock(block);
  }

  private void word(int block, long hash) {
    echoes.word(hash);
    all = (all ^ hash) * FNV_PRIME;
    functions += function.contains(hash) ? 1 : 0;
    titles += title.contains(hash) ? 1 : 0;
    descriptions += description.contains(hash) ? 1 : 0;
    int slot = (int) (hash ^ (hash >>> 32)) & (DISTINCT - 1);
    // A collision only makes one word too many or too few; the feature is a ratio.
    if (seen[slot] != hash || seenBy[slot] != block + 1) {
      seen[slot] = hash;
      seenBy[slot] = block + 1;
      distincts++;
    }
  }

  /** Writes down what was counted word by word, and begins anew. */
  private void endBlock(int block) {
    hashes[block] = all;
    capitalised[block] = capitals;
    shortWords[block] = shorts;
    functionWords[block] = functions;
    titleHits[block] = titles;
    descriptionHits[block] = descriptions;
    distinct[block] = distincts;
    all = 0;
    capitals = 0;
    shorts = 0;
    functions = 0;
    titles = 0;
    descriptions = 0;
    distincts = 0;
    echoes.endBlock();
  }

  private void mark(int block, char c, int i, int length) {
    switch (c) {
      case ',', ';', '\u060C', '\u3001', '\uFF0C' -> commas[block]++;
      case '.', '!', '?', '\u2026', '\u3002', '\uFF01', '\uFF1F', '\u061F', '\u0964' -> {
        if (i + 1 >= length || chars[i + 1] == ' ' || c > '\u2FFF') {
          sentences[block]++;
        }
      }
      case '|', '\u00BB', '>', '\u00B7', '\u2022', '/', '\u203A' -> separators[block]++;
      case '@' -> addresses[block]++;
      case ':' -> {
        if (i + 2 < length && chars[i + 1] == '/' && chars[i + 2] == '/') {
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
