package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.rules.PathSelector.Path;
import org.coupure.rules.PathSelector.Step;
import org.coupure.rules.PathTest.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XPath that people write for pages: names, {@code //} and {@code /}, and conditions on
 * attributes. Expressions that it does not support are left to the general engine, which is a
 * hundred times slower. Not thread-safe; for one expression.
 */
final class PathParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(//|!=|[/@\\[\\](),=|*.]|'[^']*'|\"[^\"]*\"|[A-Za-z][A-Za-z0-9_-]*(?:::)?|\\S)");

  /** Deeper ones are left to the general engine, which has its own limits. */
  private static final int MAX_DEPTH = 30;

  private final List<String> tokens = new ArrayList<>();
  private int at;
  private int depth;

  private PathParser(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), text.length());
    }
  }

  /** Returns the paths of a union, or null when the expression says more than these can. */
  static @Nullable List<Path> parse(String text) {
    PathParser parser = new PathParser(text);
    List<Path> paths = new ArrayList<>();
    do {
      Path path = parser.path();
      if (path == null) {
        return null;
      }
      paths.add(path);
    } while (parser.take("|"));
    return parser.at == parser.tokens.size() ? paths : null;
  }

  /**
   * Returns for an expression that is not all understood the beginnings of its paths, one for each
   * alternative of a union: where none of them finds anything, neither does the expression. Null
   * when that can't be known.
   */
  static @Nullable List<Path> beginnings(String text) {
    PathParser parser = new PathParser(text);
    List<Path> beginnings = new ArrayList<>();
    do {
      boolean grouped = parser.take("(");
      Path beginning = parser.beginning();
      int union = parser.skipToUnion(grouped);
      if (beginning == null || union < 0) {
        return null;
      }
      beginnings.add(beginning);
    } while (parser.take("|"));
    return beginnings;
  }

  /** Reads as many steps as are understood; of the last one perhaps not all conditions. */
  private @Nullable Path beginning() {
    List<Step> steps = new ArrayList<>();
    while (is("/") || is("//")) {
      int start = at;
      boolean deep = next().equals("//");
      String tag = take("*") ? "*" : name();
      if (tag == null) {
        at = start;
        break;
      }
      List<PathTest> tests = new ArrayList<>();
      int test = at;
      while (take("[")) {
        PathTest read = either();
        if (read == null || !take("]")) {
          at = test;
          break;
        }
        tests.add(read);
        test = at;
      }
      steps.add(new Step(deep, tag, tests));
      if (is("[")) {
        break;
      }
    }
    boolean path =
        !steps.isEmpty() && (at == tokens.size() || "/ // [ | )".contains(tokens.get(at)));
    return path ? new Path(steps, null) : null;
  }

  /** Goes to the next union or the end; returns -1 when something else than a path follows. */
  private int skipToUnion(boolean grouped) {
    int open = grouped ? 1 : 0;
    while (at < tokens.size() && !(open == 0 && is("|"))) {
      String token = next();
      open += token.equals("(") || token.equals("[") ? 1 : 0;
      open -= token.equals(")") || token.equals("]") ? 1 : 0;
      boolean union = token.equals("|") && grouped;
      boolean operator = open == 0 && (token.equals("=") || token.equals("!="));
      boolean word = open == 0 && (token.equals("and") || token.equals("or"));
      if (union || operator || word || "+-<>".contains(token)) {
        return -1;
      }
    }
    return at;
  }

  private @Nullable Path path() {
    List<Step> steps = new ArrayList<>();
    String attribute = null;
    while (attribute == null && (is("/") || is("//"))) {
      boolean deep = next().equals("//");
      if (take("@")) {
        attribute = deep ? null : name();
        if (attribute == null) {
          return null;
        }
      } else {
        Step step = step(deep);
        if (step == null) {
          return null;
        }
        steps.add(step);
      }
    }
    return steps.isEmpty() ? null : new Path(steps, attribute);
  }

  private @Nullable Step step(boolean deep) {
    String tag = take("*") ? "*" : name();
    boolean axis = tag == null && !deep && take("descendant::");
    if (axis) {
      tag = take("*") ? "*" : name();
    }
    if (tag == null) {
      return null;
    }
    List<PathTest> tests = new ArrayList<>();
    while (take("[")) {
      PathTest test = either();
      if (test == null || !take("]")) {
        return null;
      }
      tests.add(test);
    }
    return is("(") ? null : new Step(deep || axis, tag, tests);
  }

  private @Nullable PathTest either() {
    PathTest first = all();
    while (first != null && take("or")) {
      PathTest second = all();
      first = second == null ? null : new PathTest.Or(first, second);
    }
    return first;
  }

  private @Nullable PathTest all() {
    PathTest first = one();
    while (first != null && take("and")) {
      PathTest second = one();
      first = second == null ? null : new PathTest.And(first, second);
    }
    return first;
  }

  private @Nullable PathTest one() {
    if (++depth > MAX_DEPTH) {
      return null;
    }
    if (take("(")) {
      PathTest inner = either();
      return take(")") ? inner : null;
    }
    if (takeCall("not")) {
      PathTest inner = either();
      return inner != null && take(")") ? new PathTest.Not(inner) : null;
    }
    if (takeCall("contains")) {
      return call(false);
    }
    return takeCall("starts-with") ? call(true) : comparison();
  }

  private @Nullable PathTest call(boolean start) {
    Subject subject = subject();
    String text = subject != null && take(",") ? literal() : null;
    return subject != null && text != null && take(")")
        ? new PathTest.Holds(subject, text, start)
        : null;
  }

  private @Nullable PathTest comparison() {
    Subject subject = subject();
    if (subject == null) {
      return null;
    }
    if (!take("=")) {
      return subject.isPlain() && !is("!=") ? new PathTest.Has(subject.attribute()) : null;
    }
    String text = literal();
    return text == null ? null : new PathTest.Is(subject, text);
  }

  /** Reads {@code @name}, or that within {@code normalize-space} and {@code concat}. */
  private @Nullable Subject subject() {
    if (take("@")) {
      String name = name();
      return name == null ? null : new Subject(name, false, "", "");
    }
    if (takeCall("normalize-space")) {
      Subject inner = subject();
      return inner != null && inner.isPlain() && take(")")
          ? new Subject(inner.attribute(), true, "", "")
          : null;
    }
    if (!takeCall("concat")) {
      return null;
    }
    String before = literal();
    Subject inner = before != null && take(",") ? subject() : null;
    String after = inner != null && take(",") ? literal() : null;
    if (before == null || inner == null || after == null || !take(")")) {
      return null;
    }
    boolean simple = inner.before().isEmpty() && inner.after().isEmpty();
    return simple ? new Subject(inner.attribute(), inner.folded(), before, after) : null;
  }

  private @Nullable String literal() {
    if (at < tokens.size() && tokens.get(at).length() > 1 && "'\"".contains(token(0))) {
      String quoted = next();
      return quoted.substring(1, quoted.length() - 1);
    }
    return null;
  }

  private String token(int from) {
    return tokens.get(at).substring(from, from + 1);
  }

  private @Nullable String name() {
    boolean named =
        at < tokens.size()
            && Character.isLetter(tokens.get(at).charAt(0))
            && !tokens.get(at).endsWith("::")
            && !(at + 1 < tokens.size() && tokens.get(at + 1).equals("("))
            && !(at + 1 < tokens.size() && tokens.get(at + 1).equals(":"));
    return named ? next() : null;
  }

  private boolean takeCall(String function) {
    if (is(function) && at + 1 < tokens.size() && tokens.get(at + 1).equals("(")) {
      at += 2;
      return true;
    }
    return false;
  }

  private boolean is(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private boolean take(String token) {
    boolean there = is(token);
    at += there ? 1 : 0;
    return there;
  }

  private String next() {
    return tokens.get(at++);
  }
}
