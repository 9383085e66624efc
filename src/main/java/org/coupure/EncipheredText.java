package org.coupure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.article.Passage;
import org.coupure.text.WordLists;

/**
 * Recognises passages whose letters are shifted along the alphabet, as some sites write what they
 * sell: they hold no word of grammar of any language, and shifted back they are full of those of
 * one.
 */
final class EncipheredText {
  private static final String FUNCTION_WORDS = "classifier/function-words.txt";
  private static final int LETTERS = 26;
  private static final int LOOKED_AT = 4000;

  /**
   * Fewer words, or fewer different words of grammar among them, become words of some language by
   * chance under one of 25 shifts: lists of names and of commands do. Chosen on pages of the
   * development sets that hold such lists.
   */
  private static final int LEAST_WORDS = 24;

  private static final int LEAST_DIFFERENT = 6;

  /**
   * The largest share of a language's words of grammar in letters that mean nothing, and the least
   * in prose. Chosen: prose of the development pages has .25 to .5, shifted prose .1 at most.
   */
  private static final double MOST_BY_CHANCE = 0.12;

  private static final double LEAST_IN_PROSE = 0.22;

  private EncipheredText() {}

  /** The words of grammar, each with the numbers of its languages. */
  private static final class Words {
    static final Map<String, BitSet> LANGUAGES = new HashMap<>();
    static final int NUMBER;

    static {
      int language = 0;
      for (List<String> list : WordLists.words(FUNCTION_WORDS).values()) {
        for (String word : list) {
          LANGUAGES.computeIfAbsent(word, w -> new BitSet()).set(language);
        }
        language++;
      }
      NUMBER = language;
    }
  }

  /** Returns the passages that can be read: all of them nearly always. */
  static List<Passage> readable(List<Passage> body) {
    StringBuilder all = new StringBuilder();
    body.stream()
        .map(Passage::text)
        .filter(text -> share(text, 0) < MOST_BY_CHANCE)
        .takeWhile(text -> all.length() < LOOKED_AT)
        .forEach(text -> all.append(text).append(' '));
    String text = all.toString();
    if (words(text).size() < LEAST_WORDS) {
      return body;
    }
    for (int shift = 1; shift < LETTERS; shift++) {
      int by = shift;
      if (share(text, by) >= LEAST_IN_PROSE && different(text, by) >= LEAST_DIFFERENT) {
        return body.stream().filter(p -> share(p.text(), by) <= share(p.text(), 0)).toList();
      }
    }
    return body;
  }

  /** Returns the largest share of one language's words of grammar in {@code text}, shifted. */
  private static double share(String text, int shift) {
    List<String> words = shiftedWords(text, shift);
    return words.isEmpty() ? 1 : (double) mostOfOneLanguage(words) / words.size();
  }

  /** Returns how many different words of grammar of one language {@code text} has, shifted. */
  private static int different(String text, int shift) {
    return mostOfOneLanguage(new HashSet<>(shiftedWords(text, shift)));
  }

  private static int mostOfOneLanguage(Collection<String> words) {
    int[] hits = new int[Words.NUMBER];
    for (String word : words) {
      BitSet languages = Words.LANGUAGES.get(word);
      if (languages != null) {
        languages.stream().forEach(language -> hits[language]++);
      }
    }
    return Arrays.stream(hits).max().orElse(0);
  }

  private static List<String> shiftedWords(String text, int shift) {
    return words(shift == 0 ? text : shifted(text, shift));
  }

  /** Returns the runs of at least two letters and marks. By hand: all passages are asked. */
  private static List<String> words(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= lower.length(); ) {
      int c = i < lower.length() ? lower.codePointAt(i) : ' ';
      int next = i + Character.charCount(c);
      if (!isInWord(c)) {
        if (i > start + 1) {
          words.add(lower.substring(start, i));
        }
        start = next;
      }
      i = next;
    }
    return words;
  }

  private static boolean isInWord(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static String shifted(String text, int by) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      out.append(c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + by) % LETTERS) : c);
    }
    return out.toString();
  }
}
