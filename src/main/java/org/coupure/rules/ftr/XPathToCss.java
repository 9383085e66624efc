package org.coupure.rules.ftr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns an XPath into a CSS selector that matches the same elements of every page, where there is
 * one; CSS needs no second tree of the page. Selectors are in jsoup's dialect, whose {@code [a=v]}
 * and {@code [a*=v]} ignore case and outer white space, as XPath does not; {@code [a~=v]}, which
 * takes an RE2 expression there, ignores neither. Class names ignore case, too, but for one at a
 * selector's end, which rules look up as it is written.
 */
final class XPathToCss {
  private static final Pattern STEP = Pattern.compile("(//?)(\\*|[a-z][a-z0-9]*)");
  private static final Pattern ATTRIBUTE_STEP = Pattern.compile("/@([a-z][a-z0-9_-]*)");
  private static final Pattern AND = Pattern.compile("\\s+and\\s+");

  private static final String NAME = "@([a-z][a-z0-9_-]*)";
  private static final String VALUE = "(?:'([^']*)'|\"([^\"]*)\")";

  private static final Pattern HAS = Pattern.compile(NAME);
  private static final Pattern HAS_NOT = Pattern.compile("not\\(\\s*" + NAME + "\\s*\\)");
  private static final Pattern EQUALS = Pattern.compile(NAME + "\\s*=\\s*" + VALUE);
  private static final Pattern CONTAINS =
      Pattern.compile("contains\\(\\s*" + NAME + "\\s*,\\s*" + VALUE + "\\s*\\)");
  private static final Pattern STARTS =
      Pattern.compile("starts-with\\(\\s*" + NAME + "\\s*,\\s*" + VALUE + "\\s*\\)");
  private static final Pattern TOKEN =
      Pattern.compile(
          "contains\\(\\s*concat\\(\\s*(?:' '|\" \")\\s*,\\s*normalize-space\\(\\s*@class\\s*\\)"
              + "\\s*,\\s*(?:' '|\" \")\\s*\\)\\s*,\\s*(?:' ([^' ]*) '|\" ([^\" ]*) \")\\s*\\)");

  /** What means itself in CSS and in a regular expression. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/:%-]+( [A-Za-z0-9_/:%-]+)*");

  private static final Pattern IDENTIFIER = Pattern.compile("-?[A-Za-z_][A-Za-z0-9_-]*");

  private final String xpath;
  private final StringBuilder css = new StringBuilder();
  private int at;

  private XPathToCss(String xpath) {
    this.xpath = xpath;
  }

  /**
   * Returns the selector, or null when there is none that is exactly the same.
   *
   * @param valued whether a value is asked for, so that the path may end in an attribute
   */
  static @Nullable String css(String xpath, boolean valued) {
    return new XPathToCss(xpath.strip()).path(valued);
  }

  /** Returns the selector of elements that have {@code part} in their class, or in their id. */
  static @Nullable String containing(String attribute, String part) {
    return PLAIN.matcher(part).matches() ? "[" + attribute + "~=" + part + "]" : null;
  }

  private @Nullable String path(boolean valued) {
    boolean ended = false;
    while (at < xpath.length()) {
      Matcher step = STEP.matcher(xpath).region(at, xpath.length());
      // A class name ignores case unless the selector ends in it.
      if (ended || !step.lookingAt() || (at == 0 && step.group(1).equals("/"))) {
        return valued && at > 0 ? withAttribute() : null;
      }
      css.append(at == 0 ? "" : step.group(1).equals("/") ? " > " : " ");
      at = step.end();
      Compound compound = compound(step.group(2));
      if (compound == null) {
        return null;
      }
      css.append(compound.css);
      ended = compound.named;
    }
    return css.isEmpty() ? null : css.toString();
  }

  private @Nullable String withAttribute() {
    Matcher attribute = ATTRIBUTE_STEP.matcher(xpath).region(at, xpath.length());
    return attribute.matches() ? css + "@" + attribute.group(1) : null;
  }

  /**
   * A tag with its conditions.
   *
   * @param named whether it ends in a class name
   */
  private record Compound(String css, boolean named) {}

  private @Nullable Compound compound(String tag) {
    List<String> names = new ArrayList<>();
    StringBuilder conditions = new StringBuilder();
    while (at < xpath.length() && xpath.charAt(at) == '[') {
      int end = closing(at);
      if (end < 0) {
        return null;
      }
      for (String condition : AND.split(xpath.substring(at + 1, end).strip(), -1)) {
        Matcher token = TOKEN.matcher(condition);
        String name = token.matches() ? value(token, 1) : null;
        String translated = name == null ? condition(condition) : "";
        if (translated == null || (name != null && !IDENTIFIER.matcher(name).matches())) {
          return null;
        }
        conditions.append(translated);
        if (name != null) {
          names.add("." + name);
        }
      }
      at = end + 1;
    }
    if (names.size() > 1) {
      return null;
    }
    String rest = conditions + String.join("", names);
    boolean bare = tag.equals("*") && !rest.isEmpty();
    return new Compound((bare ? "" : tag) + rest, !names.isEmpty());
  }

  /** Returns where the bracket that opens at {@code open} closes, or -1. */
  private int closing(int open) {
    char quote = 0;
    for (int i = open + 1; i < xpath.length(); i++) {
      char c = xpath.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[') {
        return -1;
      } else if (c == ']') {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String condition(String text) {
    Matcher matcher = HAS.matcher(text);
    if (matcher.matches()) {
      return "[" + matcher.group(1) + "]";
    }
    matcher = HAS_NOT.matcher(text);
    if (matcher.matches()) {
      return ":not([" + matcher.group(1) + "])";
    }
    matcher = EQUALS.matcher(text);
    if (matcher.matches()) {
      return equal(matcher.group(1), value(matcher, 2));
    }
    matcher = CONTAINS.matcher(text);
    if (matcher.matches()) {
      return containing(matcher.group(1), value(matcher, 2));
    }
    matcher = STARTS.matcher(text);
    return matcher.matches() ? matching(matcher.group(1), "^", value(matcher, 2), "") : null;
  }

  private static @Nullable String equal(String attribute, String value) {
    return attribute.equals("id") && IDENTIFIER.matcher(value).matches()
        ? "#" + value
        : matching(attribute, "^", value, "$");
  }

  private static @Nullable String matching(
      String attribute, String before, String value, String after) {
    return PLAIN.matcher(value).matches()
        ? "[" + attribute + "~=" + before + value + after + "]"
        : null;
  }

  /** Returns the text in single quotes or in double ones. */
  private static String value(Matcher matcher, int group) {
    String single = matcher.group(group);
    return single == null ? matcher.group(group + 1) : single;
  }
}
