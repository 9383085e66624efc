package org.coupure.byline;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the names under which several people sign together. Immutable and thread-safe. */
final class CollectiveAuthors {
  private static final int MAX_TEAM = 40;

  /** Behind these a sentence goes on: "Contributors to", "Editors of". */
  private static final Set<String> TEAM_ENDS = Set.of("to", "of", "at", "is", "for", "in", "on");

  private final BylineWords words;
  private final Prefixes prefixes;
  private final BylineSplitter cuts;

  CollectiveAuthors(BylineWords words, Prefixes prefixes) {
    this.words = words;
    this.prefixes = prefixes;
    this.cuts = new BylineSplitter(words);
  }

  /**
   * Returns the name under which several people sign together, such as "The Example Team", or null;
   * one that says only that there are some ("Editorial Staff") is none.
   */
  @Nullable String team(String raw) {
    List<String> parts = cuts.atSigns(withoutBy(raw));
    String name = parts.isEmpty() ? "" : PersonNames.trim(parts.get(0));
    String[] tokens = name.split(" ", -1);
    if (name.length() > MAX_TEAM || tokens.length < 2 || words.isFeedUser(PersonNames.bare(name))) {
      return null;
    }
    boolean team = false;
    boolean own = false;
    for (String token : tokens) {
      if (token.isEmpty() || Character.isDigit(token.charAt(0)) || TEAM_ENDS.contains(token)) {
        return null;
      }
      String word = PersonNames.bare(token);
      boolean isTeam = words.isTeam(word);
      team |= isTeam;
      boolean generic = words.isRole(word) || words.isFeedUser(word) || words.isOutlet(word);
      own |= !isTeam && !generic && Character.isUpperCase(token.charAt(0));
    }
    return team && own && PersonNames.hasLetter(name) && name.indexOf('@') < 0 ? name : null;
  }

  /** Returns the team or the editorial office that signs {@code raw} for a reader, or null. */
  @Nullable String signing(String raw) {
    String team = raw.isEmpty() ? null : team(raw);
    return team == null && !raw.isEmpty() ? desk(raw) : team;
  }

  /** Returns the editorial office that signs {@code raw} and is nothing but that, or null. */
  @Nullable String desk(String raw) {
    List<String> parts = cuts.atSigns(withoutBy(raw));
    String name = parts.isEmpty() ? "" : PersonNames.trim(parts.get(0));
    boolean team = false;
    for (String token : name.split(" ", -1)) {
      String word = PersonNames.bare(token);
      boolean isTeam = words.isTeam(word);
      boolean generic = words.isRole(word) || words.isOutlet(word) || words.joins(word);
      if (!isTeam && !generic && !PersonNames.ARTICLES.contains(word)) {
        return null;
      }
      team |= isTeam;
    }
    return team && name.length() <= MAX_TEAM ? withoutArticle(name) : null;
  }

  /** "von der Redaktion" */
  private static String withoutArticle(String name) {
    boolean small = Character.isLowerCase(name.charAt(0)) && name.indexOf(' ') > 0;
    return small ? name.substring(name.indexOf(' ') + 1) : name;
  }

  /** Takes away "By", but no word that may begin a team's name: "Redaktion Example". */
  private String withoutBy(String text) {
    String rest = text;
    for (int round = 0; round < Prefixes.ROUNDS; round++) {
      int cut = prefixes.end(rest);
      if (cut == 0) {
        return rest;
      }
      String last = PersonNames.bare(rest.substring(0, cut).strip());
      if (words.isTeam(last.substring(last.lastIndexOf(' ') + 1))) {
        return rest;
      }
      rest = rest.substring(cut).strip();
    }
    return rest;
  }
}
