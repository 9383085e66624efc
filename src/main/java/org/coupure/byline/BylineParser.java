package org.coupure.byline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.article.Byline;
import org.coupure.date.Months;
import org.coupure.text.Sentences;
import org.coupure.text.TextKey;
import org.coupure.text.Tokens;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Makes people's names of what pages write where authors belong: without "By", roles, addresses,
 * handles, outlets; news agencies apart. One engine for HTML and text: it knows no DOM, and its
 * words are in {@code config/byline/words.txt}. All texts given to it are plain, with single
 * blanks. Immutable and thread-safe.
 */
public final class BylineParser {
  /** Characters of the longest byline; longer texts are paragraphs about somebody. */
  public static final int MAX_LENGTH = 400;

  /** Characters of the longest line with several authors and their roles. Chosen. */
  private static final int LONGEST_LINE = 200;

  /** Words of a role such as "correspondent in Paris for the paper". Chosen. */
  private static final int LONGEST_ROLE = 7;

  /** A name of East Asia and a title. */
  private static final int MAX_TITLED = 16;

  /** Longer lines hold more than names. */
  private static final int MAX_LINE = 110;

  private static final int MAX_AUTHORS = 20;

  /** Words of the longest name of a newspaper: "The Port of Mallory Evening Star". Chosen. */
  private static final int MAX_NEWSPAPER = 6;

  private static final Pattern INITIALS =
      Pattern.compile("[.!?\u2026\u201C\u201D\u00BB\u00AB\"] \\((\\p{Ll}{2,4})\\)$");

  private static final SiteNames NO_SITE = SiteNames.of(List.of(), null);

  /** How far it is known that a text is a person's name. */
  public enum Trust {
    /** The page says that it is a person, or the author's link. */
    STATED,
    /** It stands where bylines stand: it has to look like a name. */
    SEEN
  }

  private final BylineWords words;
  private final Prefixes prefixes;
  private final BylineSplitter cuts;
  private final PersonNames people;
  private final CollectiveAuthors teams;
  private final Nicknames nicknames;
  private final TitledNames titled;
  private final NamesWithRoles roles;

  private BylineParser(BylineWords words, Months months) {
    this.words = words;
    this.prefixes = new Prefixes(words);
    this.cuts = new BylineSplitter(words);
    this.people = new PersonNames(words, months, prefixes);
    this.teams = new CollectiveAuthors(words, prefixes);
    this.nicknames = new Nicknames(words, months, prefixes, people);
    this.titled = new TitledNames(words);
    this.roles = new NamesWithRoles(words, people);
  }

  /** Returns the parser with the word lists of the jar, which are read once. */
  public static BylineParser bundled() {
    return Bundled.PARSER;
  }

  /** Returns what reads the words before names. */
  public Prefixes prefixes() {
    return prefixes;
  }

  /**
   * Returns the people and the agency in {@code text}.
   *
   * @param site names that are the outlet's, not a person's
   * @param trust how far it is known that this is a person's name
   */
  public Byline read(String text, SiteNames site, Trust trust) {
    Set<String> authors = new LinkedHashSet<>();
    String agency = null;
    String names = prefixes.without(text);
    if (text.length() <= MAX_LENGTH && !PersonNames.looksLikeUrl(text) && !isImprint(text)) {
      List<String> parts = cuts.of(names);
      // "Jobs & Homes" is a site, not two people; beside a host stands where it is made.
      boolean outlet = parts.size() > 1 && site.isExactly(names);
      Trust each = parts.stream().anyMatch(PersonNames::isHost) ? Trust.SEEN : trust;
      for (String part : outlet ? List.<String>of() : parts) {
        String found = words.agency(part);
        if (found != null) {
          agency = agency == null ? found : agency;
          continue;
        }
        String name = people.clean(part);
        // Letters behind a name are a degree or a firm.
        boolean letters = parts.size() > 1 && (words.isDegree(part) || isCapitals(part));
        if (name != null
            && !letters
            && !(parts.size() > 1 && site.isExactly(name) && isNewspaper(name))
            && people.accept(name, site, each)
            && authors.size() < MAX_AUTHORS
            && !isTeamOf(name, text, site)) {
          authors.add(name);
        }
      }
    }
    return new Byline(List.copyOf(authors), agency);
  }

