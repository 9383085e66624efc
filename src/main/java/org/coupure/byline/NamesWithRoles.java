package org.coupure.byline;

import java.util.List;
import org.coupure.text.WordLists;

/** Tells lines that are a name with a role or a mail address: "Jane Doe, Reporter". Immutable. */
final class NamesWithRoles {
  /** Longer lines are about somebody. Chosen. */
  private static final int MAX_LENGTH = 70;

  /** Words of the longest role: "senior correspondent for health and science". Chosen. */
  private static final int MAX_ROLE = 6;

  private static final int MOST_NAMES = 4;
  private static final String SIGNS = ",;|\u00B7\u2022\u060C/\u2013\u2014";

  private final BylineWords words;
  private final PersonNames people;

  NamesWithRoles(BylineWords words, PersonNames people) {
    this.words = words;
    this.people = people;
  }

  boolean isIn(String line) {
    if (line.length() > MAX_LENGTH || line.isEmpty() || line.chars().anyMatch(Character::isDigit)) {
      return false;
    }
    int sign = 0;
    while (sign < line.length() && SIGNS.indexOf(line.charAt(sign)) < 0) {
      sign++;
    }
    if (sign < line.length()) {
      return isName(line.substring(0, sign).strip()) && isRole(line.substring(sign + 1).strip());
    }
    int blank = line.lastIndexOf(' ');
    String name = blank < 0 ? "" : line.substring(0, blank).strip();
    String last = line.substring(blank + 1);
    boolean mail = last.indexOf('@') > 0 && last.indexOf('.', last.indexOf('@')) > 0;
    boolean title = words.isTitle(PersonNames.bare(last)) && words.isGivenName(firstWord(name));
    return (mail || title) && isName(name);
  }

  private static String firstWord(String name) {
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(0, blank);
  }

  private boolean isName(String name) {
    String[] tokens = name.split(" ", -1);
    return tokens.length > 1
        && tokens.length <= MOST_NAMES
        && people.isPlainName(name)
        && people.looksLikePerson(tokens);
  }

  /** One of a few words is a title. */
  private boolean isRole(String role) {
    List<String> all = WordLists.split(role, ' ');
    return all.size() <= MAX_ROLE
        && all.stream().anyMatch(word -> words.isTitle(PersonNames.bare(word)));
  }
}
