package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import org.coupure.json.Json;
import org.coupure.json.JsonPath;
import org.coupure.text.Whitespace;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A path into the JSON of a page's scripts: linked data and the state that a framework left. It
 * finds values and no elements; the first script in which the path leads anywhere counts.
 */
record JsonSelector(String where, JsonPath path) implements Selector {
  /** The prefix of a JSON path in a rule. */
  static final String PREFIX = "json:";

  /**
   * Compiles a path, given without its prefix.
   *
   * @throws IllegalArgumentException if it is none, with what is wrong with it
   */
  static JsonSelector parse(String text, String where) {
    return new JsonSelector(where, JsonPath.parse(text));
  }

  @Override
  public List<Element> elements(PageDom page) {
    return List.of();
  }

  @Override
  public List<String> values(PageDom page) {
    List<String> values = new ArrayList<>();
    for (String raw : raw(page)) {
      String text = raw.indexOf('<') < 0 ? raw : Jsoup.parseBodyFragment(raw).text();
      String value = Whitespace.fold(text);
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  /** Returns the values as they stand in the JSON, which may be HTML. */
  List<String> raw(PageDom page) {
    for (Json root : page.json()) {
      List<String> values = path.values(root);
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }
}
