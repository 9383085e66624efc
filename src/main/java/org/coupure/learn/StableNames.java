package org.coupure.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Selectors of an element by what its author called it. Names that a machine made (hashes, numbers
 * of pages) are left out, for the next build or the next page has others.
 */
final class StableNames {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z_-]{2,50}[0-9]?");

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
    if (isStable(element.id())) {
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
