package org.coupure.block;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts a word together that was divided at the end of a line. Whether its hyphen stays is told by
 * the rest of the text: the whole word or the one with a hyphen may stand there, or both halves as
 * words of their own. Not thread-safe.
 */
final class Hyphenation {
  private static final String HYPHENS = "-\u2010\u00AC";

  /** "Vor- und Nachteile": behind these a hyphen is one that was written, and the space is too. */
  private static final Set<String> AND =
      Set.of("und", "oder", "bzw", "sowie", "and", "or", "to", "en", "of", "och", "eller", "og");

  private final List<DumpLine> lines;
  private Set<String> words = Set.of();

  Hyphenation(List<DumpLine> lines) {
    this.lines = lines;
  }

  /** Returns whether a word of {@code line} goes on in {@code next}, by the hyphen at its end. */
  static boolean divides(DumpLine line, DumpLine next) {
    String text = line.text();
    int last = text.length() - 1;
    if (last < 1 || next.text().isEmpty() || !Character.isLetter(next.text().charAt(0))) {
      return false;
    }
    if (line.broken()) {
      return Character.isLetter(text.charAt(last));
    }
    return HYPHENS.indexOf(text.charAt(last)) >= 0 && Character.isLetter(text.charAt(last - 1));
  }

  /** Adds {@code next} to {@code paragraph}, which ends with the first half of a word. */
  void join(StringBuilder paragraph, DumpLine line, DumpLine next) {
    String rest = next.text();
    if (line.broken()) {
      paragraph.append(rest);
      return;
    }
    String tail = word(rest, 0);
    if (AND.contains(tail)) {
      paragraph.append(' ').append(rest);
      return;
    }
    int hyphen = paragraph.length() - 1;
    if (!Character.isUpperCase(rest.charAt(0)) && isOneWord(head(paragraph, hyphen), tail)) {
      paragraph.setLength(hyphen);
    }
    paragraph.append(rest);
  }

  private boolean isOneWord(String head, String tail) {
    if (words.isEmpty()) {
      words = words();
    }
    String compound = head + '-' + tail;
    if (words.contains(head + tail) || head.indexOf('-') >= 0) {
      return words.contains(head + tail);
    }
    return !words.contains(compound) && !(words.contains(head) && words.contains(tail));
  }

  private Set<String> words() {
    Set<String> found = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      int end = text.length();
      boolean divided = i + 1 < lines.size() && divides(lines.get(i), lines.get(i + 1));
      for (int at = 0; at < end; ) {
        String word = word(text, at);
        boolean half = divided && at + word.length() >= end - 1;
        boolean rest = at == 0 && i > 0 && divides(lines.get(i - 1), lines.get(i));
        if (!word.isEmpty() && !half && !rest) {
          found.add(word);
        }
        at += word.length() + 1;
      }
    }
    return found;
  }

  /** Returns the word at {@code start} in lower case, hyphens within it included. */
  private static String word(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || isInner(text, start, end))) {
      end++;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isInner(String text, int start, int at) {
    return at > start
        && text.charAt(at) == '-'
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private static String head(StringBuilder paragraph, int hyphen) {
    int start = hyphen;
    while (start > 0
        && (Character.isLetter(paragraph.charAt(start - 1))
            || (paragraph.charAt(start - 1) == '-' && start < hyphen))) {
      start--;
    }
    return paragraph.substring(start, hyphen).toLowerCase(Locale.ROOT);
  }
}