  /** Returns the author in {@code name}, which is stated to be an organisation's name. */
  public Byline organisation(String name, SiteNames site) {
    String agency = words.agency(name);
    if (agency != null) {
      return new Byline(List.of(), agency);
    }
    boolean own = site.is(name) || site.isHostName(name) || PersonNames.isHost(name);
    return own || !people.accept(name, site, Trust.STATED) || name.split(" ", -1).length > 6
        ? Byline.NONE
        : new Byline(List.of(name), null);
  }

  /**
   * Returns whether {@code line} is a byline and nothing else: "Par Jean Exemple, envoyé spécial".
   * The same as that {@link #names} finds somebody. Names alone, an agency alone and sentences are
   * none. Most lines cost a look at their first word.
   */
  public boolean looksLikeByline(String line) {
    return !names(line).isEmpty();
  }

  /**
   * Returns the people in {@code line} if it is a byline and nothing else: words that bylines begin
   * with, then names, and behind them at most roles, places and dates. "Par ailleurs", "By the way"
   * and "Von wegen" are none, because what follows has no capitals, and neither is any line that
   * ends like a sentence. Empty for any other line.
   */
  public List<String> names(String line) {
    boolean may = line.length() <= LONGEST_LINE && prefixes.startsAsByline(line);
    if (!may || (Sentences.isEnd(line) && !endsWithInitial(line))) {
      return List.of();
    }
    int end = prefixes.end(line);
    boolean sure = prefixes.isSure(line, end);
    List<String> names = signers(line.substring(end).strip());
    if (names.isEmpty()) {
      String team = sure ? teams.signing(line) : null;
      return team == null ? List.of() : List.of(team);
    }
    return sure || names.stream().allMatch(this::isKnown) ? List.copyOf(names) : List.of();
  }

  /** Returns the people in what follows a prefix, when the first part of it names one. */
  private List<String> signers(String rest) {
    List<String> names = new ArrayList<>();
    for (String part : cuts.of(prefixes.without(rest))) {
      String name = words.agency(part) == null ? people.clean(part) : null;
      if (name != null && people.isPlainName(name) && people.accept(name, NO_SITE, Trust.SEEN)) {
        names.add(name);
      } else if ((names.isEmpty() && words.agency(part) == null)
          || Tokens.count(part) > LONGEST_ROLE) {
        return List.of();
      }
    }
    return names;
  }

  /**
   * Returns the agencies that {@code line} credits, such as {@code [AFP, Reuters]} for "(AFP,
   * Reuters)" or "Avec AFP et Reuters"; empty when there is anything else in it.
   */
  public List<String> agencies(String line) {
    List<String> agencies = new ArrayList<>();
    String open = line.length() > LONGEST_LINE ? "" : unbracketed(line);
    for (String part : cuts.all(open)) {
      String name = withoutCredit(part);
      String agency = name.isEmpty() ? null : words.spelledAgency(name);
      if (!name.isEmpty() && agency == null) {
        return List.of();
      }
      if (agency != null) {
        agencies.add(agency);
      }
    }
    return agencies;
  }

  /**
   * Returns whether {@code line} is a caption with its credit, or a credit alone: it is short and
   * ends with a label for pictures and a name, in the languages of the word file.
   */
  public boolean endsWithPictureCredit(String line) {
    return PictureCredit.ends(line, words);
  }

  private String withoutCredit(String part) {
    int space = part.indexOf(' ');
    String first = space < 0 ? part : part.substring(0, space);
    if (!words.isCredit(first.toLowerCase(Locale.ROOT))) {
      return part;
    }
    return space < 0 ? "" : part.substring(space + 1);
  }

  /** Takes away brackets around all of a line: "(記者 …)". */
  public static String unbracketed(String line) {
    int last = line.length() - 1;
    boolean open = last > 1 && "(（[【".indexOf(line.charAt(0)) >= 0;
    boolean shut = last > 1 && ")）]】".indexOf(line.charAt(last)) >= 0;
    return open && shut ? line.substring(1, last).strip() : line;
  }

