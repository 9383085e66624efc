package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** What may say "or" or "not", or hide a name from a simple search. */
  private static final Pattern UNCLEAR = Pattern.compile("[,(\\\\\\[\\]\"']|[^\\x00-\\x7F]");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");

  private final String where;
  private final Evaluator evaluator;
  private final @Nullable String attribute;

  /** Classes and ids that the page must have, in the order of the selector. */
  private final List<String> required;

  /** Whether the element itself must have the last of them, so that only such are asked. */
  private final boolean endsInName;

  private CssSelector(String where, String css, @Nullable String attribute, Evaluator evaluator) {
    this.where = where;
    this.evaluator = evaluator;
    this.attribute = attribute;
    this.required = requiredNames(css);
    this.endsInName = !required.isEmpty() && css.endsWith(required.get(required.size() - 1));
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

  /** Returns classes and ids without which nothing can match; none if that is not plain to see. */
  private static List<String> requiredNames(String css) {
    String plain = BRACKETS.matcher(css).replaceAll("");
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
    if (!page.hasAll(required)) {
      return List.of();
    }
    if (!endsInName) {
      return Collector.collect(evaluator, page.document());
    }
    List<Element> elements = new ArrayList<>();
    for (Element candidate : page.named(required.get(required.size() - 1))) {
      if (evaluator.matches(page.document(), candidate)) {
        elements.add(candidate);
      }
    }
    return elements;
  }

  @Override
  public List<String> values(PageDom page) {
    List<String> values = new ArrayList<>();
    for (Element element : elements(page)) {
      String value = fold(value(element));
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  private String value(Element element) {
    return attribute != null ? element.attr(attribute) : defaultValue(element);
  }

  /** Returns {@code text} with each run of white space as one blank, none at its ends. */
  static String fold(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
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
