package org.coupure.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.text.WordLists;

/**
 * The groups of words in {@code config/kinds/words.txt}, by which URLs, classes and structured data
 * tell what kind of page it is. Immutable and thread-safe.
 */
final class KindWords {
  private static final String FILE = "kinds/words.txt";

  private final List<String> groups;
  private final Map<String, Integer> paths;
  private final Map<String, Integer> bodies;
  private final Map<String, Integer> types;
  private final List<String> shape;
  private final Map<String, Integer> places = new HashMap<>();

  private KindWords(List<String> groups, Map<String, Map<String, Integer>> bits) {
    this.groups = List.copyOf(groups);
    this.paths = bits.getOrDefault("path", Map.of());
    this.bodies = bits.getOrDefault("body", Map.of());
    this.types = bits.getOrDefault("type", Map.of());
    this.shape = KindFeatures.names(groups);
    shape.forEach(name -> places.put(name, places.size()));
  }

  static KindWords load() {
    List<String> groups = new ArrayList<>();
    Map<String, Map<String, Integer>> bits = new HashMap<>();
    for (Map.Entry<String, List<String>> group : WordLists.words(FILE).entrySet()) {
      String place = group.getKey().substring(0, group.getKey().indexOf('-'));
      Map<String, Integer> words = bits.computeIfAbsent(place, key -> new HashMap<>());
      for (String word : group.getValue()) {
        words.merge(word.toLowerCase(Locale.ROOT), 1 << groups.size(), (x, y) -> x | y);
      }
      groups.add(group.getKey());
    }
    if (groups.size() > Integer.SIZE) {
      throw new IllegalStateException("config/" + FILE + " has more groups than an int has bits");
    }
    return new KindWords(groups, bits);
  }

  /** Returns the groups' names; a group's place is its bit. */
  List<String> groups() {
    return groups;
  }

  /** Returns the names of the values of a page's shape. */
  List<String> shape() {
    return shape;
  }

  /** Returns the place of the value of this name in a page's shape. */
  int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("no value of a page's shape is called " + name);
    }
    return place;
  }

  /** Returns the groups of a segment of a URL's path, or of one of its words. */
  int path(String word) {
    return paths.getOrDefault(word, 0);
  }

  /** Returns the groups of a class of {@code <body>}. */
  int body(String word) {
    return bodies.getOrDefault(word, 0);
  }

  /** Returns the groups of a type of structured data, its URL taken away. */
  int type(String name) {
    String type = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    return types.getOrDefault(type.toLowerCase(Locale.ROOT), 0);
  }
}
