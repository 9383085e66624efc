package org.coupure.byline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.date.Months;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/** Says what a part of a byline leaves as a name, and whether it is one. Immutable. */
final class PersonNames {
  static final int MAX_NAME = 60;

  /** No name begins with these. */
  static final Set<String> ARTICLES = Set.of("the", "a", "an", "les", "los", "las", "gli");

  /** The ends of hosts that sign; others may be nicknames such as "jane.d". */
  private static final Set<String> TOP_DOMAINS = WordLists.set("byline/top-domains.txt");

  /** Nor with these in small letters, as places do: "la Roca". */
  private static final Set<String> SMALL = Set.of("la", "le", "el", "y", "das", "des", "den");

  private final BylineWords words;
  private final Months months;
  private final Prefixes prefixes;

  PersonNames(BylineWords words, Months months, Prefixes prefixes) {
    this.words = words;
    this.months = months;
    this.prefixes = prefixes;
  }

  static boolean isCapitalised(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  /** Takes away credentials, handles, URLs, digits' tails; returns null for nothing left. */
  @Nullable String clean(String part) {
    StringBuilder name = new StringBuilder();
    String[] tokens = prefixes.without(part.strip()).split(" ", -1);
    for (int i = 0; i < tokens.length; i++) {
      String token = tokens[i];
      if (token.isEmpty() || token.startsWith("@") || token.startsWith("<")) {
        continue;
      }
      if (token.indexOf('@') > 0 && tokens.length > 1) {
        continue;
      }
      if (name.length() > 0 && endsName(token)) {
        return person(dropMonth(name, token));
      }
      if (words.endsFullName(token) && isFull(name)) {
        return person(name);
      }
      if (name.length() > 0
          && i > 1
          && words.isCredential(bare(token))
          && !words.isSuffix(bare(token))) {
        continue;
      }
      name.append(name.length() > 0 ? " " : "").append(i > 0 ? withoutDay(token) : token);
    }
    return person(name);
  }

  private boolean isFull(StringBuilder name) {
    String full = trim(name.toString());
    String[] tokens = full.split(" ", -1);
    return !full.isEmpty()
        && looksLikePerson(tokens)
        && !words.isParticle(tokens[tokens.length - 1]);
  }

  /** "Roe14.": only their style keeps a name and a date apart. */
  private static String withoutDay(String token) {
    int digit = 0;
    while (digit < token.length() && Character.isLetter(token.charAt(digit))) {
      digit++;
    }
    boolean cut = digit > 2 && digit < token.length() && Character.isDigit(token.charAt(digit));
    return cut ? token.substring(0, digit) : token;
  }

  private @Nullable String person(StringBuilder name) {
    String text = untitled(trim(name.toString()));
    return text.isEmpty() ? null : text;
  }

  /** Takes "Correspondent" off a name when a full one is left. */
  private String untitled(String name) {
    String[] tokens = name.split(" ", -1);
    int start = 0;
    while (tokens.length - start > 2 && isTitle(tokens[start])) {
      start++;
    }
    int end = tokens.length;
    while (end - start > 1 && isCaseless(tokens[end - 1]) && words.isTitle(tokens[end - 1])) {
      end--;
    }
    // "Jane Doe Reporter": style alone keeps the two apart.
    while (end - start > 2 && words.isGivenName(tokens[start]) && isTitle(tokens[end - 1])) {
      end--;
    }
    return end - start == tokens.length
        ? name
        : String.join(" ", Arrays.asList(tokens).subList(start, end));
  }

  /** "Online-Redakteur" is a title as well. */
  private boolean isTitle(String token) {
    String word = bare(token);
    return words.isTitle(word) || words.isTitle(word.substring(word.lastIndexOf('-') + 1));
  }

  /** "Jane Doe March" before "14" is not all a name. */
  private StringBuilder dropMonth(StringBuilder name, String next) {
    int blank = name.lastIndexOf(" ");
    if (blank > 0 && Character.isDigit(next.charAt(0))) {
      String last = bare(name.substring(blank + 1));
      if (months.month(last, null) > 0) {
        name.setLength(blank);
        return name;
      }
      int cut = innerCapital(name.substring(blank + 1));
      if (cut > 0 && months.month(last.substring(Math.min(cut, last.length())), null) > 0) {
        name.setLength(blank + 1 + cut);
      }
    }
    return name;
  }

  /** A sentence, a date or a button goes on behind the name. */
  boolean endsName(String token) {
    char first = token.charAt(0);
    return Character.isDigit(first)
        || first == '\u3010'
        || first == '\u3014'
        || words.isStop(token.toLowerCase(Locale.ROOT));
  }

  static String bare(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !isNameEdge(text.charAt(start))) {
      start++;
    }
    while (end > start && !isNameEdge(text.charAt(end - 1)) && text.charAt(end - 1) != '.') {
      end--;
    }
    String trimmed = text.substring(start, end);
    // A full stop stays behind an initial: "Ariel H."
    boolean sentence =
        trimmed.endsWith(".")
            && !endsWithSuffix(trimmed)
            && trimmed.length() > 2
            && Character.isLetter(trimmed.charAt(trimmed.length() - 2))
            && Character.isLowerCase(trimmed.charAt(trimmed.length() - 2));
    return sentence ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }

