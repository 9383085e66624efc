package org.coupure.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path into JSON, in the part of JSONPath (RFC 9535) that needs no filters: {@code $}, {@code
 * .name}, {@code ['name']}, {@code [0]}, {@code [*]} and {@code ..name}. An array where an object
 * is wanted stands for all its elements. Immutable and thread-safe.
 */
public final class JsonPath {
  /** A value of more depth is left; states of our development pages have 30. */
  private static final int MAX_DEPTH = 60;

  /** More values of one path are no field and no text. */
  private static final int MAX_VALUES = 2_000;

  private static final Pattern STEP =
      Pattern.compile(
          "\\.\\.([A-Za-z_@][\\w@:-]*)|\\.([A-Za-z_@][\\w@:-]*)|\\['([^']*)'\\]|\\[\"([^\"]*)\"\\]"
              + "|\\[(\\d{1,6})\\]|(?:\\[\\*\\]|\\.\\*)");

  private final List<Step> steps;

  private JsonPath(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param name the member, or null for elements
   * @param index the element, or -1 for all
   * @param deep whether the member may stand anywhere below
   */
  private record Step(@Nullable String name, int index, boolean deep) {}

  /**
   * Compiles a path.
   *
   * @throws IllegalArgumentException if it is none, with what is wrong with it
   */
  public static JsonPath parse(String text) {
    if (!text.startsWith("$")) {
      throw new IllegalArgumentException(
          "bad JSON path '" + text + "': it begins with $, like $.props.article.body");
    }
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int at = 1;
    while (at < text.length()) {
      if (!step.find(at) || step.start() != at) {
        throw new IllegalArgumentException(
            "bad JSON path '"
                + text
                + "': '"
                + text.substring(at)
                + "' is no step; steps are .name, ['name'], [0], [*] and ..name");
      }
      steps.add(step(step));
      at = step.end();
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("bad JSON path '$': it names no member");
    }
    return new JsonPath(steps);
  }

  private static Step step(Matcher found) {
    if (found.group(1) != null) {
      return new Step(found.group(1), -1, true);
    }
    for (int group = 2; group <= 4; group++) {
      if (found.group(group) != null) {
        return new Step(found.group(group), -1, false);
      }
    }
    String index = found.group(5);
    return new Step(null, index == null ? -1 : Integer.parseInt(index), false);
  }

  /** Returns the texts, numbers and truth values at the path, in their order. */
  public List<String> values(Json root) {
    List<String> values = new ArrayList<>();
    walk(root, 0, 0, values);
    return values;
  }

  private void walk(Json json, int at, int depth, List<String> values) {
    if (depth > MAX_DEPTH || values.size() >= MAX_VALUES) {
      return;
    }
    if (at == steps.size()) {
      if (json instanceof Json.Items items) {
        items.items().forEach(item -> walk(item, at, depth + 1, values));
      } else if (json.text() != null) {
        values.add(json.text());
      }
      return;
    }
    Step step = steps.get(at);
    if (step.name() == null) {
      element(json, at, depth, values);
    } else if (json instanceof Json.Items items) {
      items.items().forEach(item -> walk(item, at, depth + 1, values));
    } else if (json instanceof Json.Node node) {
      Json member = node.get(step.name());
      if (member != null) {
        walk(member, at + 1, depth + 1, values);
      }
      if (step.deep()) {
        node.members().values().forEach(below -> walk(below, at, depth + 1, values));
      }
    }
  }

  private void element(Json json, int at, int depth, List<String> values) {
    int index = steps.get(at).index();
    List<Json> items =
        json instanceof Json.Node node && index < 0
            ? List.copyOf(node.members().values())
            : json.items();
    for (int i = 0; i < items.size(); i++) {
      if (index < 0 || i == index) {
        walk(items.get(i), at + 1, depth + 1, values);
      }
    }
  }
}
