package org.coupure.query;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What one word of a query stands for: itself, also with the prefixes that Arabic and Hebrew attach
 * to a word; a beginning or another pattern of letters; or all words of its stem. Immutable and
 * thread-safe.
 */
abstract class WordPattern {
  private static final int[] NONE = {};

  /** Returns the numbers of the words of {@code index} that it stands for, in ascending order. */
  abstract int[] in(WordIndex index, Stemmer stemmer);

  /** Returns the words and beginnings in which an index by words must be searched. */
  abstract Candidates candidates();

  /**
   * Words in which the pattern's words are among.
   *
   * @param words whole words, or beginnings; empty when nothing can be said
   * @param beginnings whether they are beginnings
   * @param exact whether all of them are of the pattern
   */
  record Candidates(List<String> words, boolean beginnings, boolean exact) {}

  /**
   * Returns the pattern of a word.
   *
   * @param word folded, with its wildcards
   * @param written the same as a person wrote it: accents tell stemmers what is an ending
   * @param stem whether it stands for all words of its stem
   */
  static WordPattern of(String word, String written, boolean stem) {
    if (word.indexOf('*') >= 0 || word.indexOf('?') >= 0) {
      return new Wildcard(word);
    }
    return stem ? new Stem(word, written) : new Exact(AttachedPrefixes.with(word));
  }

  /** A word, or one of its forms. */
  private static final class Exact extends WordPattern {
    private final List<String> forms;
    private final char[][] letters;
    private final int[] hashes;

    Exact(List<String> forms) {
      this.forms = forms;
      letters = forms.stream().map(String::toCharArray).toArray(char[][]::new);
      hashes = forms.stream().mapToInt(String::hashCode).toArray();
    }

    @Override
    int[] in(WordIndex index, Stemmer stemmer) {
      if (letters.length == 1) {
        int word = index.word(letters[0], hashes[0]);
        return word < 0 ? NONE : new int[] {word};
      }
      int[] found = new int[letters.length];
      int count = 0;
      for (int i = 0; i < letters.length; i++) {
        int word = index.word(letters[i], hashes[i]);
        if (word >= 0) {
          found[count++] = word;
        }
      }
      int[] words = Arrays.copyOf(found, count);
      Arrays.sort(words);
      return words;
    }

    @Override
    Candidates candidates() {
      return new Candidates(forms, false, true);
    }
  }

  /** Letters with a star for any, or none, and a question mark for one. */
  private static final class Wildcard extends WordPattern {
    private final String pattern;
    private final char[] beginning;

    /** Whether there is nothing but a beginning. */
    private final boolean open;

    Wildcard(String pattern) {
      this.pattern = pattern;
      int at = 0;
      while (pattern.charAt(at) != '*' && pattern.charAt(at) != '?') {
        at++;
      }
      beginning = pattern.substring(0, at).toCharArray();
      open = pattern.substring(at).equals("*");
    }

    @Override
    int[] in(WordIndex index, Stemmer stemmer) {
      int[] found = NONE;
      int count = 0;
      for (int word = 0; word < index.words(); word++) {
        if (index.begins(word, beginning) && (open || fits(index.letters(word)))) {
          if (count == found.length) {
            found = Arrays.copyOf(found, Math.max(4, count * 2));
          }
          found[count++] = word;
        }
      }
      return Arrays.copyOf(found, count);
    }

    /** Compares from the left; behind the last star that was met it may try again. */
    private boolean fits(String word) {
      int at = 0;
      int in = 0;
      int star = -1;
      int again = 0;
      while (at < word.length()) {
        char c = in < pattern.length() ? pattern.charAt(in) : 0;
        if (c == '*') {
          star = in++;
          again = at;
        } else if (c == '?' || c == word.charAt(at)) {
          in++;
          at++;
        } else if (star >= 0) {
          in = star + 1;
          at = ++again;
        } else {
          return false;
        }
      }
      while (in < pattern.length() && pattern.charAt(in) == '*') {
        in++;
      }
      return in == pattern.length();
    }

    @Override
    Candidates candidates() {
      return beginning.length == 0
          ? new Candidates(List.of(), true, false)
          : new Candidates(List.of(new String(beginning)), true, open);
    }
  }

  /** All words of a stem, in the article's language. */
  private static final class Stem extends WordPattern {
    /** Two letters are what stems of a word have in common nearly always. */
    private static final int COMMON = 2;

    private final String word;
    private final String written;
    private final WordPattern exact;
    private final char[] beginning;

    Stem(String word, String written) {
      this.word = word;
      this.written = written;
      exact = new Exact(AttachedPrefixes.with(word));
      beginning = word.substring(0, Math.min(COMMON, word.length())).toCharArray();
    }

    @Override
    int[] in(WordIndex index, Stemmer stemmer) {
      int[] same = exact.in(index, stemmer);
      if (!stemmer.stems()) {
        return same;
      }
      Set<String> stems = Set.copyOf(List.of(stemmer.stem(written), stemmer.stem(word)));
      int[] found = Arrays.copyOf(same, same.length + 4);
      int count = same.length;
      for (int i = 0; i < index.words(); i++) {
        boolean near = stemmer.changesBeginnings() || index.begins(i, beginning);
        if (near && !contains(same, i) && stems.contains(stemmer.stem(index.written(i)))) {
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count++] = i;
        }
      }
      int[] words = Arrays.copyOf(found, count);
      Arrays.sort(words);
      return words;
    }

    @Override
    Candidates candidates() {
      return new Candidates(List.of(new String(beginning)), true, false);
    }
  }

  /** Returns whether a word is among sorted numbers. */
  static boolean contains(int[] words, int word) {
    return words.length == 1 ? words[0] == word : Arrays.binarySearch(words, word) >= 0;
  }
}
