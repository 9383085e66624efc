package org.coupure.json;

import java.util.List;
import org.coupure.text.WordLists;

/**
 * Finds the JSON in which a framework leaves a page's state: all of a script of JSON, or what a
 * script assigns to a name of {@code config/metadata/spare-text.txt}. Immutable and thread-safe.
 */
public final class StateScripts {
  private final List<String> names;

  private StateScripts(List<String> names) {
    this.names = names;
  }

  /** Returns the finder of what the configuration names. */
  public static StateScripts load() {
    String names = WordLists.load("metadata/spare-text.txt").getOrDefault("states", "");
    return new StateScripts(WordLists.split(names, ' '));
  }

  /**
   * Returns the text that begins with the JSON of a script, or an empty text when it holds no
   * state.
   *
   * @param type the script's type, as it is written
   * @param data what the script holds
   */
  public String state(String type, String data) {
    if (type.contains("json")) {
      return data;
    }
    for (String name : names) {
      int at = data.indexOf(name);
      int assigned = at < 0 ? -1 : data.indexOf('=', at + name.length());
      // The name may stand in quotes and brackets: window["__STATE__"].
      if (assigned >= 0 && assigned - at - name.length() <= 4) {
        return value(data, assigned + 1);
      }
    }
    return "";
  }

  /** Returns what begins at {@code from}; of {@code JSON.parse("…")} the string. */
  private static String value(String script, int from) {
    int at = from;
    while (at < script.length() && script.charAt(at) <= ' ') {
      at++;
    }
    return script.startsWith("JSON.parse(", at)
        ? script.substring(at + "JSON.parse(".length())
        : script.substring(at);
  }
}
