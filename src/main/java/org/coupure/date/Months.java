package org.coupure.date;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Month names of the languages of Unicode CLDR, from {@code config/date/}. Immutable and
 * thread-safe.
 */
public final class Months {
  private static final int ASCII_END = 128;
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

  private final Map<String, Map<String, Integer>> byLanguage;
  private final Map<String, Integer> any;

  /** First pieces of names of several pieces. */
  private final Set<String> beginnings;

  private Months(Map<String, Map<String, Integer>> byLanguage, Map<String, Integer> any) {
    this.byLanguage = byLanguage;
    this.any = any;
    this.beginnings =
        byLanguage.values().stream()
            .flatMap(names -> names.keySet().stream())
            .filter(name -> name.indexOf(' ') > 0)
            .map(name -> name.substring(0, name.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the months of the packed lists. */
  public static Months load() {
    Map<String, Map<String, Integer>> byLanguage = new HashMap<>();
    Map<String, Integer> any = new HashMap<>();
    for (Map.Entry<String, String> line : WordLists.load("date/months.txt").entrySet()) {
      Map<String, Integer> months = months(line.getValue());
      byLanguage.put(line.getKey(), months);
      months.forEach(any::putIfAbsent);
    }
    for (Map.Entry<String, String> line : WordLists.load("date/months-cldr.txt").entrySet()) {
      Map<String, Integer> own = byLanguage.computeIfAbsent(line.getKey(), key -> new HashMap<>());
      months(line.getValue()).forEach(own::putIfAbsent);
    }
    return new Months(byLanguage, any);
  }

  private static Map<String, Integer> months(String line) {
    Map<String, Integer> months = new HashMap<>();
    int number = 1;
    for (String group : WordLists.split(line, '|')) {
      for (String name : WordLists.split(group, ' ')) {
        months.putIfAbsent(key(name.replace('_', ' ')), number);
      }
      number++;
    }
    return months;
  }

  /** Returns whether a name of several pieces begins with {@code word}. */
  boolean beginsLonger(String word) {
    return beginnings.contains(word);
  }

  /**
   * Returns {@code name} as {@link DateToken#cut} would cut it, with a blank between the pieces.
   */
  private static String key(String name) {
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return DateToken.cut(bare).stream().map(DateToken::text).collect(Collectors.joining(" "));
  }

  /**
   * Returns the month, 1 to 12, that {@code word} names, with its accents or without, or 0.
   *
   * @param word lower case, without a closing full stop, pieces of {@link DateToken} with a blank
   *     between them
   * @param language primary language subtag to ask first, or null
   */
  public int month(String word, @Nullable String language) {
    Map<String, Integer> own = language == null ? null : byLanguage.get(language);
    Integer month = own == null ? null : own.get(word);
    if (month == null) {
      month = any.get(word);
    }
    if (month != null) {
      return month;
    }
    if (word.chars().allMatch(c -> c < ASCII_END)) {
      return 0;
    }
    String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    return bare.equals(word) ? 0 : any.getOrDefault(bare, 0);
  }
}
