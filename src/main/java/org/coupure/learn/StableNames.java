package org.coupure.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Selectors of an element by what its author called it. Names that a machine made (hashes, numbers
 * of pages) are left out, for the next build or the next page has others.
 */
final class StableNames {
  /** A number behind a hyphen counts the elements of a list. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z_-]{1,49}[A-Za-z_][0-9]?");

  /** Ids of the whole page or its middle: the next redesign puts anything into them. */
  private static final Pattern VAGUE =
      Pattern.compile("(?i)(?:main|content|maincontent|main-content|page|site|primary|app|root)");

  /** A prefix and a hash, as some builds write all of their class names. */
  private static final Pattern PREFIXED = Pattern.compile("([a-z]{2,5}-)[a-z0-9]{5,8}");

  /** So many names of one prefix are a machine's, if the hash of one has a digit. */
  private static final int MANY = 20;

  /**
   * CSS modules, {@code Story_body__x3dF2}, and named styled components, {@code StoryBody-etcMtP};
   * the part before the hash is the author's.
   */
  private static final Pattern MODULE =
      Pattern.compile(
          "([A-Za-z]+_[A-Za-z]+__|[A-Za-z-]+-module--[A-Za-z-]+--|[A-Z][A-Za-z]{3,}-(?=[a-z]+[A-Z]|[^aeiouyA-Z]{3}|[a-z]*[^aeiouyA-Z]{4}))"
              + "(?:(?<=__)[A-Za-z0-9_-]{4,8}|(?<=--)[A-Za-z0-9_]{5,8}|(?<=-)[A-Za-z]{5,6})");

  /** Styled components, emotion and the like: a prefix and a hash. */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?:css|sc|jss|svelte|astro|jsx|tss|mui|emotion|styled|makeStyles)-.*"
              + "|.*[a-z][A-Z]{2,}.*|[a-z]{1,3}(?:[A-Z][a-z]{0,2}){2,4}");

  private static final Predicate<String> ENDS_IN_DIGIT = Pattern.compile("[0-9]$").asPredicate();

  private static final Pattern NO_VOWEL = Pattern.compile("[^aeiouyAEIOUY]{5,}");

  /**
   * Names of looks and states, as frameworks of utility classes (Bootstrap 5, Tailwind 3) and
   * WordPress's layouts have them: they say how an element looks, not what it is.
   */
  private static final Pattern LOOK =
      Pattern.compile(
          "row|column|columns|container(?:-fluid)?|wrapper|inner|outer|clearfix|block|active|left"
              + "|right|center|top|bottom|bold|small|large|span|wide|full|open|closed|loaded|lazy"
              + "|relative|absolute|fixed|sticky|static|uppercase|lowercase|italic|underline"
              + "|truncate|antialiased|invisible|first|last|odd|even"
              + "|(?:hide|hidden|show|shown|visible|desktop|mobile|tablet|phone|print)(?:-.*)?"
              + "|no-?print|sr-only|visually-?hidden|screen-reader-.*|(?:is|has|align)-.*"
              + "|(?:flex|grid|inline|rounded|shadow|border|bg|font|opacity|overflow|gap|z)(?:-.*)?"
              + "|(?:object|cursor|float|pull|space|max-[wh]|min-[wh]|[wh]|[mp][trblxyse]?|d)-.*"
              + "|(?:items|self|justify|place|leading|tracking)-.*|col(?:-.*)?"
              + "|text-(?!.*(?:article|content|entry|story|post|copy|block|box|container|component"
              + "|element|module|section|paragraph|area|intro|wrap)).*");

  private static final Pattern TELLING =
      Pattern.compile("(?i).*(?:article|body|content|entry|story|post|text|prose).*");

  private StableNames() {}

  /** Returns the selectors, the most telling first; none for {@code html} and {@code body}. */
  static List<String> of(Element element) {
    List<String> names = new ArrayList<>();
    String tag = element.normalName();
    if (tag.equals("html") || tag.equals("body")) {
      return names;
    }
    String property = element.attr("itemprop");
    if (PLAIN.matcher(property).matches()) {
      names.add("[itemprop=" + property + "]");
    }
    if (tag.equals("article") || tag.equals("main")) {
      names.add(tag);
    }
    if (isStable(element.id()) && !VAGUE.matcher(element.id()).matches()) {
      names.add("#" + element.id());
    }
    for (String name : element.classNames()) {
      Matcher module = MODULE.matcher(name);
      if (module.matches()) {
        names.add("[class*=" + module.group(1) + "]");
      } else if (isStable(name)) {
        names.add("." + name);
      }
    }
    return names;
  }

  /** Returns the prefixes of class names that a machine made, such as {@code abc-}. */
  static Set<String> machinePrefixes(Document page) {
    Map<String, Set<String>> names = new HashMap<>();
    for (Element element : page.getElementsByAttribute("class")) {
      for (String name : element.classNames()) {
        Matcher prefixed = PREFIXED.matcher(name);
        if (prefixed.matches()) {
          names.computeIfAbsent(prefixed.group(1), p -> new HashSet<>()).add(name);
        }
      }
    }
    names.values().removeIf(all -> all.size() < MANY || all.stream().noneMatch(ENDS_IN_DIGIT));
    return names.keySet();
  }

  private static boolean isStable(String name) {
    return PLAIN.matcher(name).matches()
        && !MACHINE.matcher(name).matches()
        && !NO_VOWEL.matcher(name).matches()
        && !LOOK.matcher(name).matches();
  }

  /** Returns how little a selector says, 0 for the most telling. */
  static int rank(String selector) {
    int blank = selector.indexOf(' ');
    if (blank > 0) {
      return 1 + rank(selector.substring(blank + 1));
    }
    if (selector.startsWith("[itemprop")) {
      return 0;
    }
    if (selector.equals("article") || selector.equals("main")) {
      return 2;
    }
    if (selector.equals("h1")) {
      return 4;
    }
    return TELLING.matcher(selector).matches() ? 1 : 3;
  }
}
