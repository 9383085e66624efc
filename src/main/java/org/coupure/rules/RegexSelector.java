package org.coupure.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.nodes.Element;

/**
 * A selector whose values are cut to what a pattern finds in them: its groups, or all of the match
 * when it has none. If some groups have names, only those count. Values without a match are none.
 *
 * @param each whether each group is a value, as for authors; else the groups are one value, with
 *     spaces between
 */
record RegexSelector(Selector selector, Pattern pattern, boolean each) implements Selector {
  @Override
  public String where() {
    return selector.where();
  }

  @Override
  public List<Element> elements(PageDom page) {
    return selector.elements(page);
  }

  @Override
  public List<String> values(PageDom page) {
    List<String> values = new ArrayList<>();
    for (String value : selector.values(page)) {
      Matcher matcher = pattern.matcher(value);
      List<String> parts = matcher.find() ? parts(matcher) : List.of();
      if (each) {
        values.addAll(parts);
      } else if (!parts.isEmpty()) {
        values.add(String.join(" ", parts));
      }
    }
    return values;
  }

  private List<String> parts(Matcher matcher) {
    Collection<Integer> named = new TreeSet<>(pattern.namedGroups().values());
    List<String> parts = new ArrayList<>();
    for (int group = Math.min(1, matcher.groupCount()); group <= matcher.groupCount(); group++) {
      String part = matcher.group(group);
      boolean counts = named.isEmpty() || named.contains(group);
      if (counts && part != null && !part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
