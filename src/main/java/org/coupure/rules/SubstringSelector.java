package org.coupure.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.text.Whitespace;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * {@code [class*=part]}, {@code [id*=part]} or both with a comma: what collections of rules are
 * full of. A page has a few hundred different class attributes, so they are asked, not its
 * thousands of elements. Means what {@link CssSelector} would.
 */
record SubstringSelector(String where, @Nullable String inClass, @Nullable String inId)
    implements Selector {
  private static final String ONE = "\\[(class|id)\\*=(?:\"([\\w-]+)\"|([A-Za-z][\\w-]*))\\]";
  private static final Pattern SHAPE = Pattern.compile(ONE + "(?:,\\s*" + ONE + ")?");

  /** Returns the selector, or null when {@code css} is of another shape. */
  static @Nullable SubstringSelector parse(String css, String where) {
    Matcher matcher = SHAPE.matcher(css);
    if (!matcher.matches()) {
      return null;
    }
    String first = part(matcher, 2);
    String second = matcher.group(4) == null ? null : part(matcher, 5);
    boolean classFirst = matcher.group(1).equals("class");
    if (second == null) {
      return new SubstringSelector(where, classFirst ? first : null, classFirst ? null : first);
    }
    if (matcher.group(1).equals(matcher.group(4))) {
      return null;
    }
    return new SubstringSelector(where, classFirst ? first : second, classFirst ? second : first);
  }

  private static String part(Matcher matcher, int group) {
    String quoted = matcher.group(group);
    String text = quoted != null ? quoted : matcher.group(group + 1);
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Element> elements(PageDom page) {
    Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
    if (inClass != null) {
      for (Map.Entry<String, List<Element>> entry : page.classAttributes().entrySet()) {
        if (entry.getKey().contains(inClass)) {
          found.addAll(entry.getValue());
        }
      }
    }
    if (inId != null) {
      for (Element element : page.identified()) {
        if (element.id().toLowerCase(Locale.ROOT).contains(inId)) {
          found.add(element);
        }
      }
    }
    return found.isEmpty() ? List.of() : page.tagged("*").stream().filter(found::contains).toList();
  }

  @Override
  public List<String> values(PageDom page) {
    List<String> values = new ArrayList<>();
    for (Element element : elements(page)) {
      String value = Whitespace.fold(CssSelector.defaultValue(element));
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }
}
