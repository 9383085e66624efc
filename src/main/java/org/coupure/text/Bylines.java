package org.coupure.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognises the lines that say who wrote an article, in some thirty languages, and reads the names
 * in them. What such lines begin with is data: {@code config/bylines.yaml}. Pure functions.
 *
 * <p>A line is a byline when names and nothing but names, roles and dates follow such a beginning.
 * "Par ailleurs", "By the way" and "Von wegen" are none, because what follows has no capitals, and
 * neither is any line that ends like a sentence.
 */
public final class Bylines {
  /** Characters of the longest line with several authors and their roles. */
  private static final int LONGEST = 200;

  /** Words that a byline begins with: "De notre envoyé spécial". */
  private static final int LONGEST_BEGINNING = 5;

  private static final int FEWEST_NAMES = 2;
  private static final int MOST_NAMES = 5;

  /** Words of a role such as "correspondent in Paris for the paper". */
  private static final int LONGEST_ROLE = 7;

  private static final String SEPARATORS = ",;|/•·&()[]–—،、，";

  /** Written small within names of Europe and the Near East. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "du", "des", "la", "le", "van", "von", "der", "den", "ten", "ter", "da", "das",
          "do", "dos", "di", "del", "della", "el", "al", "bin", "ibn", "ben", "af", "zu", "y");

  /** Those of them that no name begins with. */
  private static final Set<String> ARTICLES = Set.of("la", "le", "el", "y", "das", "des", "den");

  /** Beginnings, folded and joined by spaces, and whether a colon must follow. */
  private final Map<String, Boolean> beginnings = new HashMap<>();

  private final Set<String> between = new HashSet<>();
  private final Set<String> ends = new HashSet<>();
  private final Set<String> credits = new HashSet<>();
  private final Set<String> agencies = new HashSet<>();

  private Bylines() {
    String yaml = PhraseBook.read("/org/coupure/config/", "bylines.yaml");
    for (PhraseFile.Entry entry : PhraseFile.parse("bylines.yaml", yaml)) {
      add(entry);
    }
  }

  private void add(PhraseFile.Entry entry) {
    String text = entry.text();
    switch (entry.inner()) {
      case "before" -> {
        boolean colon = text.endsWith(":");
        // The same beginning with and without a colon: the one that asks for less.
        beginnings.merge(folded(text), colon, (one, other) -> one && other);
      }
      case "and" -> between.add(folded(text));
      case "until" -> ends.add(folded(text));
      case "credit" -> credits.add(folded(text));
      case "agency" -> agencies.add(text);
      default ->
          throw new IllegalArgumentException(
              "bylines.yaml:" + entry.line() + ": unknown key '" + entry.inner() + "'");
    }
  }

  /**
   * Returns the names in {@code line} if it is a byline, such as {@code [Jean Dupont]} for "Par
   * Jean Dupont, envoyé spécial", in their order and spelling; else an empty list. Agencies are
   * left out.
   */
  public static List<String> names(String line) {
    return line.length() > LONGEST || (Sentences.isEnd(line) && !endsWithInitial(line))
        ? List.of()
        : Bundled.BYLINES.read(line);
  }

  /**
   * Returns the agencies that {@code line} credits, such as {@code [AFP, Reuters]} for "(AFP,
   * Reuters)" or "Avec AFP et Reuters"; an empty list when there is anything else in it.
   */
  public static List<String> agencies(String line) {
    return line.length() > LONGEST ? List.of() : Bundled.BYLINES.credited(line);
  }

