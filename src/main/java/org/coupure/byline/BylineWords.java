package org.coupure.byline;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coupure.text.Folding;
import org.coupure.text.TextKey;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * The lists of {@code config/byline/words.txt} and {@code given-names.txt}. Immutable and
 * thread-safe.
 */
final class BylineWords {
  private static final int BEGINNINGS = 1 << 12;

  /** Longer words are as long as this to {@link #mayBeginAsPrefix}. */
  private static final int LONGEST_WORD = 30;

  /** Letters of names that may be words; longer ones are not. Chosen. */
  private static final int SHORT_AGENCY = 5;

  private final Set<String> prefixes = new HashSet<>();
  private final Set<String> labels;

  /** A bit for the first two characters of each prefix. */
  private final BitSet beginnings = new BitSet(BEGINNINGS);

  /** The same with the length of its first word. */
  private final BitSet firstWords = new BitSet(BEGINNINGS);

  private final Set<String> roles;
  private final Set<String> feeds;
  private final Set<String> joiners;
  private final Set<String> particles;
  private final Set<String> credentials;
  private final Set<String> stops;
  private final Set<String> outlets;
  private final Set<String> newspapers;
  private final List<String> newspaperEndings;
  private final Set<String> suffixes;
  private final Set<String> buttons;
  private final Set<String> until;
  private final Set<String> credits;
  private final Set<String> pictures;
  private final Set<String> within;
  private final Set<String> titles;
  private final Set<String> others;
  private final Set<String> editors;
  private final Set<String> noInitials;
  private final Set<String> teams;
  private final List<String> endings;
  private final Set<String> given = new HashSet<>();
  private final Map<String, String> agencies = new HashMap<>();

  private BylineWords(Map<String, String> lists, Map<String, String> givenNames) {
    givenNames.values().forEach(names -> given.addAll(WordLists.split(names, ' ')));
    labels = WordLists.entries(lists, "label");
    for (String prefix : WordLists.entries(lists, "prefix")) {
      addPrefix(prefix);
    }
    labels.forEach(this::addPrefix);
    roles = WordLists.entries(lists, "role");
    feeds = WordLists.entries(lists, "feed");
    joiners = WordLists.entries(lists, "and");
    particles = WordLists.entries(lists, "particle");
    credentials = WordLists.entries(lists, "credential");
    stops = WordLists.entries(lists, "stop");
    buttons = WordLists.entries(lists, "button");
    suffixes = WordLists.entries(lists, "suffix");
    until = WordLists.entries(lists, "until");
    credits = WordLists.entries(lists, "credit");
    pictures = WordLists.entries(lists, "picture");
    within = WordLists.entries(lists, "within");
    titles = WordLists.entries(lists, "title");
    others = WordLists.entries(lists, "other");
    editors = WordLists.entries(lists, "editor");
    noInitials = WordLists.entries(lists, "no-initials");
    teams = WordLists.entries(lists, "team");
    endings = List.copyOf(WordLists.entries(lists, "ending"));
    outlets = WordLists.entries(lists, "outlet");
    newspapers = WordLists.entries(lists, "newspaper");
    newspaperEndings = List.copyOf(WordLists.entries(lists, "newspaper-ending"));
    for (String entry : WordLists.entries(lists, "agency")) {
      List<String> spellings = WordLists.split(entry, '=');
      for (String spelling : spellings) {
        agencies.putIfAbsent(TextKey.of(spelling), spellings.get(0));
      }
    }
  }

  static BylineWords load() {
    return new BylineWords(
        WordLists.load("byline/words.txt"), WordLists.load("byline/given-names.txt"));
  }

  /** Without its accents as well, as it is written in capitals: "Ecrit par". */
  private void addPrefix(String prefix) {
    for (String spelling : List.of(prefix, Folding.fold(prefix))) {
      if (prefixes.add(spelling)) {
        beginnings.set(letters(spelling));
        firstWords.set(beginning(spelling));
      }
    }
  }

  private static int beginning(String text) {
    int end = 1;
    while (end < text.length() && end < LONGEST_WORD && !endsPrefix(text.charAt(end))) {
      end++;
    }
    return (letters(text) * 31 + end) & (BEGINNINGS - 1);
  }

  /** Returns a number for the first two characters, or for the first where it is all of a word. */
  private static int letters(String text) {
    boolean word = text.length() == 1 || endsPrefix(text.charAt(1));
    int second = word ? 0 : Character.toLowerCase(text.charAt(1));
    return (Character.toLowerCase(text.charAt(0)) * 31 + second) & (BEGINNINGS - 1);
  }

  /** Returns whether a prefix may end before {@code c}. */
  static boolean endsPrefix(char c) {
    return c <= ' ' || "/:\uFF1A\uFF0F\u30FB\uFF1D".indexOf(c) >= 0;
  }