  /** "Jr.", "Sr." */
  static boolean endsWithSuffix(String name) {
    return name.endsWith(" Jr.") || name.endsWith(" Sr.");
  }

  static boolean isNameEdge(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  boolean accept(String name, SiteNames site, Trust trust) {
    if (name.length() < 2 || name.length() > MAX_NAME || words.isFeedUser(bare(name))) {
      return false;
    }
    if (looksLikeUrl(name) || isHost(name) || name.indexOf('@') >= 0 || !hasLetter(name)) {
      return false;
    }
    String[] tokens = name.split(" ", -1);
    if (tokens.length > 6) {
      return false;
    }
    for (String token : tokens) {
      if (words.isRole(bare(token))) {
        return false;
      }
    }
    if (isButton(tokens)) {
      return false;
    }
    boolean person = looksLikePerson(tokens);
    if (site.isExactly(name) || site.isHostName(name)) {
      // A person's own site bears that person's name.
      return (person && tokens.length > 1 && !namesOutlet(tokens))
          || (trust == Trust.STATED && (site.isPersonal() || isRunTogether(name)));
    }
    boolean digit = Character.isDigit(name.charAt(0));
    return (trust == Trust.STATED && !digit) || person;
  }

  /** "Copy link", "Watch live"; "Jane Link" is a person. */
  private boolean isButton(String[] tokens) {
    if (words.isGivenName(tokens[0])) {
      return false;
    }
    for (String token : tokens) {
      if (words.isButton(bare(token))) {
        return true;
      }
    }
    return false;
  }

  /** "JaneDoe": a given name and another without a blank. */
  private boolean isRunTogether(String name) {
    int cut = innerCapital(name);
    return cut > 0 && words.isGivenName(name.substring(0, cut));
  }

  /** Returns where a capital stands behind a small letter, or 0. */
  private static int innerCapital(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i)) && Character.isLowerCase(word.charAt(i - 1))) {
        return i;
      }
    }
    return 0;
  }

  private boolean namesOutlet(String[] tokens) {
    for (String token : tokens) {
      if (words.isOutlet(bare(token))) {
        return true;
      }
    }
    return false;
  }

  static boolean hasLetter(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetter(name.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether these are two to five words with capitals, or of a script without case. */
  boolean looksLikePerson(String[] tokens) {
    if (ARTICLES.contains(tokens[0].toLowerCase(Locale.ROOT)) || SMALL.contains(tokens[0])) {
      return false;
    }
    if (tokens.length < 2 || tokens.length > 5) {
      // Only in East Asia a name is one short word.
      boolean eastAsian = tokens[0].charAt(0) >= 0x3040 && isCaseless(tokens[0]);
      return eastAsian && tokens.length == 1 && tokens[0].length() <= 6;
    }
    int capitals = 0;
    for (String token : tokens) {
      int first = token.codePointAt(0);
      if (!Character.isLetter(first) || (isCaseless(token) && hasDigit(token))) {
        return false;
      }
      boolean capital = !Character.isLowerCase(first) || hasCapitalBehindSign(token);
      capitals += capital ? 1 : 0;
      if (!capital && !words.isParticle(token.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return capitals >= 2;
  }

  /** Labels of dates and dates in one: 更新日2024年. */
  private static boolean hasDigit(String token) {
    return token.chars().anyMatch(Character::isDigit);
  }

  /** d'Ormesson, al-Sharaa */
  private static boolean hasCapitalBehindSign(String token) {
    for (int i = 1; i <= 3 && i + 1 < token.length(); i++) {
      if ("'\u2019-".indexOf(token.charAt(i)) >= 0) {
        return Character.isUpperCase(token.charAt(i + 1));
      }
    }
    return false;
  }

  /** Returns whether {@code name} consists of letters and the signs that names have. */
  boolean isPlainName(String name) {
    return name.codePoints()
        .allMatch(
            c ->
                Character.isLetter(c)
                    || " .'\u2019-\u00B7\"\u201C\u201D\u00AB\u00BB\u200C".indexOf(c) >= 0
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  static boolean isCaseless(String token) {
    int first = token.codePointAt(0);
    return Character.isLetter(first)
        && !Character.isUpperCase(first)
        && !Character.isLowerCase(first);
  }

  static boolean looksLikeUrl(String text) {
    return text.startsWith("http") || text.startsWith("www.") || text.startsWith("//");
  }

  /** Returns whether {@code part} is the name of a host: one word that ends as hosts do. */
  static boolean isHost(String part) {
    int dot = part.lastIndexOf('.');
    return dot > 2
        && part.indexOf(' ') < 0
        && part.indexOf('@') < 0
        && TOP_DOMAINS.contains(part.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