  /**
   * Returns whether {@code line} is nothing but an author's initials, such as "R. I.", "A.B." or
   * "(J.-P. D.)".
   */
  public static boolean isSignature(String line) {
    int letters = 0;
    boolean dots = false;
    if (line.length() > 14) {
      return false;
    }
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean afterLetter = i > 0 && Character.isLetter(line.charAt(i - 1));
      if (Character.isUpperCase(c) && !afterLetter) {
        letters++;
      } else if (c == '.' && afterLetter) {
        dots = true;
      } else if (" -()".indexOf(c) < 0 || (c != ')' && afterLetter)) {
        return false;
      }
    }
    return dots && letters >= 2;
  }

  private List<String> read(String line) {
    int index = beginningEnd(line);
    List<String> names = new ArrayList<>();
    if (index < 0) {
      return names;
    }
    for (String part : parts(line.substring(index))) {
      if (isName(part)) {
        names.add(part);
      } else if ((names.isEmpty() && !isAgency(part)) || Tokens.count(part) > LONGEST_ROLE) {
        return List.of();
      }
    }
    return names;
  }

  /** Returns the index behind the longest beginning of a byline in {@code line}, or -1. */
  private int beginningEnd(String line) {
    LooseWords words = new LooseWords(line);
    StringBuilder key = new StringBuilder();
    int end = -1;
    for (int i = 0; i < LONGEST_BEGINNING && words.next() != LooseWords.END; i++) {
      key.append(key.length() == 0 ? "" : " ").append(words.word());
      Boolean needsColon = beginnings.get(key.toString());
      if (needsColon != null && (!needsColon || hasColon(line, words.end()))) {
        end = words.end();
      }
    }
    return end;
  }

  private static boolean hasColon(String line, int index) {
    int i = index;
    while (i < line.length() && Whitespace.isSpace(line.charAt(i))) {
      i++;
    }
    return i < line.length() && ":：／/-|".indexOf(line.charAt(i)) >= 0;
  }

  /** Returns what stands between commas, conjunctions and the like, up to a date. */
  private List<String> parts(String rest) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean ended = false;
    for (String word : spaced(rest).split(" ", -1)) {
      String folded = Folding.fold(word, 0, word.length());
      boolean separator = word.length() == 1 && (SEPARATORS + ":：").contains(word);
      boolean small = !word.isEmpty() && Character.isLowerCase(word.charAt(0));
      if (separator || (small && between.contains(folded) && part.length() > 0)) {
        flush(part, parts);
        ended = false;
      } else if (small && ends.contains(folded) && isName(part.toString())) {
        ended = true;
      } else if (!ended && !word.isEmpty()) {
        part.append(part.length() == 0 ? "" : " ").append(word);
      }
    }
    flush(part, parts);
    return parts;
  }

  private static String spaced(String rest) {
    StringBuilder spaced = new StringBuilder(rest.length() + 16);
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      boolean separator = (SEPARATORS + ":：").indexOf(c) >= 0;
      spaced.append(separator ? " " : "").append(Whitespace.isSpace(c) ? ' ' : c);
      spaced.append(separator ? " " : "");
    }
    return spaced.toString();
  }

  private static void flush(StringBuilder part, List<String> parts) {
    if (part.length() > 0) {
      parts.add(part.toString());
      part.setLength(0);
    }
  }

  /** Returns whether {@code part} looks like a person's full name and is no agency. */
  private boolean isName(String part) {
    if (isAgency(part)) {
      return false;
    }
    String[] words = part.split(" ", -1);
    if (hasNoCapitals(part)) {
      // In scripts without spaces a name is two to ten characters, elsewhere two to four words.
      return words.length == 1 ? isShortEastAsian(part) : words.length < MOST_NAMES;
    }
    if (words.length < FEWEST_NAMES || words.length > MOST_NAMES) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      boolean inside = i > 0 && i < words.length - 1;
      boolean particle =
          i < words.length - 1
              && PARTICLES.contains(words[i])
              && !(i == 0 && ARTICLES.contains(words[i]));
      if (!isNameWord(words[i]) && !particle && !(inside && isQuoted(words[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuoted(String word) {
    return word.length() > 2 && "\"“«'".indexOf(word.charAt(0)) >= 0;
  }

  private static boolean isNameWord(String word) {
    boolean joined = word.length() > 2 && "’'-".indexOf(word.charAt(1)) >= 0;
    boolean capital = Character.isUpperCase(word.charAt(0));
    // d'Ormesson, al-Sharaa
    int inner = Math.max(word.indexOf('\''), Math.max(word.indexOf('’'), word.indexOf('-'))) + 1;
    boolean later = inner > 0 && inner < word.length() && Character.isUpperCase(word.charAt(inner));
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetter(c) && !Folding.isMark(c) && ".'’-".indexOf(c) < 0) {
        return false;
      }
    }
    return capital || (later && (joined || inner <= 4));
  }

  private static boolean hasNoCapitals(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      boolean ofName = Character.isLetter(c) || Folding.isMark(c) || c == ' ' || c == '.';
      if (!ofName || Character.isUpperCase(c) || Character.isLowerCase(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShortEastAsian(String part) {
    return part.length() >= 2 && part.length() <= 10 && part.charAt(0) >= 0x3040;
  }

  private boolean isAgency(String part) {
    return agencies.contains(part);
  }

  private List<String> credited(String line) {
    List<String> found = new ArrayList<>();
    for (String part : parts(line)) {
      String name = withoutCredit(part);
      if (!name.isEmpty() && !isAgency(name)) {
        return List.of();
      }
      if (!name.isEmpty()) {
        found.add(name);
      }
    }
    return found;
  }

  private String withoutCredit(String part) {
    int space = part.indexOf(' ');
    String first = space < 0 ? part : part.substring(0, space);
    if (!credits.contains(folded(first))) {
      return part;
    }
    return space < 0 ? "" : part.substring(space + 1);
  }

  /** Returns whether the full stop at the end of {@code line} belongs to an initial or "Jr.". */
  private static boolean endsWithInitial(String line) {
    int dot = line.length() - 1;
    return line.charAt(dot) == '.'
        && (dot < 2
            || !Character.isLetter(line.charAt(dot - 2))
            || line.endsWith("Jr.")
            || line.endsWith("Sr."));
  }

  private static String folded(String text) {
    LooseWords words = new LooseWords(text);
    StringBuilder folded = new StringBuilder();
    while (words.next() != LooseWords.END) {
      folded.append(folded.length() == 0 ? "" : " ").append(words.word());
    }
    return folded.toString();
  }

  /** Holds the bundled data, so that it is read when it is first asked for. */
  private static final class Bundled {
    static final Bylines BYLINES = new Bylines();
  }
}
