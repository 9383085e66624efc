package org.coupure.block;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coupure.text.WordLists;

/**
 * The words by which the makers of pages name what elements are, in groups, from {@code
 * config/class-words.txt}. A group's key is its reader and its name, such as {@code box consent}.
 */
public final class ClassNameGroups {
  private static final String FILE = "class-words.txt";
  private static final Map<String, List<String>> ALL = WordLists.words(FILE);

  private ClassNameGroups() {}

  /** Returns the words of the groups of {@code reader}, by the groups' names, in their order. */
  public static Map<String, List<String>> of(String reader) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    ALL.forEach(
        (key, words) -> {
          if (key.startsWith(reader + " ")) {
            groups.put(key.substring(reader.length() + 1), words);
          }
        });
    return groups;
  }

  /**
   * Returns the words of one group.
   *
   * @throws IllegalArgumentException if there is none of that key
   */
  public static List<String> words(String key) {
    List<String> words = ALL.get(key);
    if (words == null) {
      throw new IllegalArgumentException("no group of " + FILE + " is called " + key);
    }
    return words;
  }
}
