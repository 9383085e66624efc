package org.coupure.metadata;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coupure.article.Byline;
import org.jspecify.annotations.Nullable;

/**
 * Makes people's names of what pages write where authors belong: without "By", roles, addresses,
 * handles, outlets; news agencies apart. Immutable and thread-safe.
 */
final class Names {
  /** Longer texts are no bylines but paragraphs about somebody. */
  static final int MAX_LENGTH = 400;

  private static final int MAX_NAME = 60;

  /** A name of East Asia and a title. */
  private static final int MAX_TITLED = 16;

  /** Longer lines hold more than names. */
  private static final int MAX_LINE = 110;

  /** No name begins with these. */
  static final Set<String> ARTICLES = Set.of("the", "a", "an", "les", "los", "las", "gli");

  /** The ends of hosts that sign; others may be nicknames such as "jane.d". */
  private static final Set<String> TOP_DOMAINS =
      Set.of(
          "com", "org", "net", "info", "biz", "eu", "de", "at", "ch", "fr", "it", "es", "uk", "nl",
          "be", "pl", "cz", "ru", "ua", "se", "no", "dk", "fi", "pt", "br", "jp", "cn", "kr", "in",
          "au", "ca", "ie", "hu", "ro", "gr", "tr");

  private static final int MAX_AUTHORS = 20;

  /** How far it is known that a text is a person's name. */
  enum Trust {
    /** The page says that it is a person, or the author's link. */
    STATED,
    /** It stands where bylines stand: it has to look like a name. */
    SEEN
  }

  private final BylineWords words;
  private final Months months;
  private final Prefixes prefixes;
  private final NameParts cuts;

  Names(BylineWords words, Months months) {
    this.words = words;
    this.months = months;
    this.prefixes = new Prefixes(words);
    this.cuts = new NameParts(words);
  }

  BylineWords words() {
    return words;
  }

  Months months() {
    return months;
  }

  /** Returns what reads the words before names. */
  Prefixes prefixes() {
    return prefixes;
  }

  /**
   * Returns the people and the agency in {@code raw}.
   *
   * @param site names that are the outlet's, not a person's
   * @param trust how far it is known that this is a person's name
   */
  Byline read(String raw, SiteNames site, Trust trust) {
    String text = Text.plain(raw);
    Set<String> authors = new LinkedHashSet<>();
    String agency = null;
    String names = prefixes.without(text);
    if (text.length() <= MAX_LENGTH && !looksLikeAddress(text) && !isImprint(text)) {
      List<String> parts = cuts.of(names);
      // "Jobs & Homes" is a site, not two people; beside a host stands where it is made.
      boolean outlet = parts.size() > 1 && site.isExactly(names);
      Trust each = outlet || parts.stream().anyMatch(Names::isHost) ? Trust.SEEN : trust;
      for (String part : outlet ? List.<String>of() : parts) {
        String found = words.agency(part);
        if (found != null) {
          agency = agency == null ? found : agency;
          continue;
        }
        String name = clean(part);
        // Letters behind a name are a degree or a firm.
        boolean letters = parts.size() > 1 && (words.isCredential(bare(part)) || isCapitals(part));
        if (name != null
            && !letters
            && accept(name, site, each)
            && authors.size() < MAX_AUTHORS
            && !isTeamOf(name, text, site)) {
          authors.add(name);
        }
      }
    }
    return new Byline(List.copyOf(authors), agency);
  }

  /** Returns the author in {@code raw}, which is stated to be an organisation's name. */
  Byline organisation(String raw, SiteNames site) {
    String name = Text.plain(raw);
    String agency = words.agency(name);
    if (agency != null) {
      return new Byline(List.of(), agency);
    }
    boolean own = site.is(name) || site.isHostName(name) || isHost(name);
    return own || !accept(name, site, Trust.STATED) || name.split(" ", -1).length > 6
        ? Byline.NONE
        : new Byline(List.of(name), null);
  }

