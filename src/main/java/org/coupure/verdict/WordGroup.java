package org.coupure.verdict;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a word list packed into the jar: {@code name: word word}.
 *
 * @param name what the words have in common
 * @param words the words as they stand there
 */
record WordGroup(String name, List<String> words) {
  WordGroup {
    words = List.copyOf(words);
  }

  /**
   * Returns the groups of {@code file} in its order; what has no name and comments are left out.
   */
  static List<WordGroup> read(String file) {
    List<WordGroup> groups = new ArrayList<>();
    try (InputStream in = WordGroup.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int colon = line.indexOf(": ");
        if (!line.startsWith("#") && colon >= 0) {
          String words = line.substring(colon + 2);
          groups.add(new WordGroup(line.substring(0, colon), List.of(words.split(" ", -1))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read from the jar", e);
    }
    return groups;
  }
}
