package org.coupure.metadata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads the lists under {@code config/metadata}: lines of {@code key: value}, comments after {@code
 * #} at the line's start, the values of repeated keys joined by a blank.
 */
final class WordLists {
  private WordLists() {}

  /** Returns the list packed into the jar as {@code name}, in the file's order. */
  static Map<String, String> load(String name) {
    String path = "/org/coupure/config/metadata/" + name;
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
      lists.merge(line.substring(0, colon), values, (first, more) -> first + " " + more);
    }
    return lists;
  }

  /** Returns the entries, separated by ";", of the list called {@code key}. */
  static Set<String> entries(Map<String, String> lists, String key) {
    Set<String> entries = new HashSet<>();
    for (String entry : lists.getOrDefault(key, "").split(";", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }
}
