package org.coupure.memory;

import org.coupure.text.Hash64;
import org.coupure.text.Whitespace;

/**
 * What a block is recognised by on other pages: a 64-bit hash of its text in lower case, white
 * space folded, with one sign for any number, so that "12 comments" and "7 comments" are one.
 */
final class BlockKey {
  /** The key of a text without a letter, which says nothing that could be recognised. */
  static final long NONE = 0;

  /** Join the digits of one number: 1,200 and 12:30 and 3.4 and 31/12/1999. */
  private static final String WITHIN_NUMBERS = ".,:/-'’ ";

  private BlockKey() {}

  /** Returns the key of a block's text, or {@link #NONE} if it holds no letter. */
  static long of(String text) {
    return hash(text, true);
  }

  /** Returns the key of a title, whose numbers count: chapter 3 is not chapter 4. */
  static long ofTitle(String title) {
    return hash(title, false);
  }

  /** Returns a key of two keys, in their order. */
  static long join(long first, long second) {
    return Hash64.mixed(Hash64.add(first, Hash64.SEED) + second);
  }

  private static long hash(String text, boolean foldNumbers) {
    long hash = Hash64.SEED;
    boolean letters = false;
    boolean space = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean number = foldNumbers && Character.isDigit(c);
      i = number ? numberEnd(text, i) : i + 1;
      if (Whitespace.isSpace(c)) {
        space = true;
        continue;
      }
      if (space) {
        hash = Hash64.add(hash, ' ');
        space = false;
      }
      letters |= Character.isLetter(c) || Character.isSurrogate(c);
      hash = Hash64.add(hash, (number ? '0' : Character.toLowerCase(c)));
    }
    if (!letters && foldNumbers) {
      return NONE;
    }
    long mixed = Hash64.mixed(hash);
    return mixed == NONE ? 1 : mixed;
  }

  private static int numberEnd(String text, int start) {
    int end = start + 1;
    while (end < text.length()) {
      if (Character.isDigit(text.charAt(end))) {
        end++;
      } else if (end + 1 < text.length()
          && WITHIN_NUMBERS.indexOf(text.charAt(end)) >= 0
          && Character.isDigit(text.charAt(end + 1))) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }
}
