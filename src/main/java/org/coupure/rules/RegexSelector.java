package org.coupure.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A selector whose values are cut to what a pattern finds in them: its first group, or all of the
 * match when it has none. Values without a match are none.
 */
record RegexSelector(Selector selector, Pattern pattern) implements Selector {
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
      String part = matcher.find() ? matcher.group(Math.min(1, matcher.groupCount())) : null;
      String cropped = part == null ? "" : part.strip();
      if (!cropped.isEmpty()) {
        values.add(cropped);
      }
    }
    return values;
  }
}