  /** Returns whether the full stop at the end of {@code line} belongs to an initial or "Jr.". */
  private static boolean endsWithInitial(String line) {
    int dot = line.length() - 1;
    return line.charAt(dot) == '.'
        && (dot < 2
            || !Character.isLetter(line.charAt(dot - 2))
            || PersonNames.endsWithSuffix(line));
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

  /**
   * Returns the author's initials in brackets that end {@code paragraph} behind its last sentence,
   * as papers in German and others sign: "... am Montag. (mkl)"; or null.
   */
  public @Nullable String initialsAtEnd(String paragraph) {
    Matcher end = INITIALS.matcher(paragraph);
    return end.find() && words.mayBeInitials(end.group(1)) ? end.group(1) : null;
  }

  /**
   * Returns the name under which several people sign together, such as "The Example Team", or null;
   * one that says only that there are some ("Editorial Staff") is none.
   */
  public @Nullable String team(String text) {
    return teams.team(text);
  }

  /** Returns the team or the editorial office that signs {@code text} for a reader, or null. */
  public @Nullable String signingTeam(String text) {
    return teams.signing(text);
  }

  /**
   * Returns the one word that signs a line such as "by Amanda, 20 May", or null: nothing but a
   * sign, a date or a word that ends names may follow it.
   */
  public @Nullable String nickname(String line, SiteNames site) {
    return nicknames.in(line, site);
  }

  /** Returns the first East Asian name in {@code line} that has a title beside it, or null. */
  public @Nullable String titledName(String line) {
    return titled.in(line);
  }

  /** Returns whether {@code byline} says {@code people} and nothing else. */
  public boolean isAll(String byline, List<String> people) {
    String rest = " " + TextKey.of(prefixes.without(byline)) + " ";
    for (String person : people) {
      rest = rest.replace(" " + TextKey.of(person) + " ", "  ");
    }
    for (String word : WordLists.split(rest, ' ')) {
      if (!words.joins(word)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether {@code text} is the name of a newspaper or its site and nothing else: a few
   * words with capitals, articles and the like aside, one of which such names hold.
   */
  public boolean isNewspaper(String text) {
    String name = text.strip();
    if (PersonNames.isCaseless(name)) {
      return name.length() <= MAX_TITLED && words.endsAsNewspaper(name);
    }
    List<String> parts = WordLists.split(name, ' ');
    boolean known = false;
    for (String part : parts) {
      String word = PersonNames.bare(part).toLowerCase(Locale.ROOT);
      known |= words.isNewspaper(word);
      if (!PersonNames.isCapitalised(part) && !words.isParticle(word) && !words.isOutlet(word)) {
        return false;
      }
    }
    return known && parts.size() > 1 && parts.size() <= MAX_NEWSPAPER;
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

  /** Returns whether {@code line} ends with a title that stands behind names: 김철수 기자. */
  public boolean endsAsByline(String line) {
    int blank = line.lastIndexOf(' ');
    boolean may = blank > 0 && line.length() <= MAX_TITLED;
    return may && PersonNames.isCaseless(line) && words.isTitle(line.substring(blank + 1));
  }

  /** Returns whether {@code line} is a name with a role or a mail address and nothing else. */
  public boolean isNameWithRole(String line) {
    return roles.isIn(line);
  }

  /** Returns whether {@code text} is a name and nothing else. */
  public boolean isName(String text, SiteNames site) {
    boolean may = text.length() <= PersonNames.MAX_NAME && mayBeName(text.strip());
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
  public List<String> known(String line, SiteNames site) {
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
  public boolean isGivenName(String word) {
    return PersonNames.isCapitalised(word) && words.isGivenName(word);
  }

  /** Returns whether {@code raw} is a team's name of which nothing but the outlet's is left. */
  private boolean isTeamOf(String name, String raw, SiteNames site) {
    int before = raw.indexOf(name) - 1;
    String word =
        before <= 0
            ? ""
            : PersonNames.bare(raw.substring(raw.lastIndexOf(' ', before - 1) + 1, before));
    return words.isTeam(word) && site.is(name);
  }

  /** Holds the bundled words, so that they are read when they are first asked for. */
  private static final class Bundled {
    static final BylineParser PARSER = new BylineParser(BylineWords.load(), Months.load());
  }
}
