package org.coupure.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads lists of words packed into the jar: lines of {@code key: value}, comments after {@code #}
 * at the line's start, the values of repeated keys joined by a blank.
 */
public final class WordLists {
  private WordLists() {}

  /**
   * Returns the lists of a file, in its order.
   *
   * @param name path under {@code config}, such as {@code byline/words.txt}
   * @throws IllegalStateException when the jar lacks the file, or a line of it has no key
   */
  public static Map<String, String> load(String name) {
    String path = "/org/coupure/config/" + name;
    try (InputStream in = WordLists.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + path);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  static Map<String, String> read(BufferedReader lines, String path) throws IOException {
    Map<String, String> lists = new LinkedHashMap<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalStateException(path + ":" + number + ": expected 'key: values'");
      }
      String values = line.substring(colon + 2).strip();
      String key = line.substring(0, colon);
      String before = lists.get(key);
      lists.put(key, before == null ? values : before + " " + values);
    }
    return lists;
  }

  /** Returns the words, separated by spaces, of each list of a file, in its order. */
  public static Map<String, List<String>> words(String name) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    load(name).forEach((key, values) -> words.put(key, split(values, ' ')));
    return words;
  }

  /** Returns the entries, separated by ";", of the list called {@code key}. */
  public static Set<String> entries(Map<String, String> lists, String key) {
    return new HashSet<>(split(lists.getOrDefault(key, ""), ';'));
  }

  /**
   * Returns what stands between the separators, stripped, without what is blank. By hand, because a
   * regular expression costs a cold start more than the whole list.
   */
  public static List<String> split(String line, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == separator) {
        String part = line.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
