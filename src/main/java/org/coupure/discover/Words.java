package org.coupure.discover;

import java.util.ArrayList;
import java.util.List;
import org.coupure.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * A text's words in order, in lower case and without accents; an apostrophe or a hyphen parts two
 * words. Every character of a script without spaces is a word, so that a name in it is found as a
 * phrase. Immutable.
 */
final class Words {
  private final List<String> list;

  private Words(List<String> list) {
    this.list = list;
  }

  static Words of(@Nullable String text) {
    List<String> words = new ArrayList<>();
    if (text != null) {
      collect(Folding.fold(text), words);
    }
    return new Words(words);
  }

  private static void collect(String folded, List<String> words) {
    StringBuilder word = new StringBuilder();
    folded.codePoints().forEach(c -> append(c, word, words));
    end(word, words);
  }

  private static void append(int c, StringBuilder word, List<String> words) {
    if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
      end(word, words);
    } else if (isUnspaced(c)) {
      end(word, words);
      words.add(Character.toString(c));
    } else {
      // Folding takes accents off; these are letters, which typists without a key write as two.
      switch (c) {
        case 'œ' -> word.append("oe");
        case 'æ' -> word.append("ae");
        case 'ß' -> word.append("ss");
        case 'ø' -> word.append('o');
        default -> word.appendCodePoint(c);
      }
    }
  }

  private static boolean isUnspaced(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  /**
   * Returns whether {@code phrase} stands here, word after word.
   *
   * @param open whether the last word may go on
   */
  boolean hold(Words phrase, boolean open) {
    int size = phrase.list.size();
    for (int start = 0; start + size <= list.size(); start++) {
      int i = 0;
      while (i < size && same(list.get(start + i), phrase.list.get(i), open && i == size - 1)) {
        i++;
      }
      if (i == size) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(String word, String wanted, boolean open) {
    return open ? word.startsWith(wanted) : word.equals(wanted);
  }
}