  /**
   * Returns false when {@code text} surely begins with no prefix: most texts do not, which the
   * beginning and the length of their first word tell.
   */
  boolean mayBeginAsPrefix(String text) {
    if (text.isEmpty() || text.charAt(0) <= ' ' || text.charAt(0) >= 0x80) {
      return true;
    }
    return beginnings.get(letters(text)) && (firstWords.get(beginning(text)) || mayBeGlued(text));
  }

  /** "ByJane": the first word may be two. */
  private static boolean mayBeGlued(String text) {
    int y = text.indexOf('y');
    while (y >= 0 && y < LONGEST_WORD && y + 1 < text.length()) {
      if (Character.isUpperCase(text.charAt(y + 1))) {
        return true;
      }
      y = text.indexOf('y', y + 1);
    }
    return false;
  }

  boolean isPrefix(String words) {
    return prefixes.contains(words);
  }

  /** Returns whether a prefix says too little by itself: "Text". */
  boolean isLabel(String prefix) {
    return labels.contains(prefix);
  }

  /** Returns whether a word in small letters ends a name that is full. */
  boolean endsFullName(String word) {
    return until.contains(word);
  }

  /** Returns whether {@code words}, in small letters, stand before who took a picture. */
  boolean isPictureCredit(String words) {
    return pictures.contains(words);
  }

  boolean isCredit(String word) {
    return credits.contains(word);
  }

  /** Returns whether a credential is a part of the name before it: "Jr". */
  boolean isSuffix(String word) {
    return suffixes.contains(word);
  }

  /** Returns whether a part is a degree and no name. */
  boolean isDegree(String part) {
    return credentials.contains(PersonNames.bare(part));
  }

  boolean isRole(String word) {
    if (roles.contains(word)) {
      return true;
    }
    for (int i = 0; i < endings.size(); i++) {
      if (word.endsWith(endings.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code word} stands on buttons, or is glued of two that do: 复制链接. */
  boolean isButton(String word) {
    if (buttons.contains(word)) {
      return true;
    }
    for (int cut = 2; word.charAt(0) >= 0x3040 && cut + 2 <= word.length(); cut++) {
      if (buttons.contains(word.substring(0, cut)) && buttons.contains(word.substring(cut))) {
        return true;
      }
    }
    return false;
  }

  boolean isFeedUser(String name) {
    return feeds.contains(name);
  }

  boolean joins(String word) {
    return joiners.contains(word);
  }

  boolean isParticle(String word) {
    return particles.contains(word);
  }

  boolean isCredential(String word) {
    return credentials.contains(word);
  }

  boolean isStop(String word) {
    return stops.contains(word);
  }

  boolean isOutlet(String word) {
    return outlets.contains(word);
  }

  /** Returns whether a word, in lower case, is one that names of newspapers hold. */
  boolean isNewspaper(String word) {
    return newspapers.contains(word);
  }

  /** Returns whether {@code name} ends as names of newspapers do in scripts without spaces. */
  boolean endsAsNewspaper(String name) {
    return newspaperEndings.stream().anyMatch(e -> name.length() > e.length() && name.endsWith(e));
  }

  /** Returns whether a word may stand before or behind a name without being a part of it. */
  boolean isTitle(String word) {
    return titles.contains(word);
  }

  /** Returns whether what follows {@code words} names no author. */
  boolean isOther(String words) {
    return others.contains(words);
  }

  /** Returns whether a label in small letters, behind an author's name, leads to the editor's. */
  boolean isEditor(String label) {
    return editors.contains(label);
  }

  /** Returns whether {@code word} in brackets behind a sentence may be somebody's initials. */
  boolean mayBeInitials(String word) {
    return !noInitials.contains(word) && agency(word) == null;
  }

  boolean isTeam(String word) {
    return teams.contains(word);
  }

  boolean leadsToName(String word) {
    return within.contains(word);
  }

  /** Returns whether a person's name begins with {@code word}, be it the half of "Jean-Luc". */
  boolean isGivenName(String word) {
    int hyphen = word.indexOf('-');
    return given.contains((hyphen < 0 ? word : word.substring(0, hyphen)).toLowerCase(Locale.ROOT));
  }

  /** Returns the agency's short name, or null. */
  @Nullable String agency(String name) {
    return agencies.get(TextKey.of(name));
  }

  /**
   * Returns the agency's short name if {@code name} is spelt as agencies are, or null: "Map" and
   * "Beta" are words, "MAP" is an agency.
   */
  @Nullable String spelledAgency(String name) {
    String agency = agency(name);
    boolean word = name.length() <= SHORT_AGENCY && !name.equals(name.toUpperCase(Locale.ROOT));
    return word && !name.equals(agency) ? null : agency;
  }
}
