package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.text.Hash64;
import org.coupure.text.WordSet;

/**
 * Counts of each block's characters and words, made in one pass over the text: words, commas,
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

  /** Distinct words are counted in a table of this size; a power of two. */
  private static final int DISTINCT = 2048;

  private static final long[] NO_WORDS = {};
  private static final char[] NO_TEXT = {};

  /** Scatters the blocks' numbers over all bits. */
  private static final long BLOCKS = Hash64.GOLDEN;

  final int[] tokens;
  final int[] commas;
  final int[] sentences;
  final int[] uppers;
  final int[] letters;
  final int[] functionWords;
  final int[] distinct;
  final int[] separators;
  final boolean[] priced;
  final float[] ends;

  /** Measures that only dumps need; empty for HTML. */
  final int[] digits;

  final int[] capitalised;
  final int[] shortWords;
  final int[] urls;
  final int[] begins;
  final int[] titleHits;
  final int[] descriptionHits;
  final long[] hashes;
  final SharedShingles sharedShingles;

  private WordSet function;
  private WordSet title;
  private WordSet description;
  private long[] seen = new long[DISTINCT];

  /** The text of the block at hand, and what was counted of its words so far. */
  private char[] chars = new char[1024];

  private long all;
  private int figures;
  private int marks;
  private int capitals;
  private int shorts;
  private int functions;
  private int titles;
  private int descriptions;
  private int distincts;

  /** Measures the blocks of a page, which has a description. */
  TextMeasures(List<Block> blocks, WordSet function, WordSet title, WordSet description) {
    this(blocks, function, title, description, 0);
  }

  /** Measures the blocks of a dump, which takes more, as nothing else tells of them. */
  static TextMeasures ofDump(List<Block> blocks, WordSet function, WordSet title) {
    return new TextMeasures(blocks, function, title, WordSet.EMPTY, blocks.size());
  }

  private TextMeasures(
      List<Block> blocks, WordSet function, WordSet title, WordSet description, int inDump) {
    int n = blocks.size();
    tokens = new int[n];
    commas = new int[n];
    sentences = new int[n];
    digits = new int[inDump];
    uppers = new int[n];
    letters = new int[n];
    capitalised = new int[inDump];
    functionWords = new int[n];
    shortWords = new int[inDump];
    distinct = new int[n];
    separators = new int[n];
    urls = new int[inDump];
    priced = new boolean[n];
    ends = new float[n];
    begins = new int[inDump];
    titleHits = new int[n];
    descriptionHits = new int[n];
    hashes = new long[n];
    sharedShingles = new SharedShingles(n);
    this.function = function;
    this.title = title;
    this.description = description;
    for (int i = 0; i < n; i++) {
      tokens[i] = blocks.get(i).words();
      measure(i, blocks.get(i).text());
    }
    // Only counting needs them.
    this.function = WordSet.EMPTY;
    this.title = WordSet.EMPTY;
    this.description = WordSet.EMPTY;
    seen = NO_WORDS;
    chars = NO_TEXT;
  }

  private void measure(int block, String text) {
    int length = text.length();
    // Read from an array: a string looks up how it is coded at every character.
    if (length >= chars.length) {
      chars = new char[length * 2];
    }
    text.getChars(0, length, chars, 0);
    // The blank ends the last word.
    chars[length] = ' ';
    int i = 0;
    while (i < length) {
      int traits = CharTraits.of(chars[i]);
      if ((traits & CharTraits.WORD) != 0) {
        i = spaced(block, i);
      } else if ((traits & CharTraits.UNSPACED) != 0) {
        i = unspaced(block, i);
      } else {
        if (traits != ' ') {
          mark(block, i, length);
        }
        i++;
      }
    }
    ends[block] = ending(chars[length - 1]);
    endBlock(block);
  }

  /** Counts the word of an alphabet that begins at {@code from}, and returns where it ends. */
  private int spaced(int block, int from) {
    char[] text = chars;
    int first = CharTraits.of(text[from]);
    long hash = Hash64.SEED;
    int digitCount = 0;
    int upperCount = 0;
    int i = from;
    int traits = first;
    do {
      hash = Hash64.add(hash, (traits & CharTraits.LOWER));
      digitCount += traits >>> CharTraits.DIGIT & 1;
      upperCount += traits >>> CharTraits.UPPER & 1;
      traits = CharTraits.of(text[++i]);
    } while ((traits & CharTraits.WORD) != 0);
    figures += digitCount;
    letters[block] += i - from - digitCount;
    uppers[block] += upperCount;
    capitals += first >>> CharTraits.UPPER & 1;
    shorts += i - from <= 3 ? 1 : 0;
    word(block, hash);
    return i;
  }

  /** Counts as many characters as make a word in a script without spaces, or as there are. */
  private int unspaced(int block, int from) {
    int scale = WordSet.wordScale(chars[from]);
    long hash = Hash64.SEED;
    int i = from;
    do {
      char lower = WordSet.lower(chars[i]);
      hash = Hash64.add(hash, lower);
      uppers[block] += lower != chars[i] ? 1 : 0;
      i++;
    } while (i - from < scale && WordSet.wordScale(chars[i]) == scale);
    letters[block] += i - from;
    capitals += WordSet.lower(chars[from]) != chars[from] ? 1 : 0;
    word(block, hash);
    return i;
  }

  private void word(int block, long hash) {
    sharedShingles.word(hash);
    all = Hash64.add(all, hash);
    functions += function.contains(hash) ? 1 : 0;
    titles += title.contains(hash) ? 1 : 0;
    descriptions += description.contains(hash) ? 1 : 0;
    int slot = (int) (hash ^ (hash >>> 32)) & (DISTINCT - 1);
    // The word and the block as one number. A collision only makes one word too many or too few;
    // the feature is a ratio.
    long here = hash ^ (block + 1) * BLOCKS;
    if (seen[slot] != here) {
      seen[slot] = here;
      distincts++;
    }
  }

  /** Stores the counts of the words of a block and resets them. */
  private void endBlock(int block) {
    hashes[block] = all;
    functionWords[block] = functions;
    titleHits[block] = titles;
    descriptionHits[block] = descriptions;
    distinct[block] = distincts;
    if (block < digits.length) {
      digits[block] = figures;
      capitalised[block] = capitals;
      shortWords[block] = shorts;
      urls[block] = marks;
      begins[block] = beginning(chars[0]);
    }
    all = 0;
    figures = 0;
    marks = 0;
    capitals = 0;
    shorts = 0;
    functions = 0;
    titles = 0;
    descriptions = 0;
    distincts = 0;
    sharedShingles.endBlock();
  }

  private void mark(int block, int i, int length) {
    char c = chars[i];
    switch (c) {
      case ',', ';', '\u060C', '\u3001', '\uFF0C' -> commas[block]++;
      case '.', '!', '?', '\u2026', '\u3002', '\uFF01', '\uFF1F', '\u061F', '\u0964' -> {
        if (i + 1 >= length || chars[i + 1] == ' ' || c > '\u2FFF') {
          sentences[block]++;
        }
      }
      case '|', '\u00BB', '>', '\u00B7', '\u2022', '/', '\u203A' -> separators[block]++;
      case '@' -> marks++;
      case ':' -> {
        if (i + 2 < length && chars[i + 1] == '/' && chars[i + 2] == '/') {
          marks++;
        }
      }
      default -> priced[block] |= isCurrency(c) && isAmount(i, length);
    }
  }

  private static boolean isCurrency(char c) {
    return c < 0x80 ? c == '$' : Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  /** Returns whether digits stand beside the sign of a currency. */
  private boolean isAmount(int sign, int length) {
    boolean before = sign > 0 && Character.isDigit(chars[sign - 1]);
    boolean space = sign > 1 && Character.isDigit(chars[sign - 2]);
    return before || space || (sign + 1 < length && Character.isDigit(chars[sign + 1]));
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
