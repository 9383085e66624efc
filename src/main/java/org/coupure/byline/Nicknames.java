package org.coupure.byline;

import java.util.Locale;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.date.Months;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that are signed with one word, which is a name only where everything around it says
 * so. Immutable and thread-safe.
 */
final class Nicknames {
  private final BylineWords words;
  private final Months months;
  private final Prefixes prefixes;
  private final PersonNames people;

  Nicknames(BylineWords words, Months months, Prefixes prefixes, PersonNames people) {
    this.words = words;
    this.months = months;
    this.prefixes = prefixes;
    this.people = people;
  }

  /**
   * Returns the one word that signs a line such as "by Amanda, 20 May", or null: nothing but a
   * sign, a date or a word that ends names may follow it.
   */
  @Nullable String in(String line, SiteNames site) {
    int start = prefixes.end(line);
    if (start == 0 || !leadsToName(line, start)) {
      return null;
    }
    String rest = line.substring(start).strip();
    int end = 0;
    while (end < rest.length()
        && (PersonNames.isNameEdge(rest.charAt(end)) || rest.charAt(end) == '-')) {
      end++;
    }
    String name = rest.substring(0, end);
    boolean signs = ends(rest.substring(end)) && isNickname(name, site);
    return signs && people.accept(name, site, Trust.STATED) ? name : null;
  }

  /** A sign, a date, a button; no apostrophe, no host's dot. */
  private boolean ends(String rest) {
    if (!rest.isEmpty() && "'\u2019.@:/".indexOf(rest.charAt(0)) >= 0) {
      return false;
    }
    String next = rest.strip();
    int blank = next.indexOf(' ');
    return next.isEmpty()
        || !Character.isLetter(next.charAt(0))
        || people.endsName(blank < 0 ? next : next.substring(0, blank));
  }

  private boolean leadsToName(String line, int end) {
    String prefix = line.substring(0, end).strip().toLowerCase(Locale.ROOT);
    boolean label = prefix.endsWith(":");
    String word = prefix.substring(prefix.lastIndexOf(' ') + 1);
    return label || words.leadsToName(word);
  }

  private boolean isNickname(String name, SiteNames site) {
    if (site.is(name)) {
      return site.isPersonal();
    }
    String word = PersonNames.bare(name);
    boolean other =
        words.isOutlet(word)
            || words.isTitle(word)
            || words.isTeam(word)
            || words.isStop(word)
            || words.isOther(word);
    return name.length() > 1
        && PersonNames.isCapitalised(name)
        && !other
        && !PersonNames.ARTICLES.contains(word)
        && months.month(word, null) == 0
        && words.agency(name) == null;
  }
}
