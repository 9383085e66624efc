package org.coupure.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private static final Pattern CLASS = Pattern.compile("\\.(-?[A-Za-z_][A-Za-z0-9_-]*)");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");

  private final String where;
  private final Evaluator evaluator;
  private final @Nullable String attribute;
  private final Set<String> required;

  private CssSelector(
      String where, Evaluator evaluator, @Nullable String attribute, Set<String> required) {
    this.where = where;
    this.evaluator = evaluator;
    this.attribute = attribute;
    this.required = required;
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
      return new CssSelector(where, QueryParser.parse(css), attribute, requiredClasses(css));
    } catch (SelectorParseException | IllegalArgumentException bad) {
      throw new IllegalArgumentException("bad selector '" + text + "': " + bad.getMessage(), bad);
    }
  }

  /** Returns class names without which nothing can match; empty if that is not plain to see. */
  private static Set<String> requiredClasses(String css) {
    String plain = BRACKETS.matcher(css).replaceAll("");
    if (plain.matches(".*[,(\\\\\\[\\]].*")) {
      return Set.of();
    }
    Set<String> required = new HashSet<>();
    Matcher matcher = CLASS.matcher(plain);
    while (matcher.find()) {
      required.add(matcher.group(1));
    }
    return Set.copyOf(required);
  }

  @Override
  public String where() {
    return where;
  }

  @Override
  public List<Element> elements(PageDom page) {
    return page.mayHave(required) ? Collector.collect(evaluator, page.document()) : List.of();
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