  /** Returns whether {@code byline} says {@code people} and nothing else. */
  boolean isAll(String byline, List<String> people) {
    String rest = " " + Text.key(prefixes.without(Text.plain(byline))) + " ";
    for (String person : people) {
      rest = rest.replace(" " + Text.key(person) + " ", "  ");
    }
    for (String word : WordLists.split(rest, ' ')) {
      if (!words.joins(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isImprint(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return text.indexOf('\u00A9') >= 0
        || lower.startsWith("copyright")
        || lower.contains("rights reserved");
  }

  private static boolean isCapitals(String part) {
    return part.length() > 2 && part.chars().allMatch(Character::isUpperCase);
  }

  /** Returns whether {@code part} is the name of a host: one word that ends as hosts do. */
  private static boolean isHost(String part) {
    int dot = part.lastIndexOf('.');
    return dot > 2
        && part.indexOf(' ') < 0
        && part.indexOf('@') < 0
        && TOP_DOMAINS.contains(part.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** Returns whether {@code line} ends with a title that stands behind names: 김철수 기자. */
  boolean endsAsByline(String line) {
    int blank = line.lastIndexOf(' ');
    boolean may = blank > 0 && line.length() <= MAX_TITLED;
    return may && isCaseless(line) && words.isTitle(line.substring(blank + 1));
  }

  /** Returns whether {@code text} is a name and nothing else. */
  boolean isName(String text, SiteNames site) {
    boolean may = text.length() <= MAX_NAME && mayBeName(text.strip());
    Byline byline = may ? read(text, site, Trust.SEEN) : Byline.NONE;
    return byline.authors().size() == 1 && byline.authors().get(0).equals(text.strip());
  }

  /** Returns whether its words begin as a person's do; to look costs less than to read it. */
  private static boolean mayBeName(String text) {
    int words = 0;
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 || text.charAt(i - 1) == ' ') {
        int first = text.codePointAt(i);
        if (!Character.isLetter(first)) {
          return false;
        }
        words++;
        capitals += Character.isLowerCase(first) ? 0 : 1;
      }
    }
    return words == 1 || (words <= 5 && capitals >= 2);
  }

  /**
   * Returns the people when {@code line} is nothing but their names, which is sure only of given
   * names that are known; empty otherwise.
   */
  List<String> known(String line, SiteNames site) {
    if (line.length() > MAX_LINE || !mayBeKnown(line) || prefixes.startsAsByline(line)) {
      return List.of();
    }
    List<String> people = read(line, site, Trust.SEEN).authors();
    boolean known = !people.isEmpty() && people.stream().allMatch(this::isKnown);
    return known && isAll(line, people) ? people : List.of();
  }

  /**
   * Returns false when {@code line} surely is not {@link #known}: its first word, nothing but
   * letters, is no given name and joins none. Most are not, and to look costs less than to read.
   */
  private boolean mayBeKnown(String line) {
    int end = 0;
    while (end < line.length()
        && (Character.isLetter(line.charAt(end)) || line.charAt(end) == '-')) {
      end++;
    }
    if (end == 0 || (end < line.length() && line.charAt(end) != ' ')) {
      return true;
    }
    String word = line.substring(0, end);
    return words.isGivenName(word) || words.joins(word.toLowerCase(Locale.ROOT));
  }

  private boolean isKnown(String name) {
    String[] tokens = name.split(" ", -1);
    boolean digits = name.chars().anyMatch(Character::isDigit);
    return tokens.length <= 4 && !digits && words.isGivenName(tokens[0]);
  }

  /** Returns whether {@code word} is a given name and nothing else. */
  boolean isGivenName(String word) {
    return isCapitalised(word) && words.isGivenName(word);
  }

  private static boolean looksLikeAddress(String text) {
    return text.startsWith("http") || text.startsWith("www.") || text.startsWith("//");
  }

  /** Returns whether {@code raw} is a team's name of which nothing but the outlet's is left. */
  private boolean isTeamOf(String name, String raw, SiteNames site) {
    int before = raw.indexOf(name) - 1;
    String word =
        before <= 0 ? "" : bare(raw.substring(raw.lastIndexOf(' ', before - 1) + 1, before));
    return words.isTeam(word) && site.is(name);
  }

  static boolean isCapitalised(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  /** Takes away credentials, handles, addresses, digits' tails; returns null for nothing left. */
  private @Nullable String clean(String part) {
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
      if (name.length() > 0 && i > 1 && words.isCredential(bare(token))) {
        continue;
      }
      name.append(name.length() > 0 ? " " : "").append(i > 0 ? withoutDay(token) : token);
    }
    return person(name);
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
            && trimmed.length() > 2
            && Character.isLetter(trimmed.charAt(trimmed.length() - 2))
            && Character.isLowerCase(trimmed.charAt(trimmed.length() - 2));
    return sentence ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
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
    if (looksLikeAddress(name) || isHost(name) || name.indexOf('@') >= 0 || !hasLetter(name)) {
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
    boolean person = looksLikePerson(tokens);
    if (site.isExactly(name) || site.isHostName(name)) {
      // A person's own site bears that person's name.
      return (person && tokens.length > 1 && !namesOutlet(tokens))
          || (trust == Trust.STATED && (site.isPersonal() || isRunTogether(name)));
    }
    boolean digit = Character.isDigit(name.charAt(0));
    return (trust == Trust.STATED && !digit) || person;
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
  private boolean looksLikePerson(String[] tokens) {
    if (ARTICLES.contains(tokens[0].toLowerCase(Locale.ROOT))) {
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
      if (!Character.isLetter(first)) {
        return false;
      }
      boolean capital = !Character.isLowerCase(first);
      capitals += capital ? 1 : 0;
      if (!capital && !words.isParticle(token.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return capitals >= 2;
  }

  static boolean isCaseless(String token) {
    int first = token.codePointAt(0);
    return Character.isLetter(first)
        && !Character.isUpperCase(first)
        && !Character.isLowerCase(first);
  }
}
