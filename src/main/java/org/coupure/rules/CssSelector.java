package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.text.Whitespace;
import org.jsoup.nodes.Element;
import org.jsoup.select.Collector;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * A CSS selector in jsoup's dialect, which may end in {@code @attribute} where a value is asked
 * for.
 */
final class CssSelector implements Selector {
  private static final Pattern ATTRIBUTE = Pattern.compile("(.*[^@\\s])@([A-Za-z][A-Za-z0-9:_-]*)");

  private static final Pattern NAME = Pattern.compile("[.#]-?[A-Za-z_][A-Za-z0-9_-]*");

  /** Characters that may mean "or" or "not", or hide a name from a simple search. */
  private static final Pattern UNCLEAR = Pattern.compile("[,(\\\\\\[\\]\"']|[^\\x00-\\x7F]");

  /** Elements in elements, and no siblings. */
  private static final Pattern NESTED = Pattern.compile("[A-Za-z0-9_.#>\\s-]+");

  /** Such as {@code :has(h1)}. */
  private static final Pattern CLAIM = Pattern.compile(":[a-z-]+\\([^()]*\\)");

  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");

  private final String where;
  private final Evaluator evaluator;
  private final @Nullable String attribute;

  /** Classes and ids that the page must have, in the order of the selector. */
  private final Name[] required;

  /** The one that the element itself must have, so that only such are asked; or null. */
  private final @Nullable Name last;

  /**
   * The one that an element around it must have, so that only what these hold is asked; or null.
   */
  private final @Nullable Name around;

  /** Whether that is all that the selector says. */
  private final boolean bare;

  private CssSelector(String where, String css, @Nullable String attribute, Evaluator evaluator) {
    this.where = where;
    this.evaluator = evaluator;
    this.attribute = attribute;
    List<String> names = requiredNames(css);
    this.required = names.stream().map(Name::of).toArray(Name[]::new);
    String end = names.isEmpty() ? "" : names.get(names.size() - 1);
    this.last = !end.isEmpty() && css.endsWith(end) ? Name.of(end) : null;
    this.bare = css.equals(end);
    boolean nested = last == null && NESTED.matcher(plain(css)).matches();
    this.around = nested && required.length > 0 ? required[required.length - 1] : null;
  }

  /** A class or an id. */
  private record Name(String name, boolean isId) {
    static Name of(String css) {
      return new Name(css.substring(1), css.charAt(0) == '#');
    }

    boolean isIn(NameIndex page) {
      return isId ? !page.withId(name).isEmpty() : page.hasClass(name);
    }

    List<Element> in(NameIndex page) {
      return isId ? page.withId(name) : page.ofClass(name);
    }
  }

  /**
   * Compiles a selector.
   *
   * @param valued whether {@code @attribute} may stand at its end
   * @throws IllegalArgumentException if it is not a selector, with what is wrong with it
   */
  static CssSelector parse(String text, String where, boolean valued) {
    String css = text;
    String attribute = null;
    Matcher suffix = ATTRIBUTE.matcher(text);
    if (suffix.matches()) {
      if (!valued) {
        throw new IllegalArgumentException(
            "bad selector '" + text + "': an @attribute gives a value, and elements are wanted");
      }
      css = suffix.group(1);
      attribute = suffix.group(2);
    }
    try {
      return new CssSelector(where, css, attribute, QueryParser.parse(css));
    } catch (SelectorParseException | IllegalArgumentException bad) {
      throw new IllegalArgumentException("bad selector '" + text + "': " + bad.getMessage(), bad);
    }
  }

  /** Returns a selector without what stands in brackets, which only asks for more. */
  private static String plain(String css) {
    return CLAIM.matcher(BRACKETS.matcher(css).replaceAll("")).replaceAll("");
  }

  /** Returns classes and ids without which nothing can match; none if that is not plain to see. */
  private static List<String> requiredNames(String css) {
    String plain = plain(css);
    if (UNCLEAR.matcher(plain).find()) {
      return List.of();
    }
    List<String> required = new ArrayList<>();
    Matcher matcher = NAME.matcher(plain);
    while (matcher.find()) {
      required.add(matcher.group());
    }
    return List.copyOf(required);
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public List<Element> elements(PageDom page) {
    for (Name name : required) {
      if (!name.isIn(page.names())) {
        return List.of();
      }
    }
    if (last == null) {
      return around == null ? Collector.collect(evaluator, page.document()) : within(around, page);
    }
    if (bare) {
      return last.in(page.names());
    }
    List<Element> elements = new ArrayList<>();
    for (Element candidate : last.in(page.names())) {
      if (evaluator.matches(page.document(), candidate)) {
        elements.add(candidate);
      }
    }
    return elements;
  }

  private List<Element> within(Name name, PageDom page) {
    List<Element> elements = new ArrayList<>();
    Element before = null;
    for (Element box : name.in(page.names())) {
      // Elements inside the previous match were searched with it.
      if (before == null || !isIn(box, before)) {
        before = box;
        for (Element candidate : box.getAllElements()) {
          if (evaluator.matches(page.document(), candidate)) {
            elements.add(candidate);
          }
        }
      }
    }
    return elements;
  }

  private static boolean isIn(Element element, Element box) {
    Element up = element;
    while (up != null && !up.equals(box)) {
      up = up.parent();
    }
    return up != null;
  }

  @Override
  public List<String> values(PageDom page) {
    List<Element> elements = elements(page);
    if (elements.isEmpty()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (Element element : elements) {
      String value = Whitespace.fold(value(element));
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  private String value(Element element) {
    return attribute != null ? element.attr(attribute) : defaultValue(element);
  }

  /** Returns what an element says: its text, or what machines are meant to read in its place. */
  static String defaultValue(Element element) {
    String name = element.normalName();
    if (name.equals("meta")) {
      return element.attr("content");
    }
    boolean stated = name.equals("time") && !element.attr("datetime").isBlank();
    return stated ? element.attr("datetime") : element.text();
  }
}
