package org.coupure.date;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Month names of many languages, from {@code config/date/months.txt}. Immutable and thread-safe.
 */
public final class Months {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}");

  private final Map<String, Map<String, Integer>> byLanguage;
  private final Map<String, Integer> any;

  private Months(Map<String, Map<String, Integer>> byLanguage, Map<String, Integer> any) {
    this.byLanguage = byLanguage;
    this.any = any;
  }

  /** Returns the months of the packed list. */
  public static Months load() {
    Map<String, Map<String, Integer>> byLanguage = new HashMap<>();
    Map<String, Integer> any = new HashMap<>();
    for (Map.Entry<String, String> line : WordLists.load("date/months.txt").entrySet()) {
      Map<String, Integer> months = months(line.getValue());
      byLanguage.put(line.getKey(), months);
      for (Map.Entry<String, Integer> month : months.entrySet()) {
        any.putIfAbsent(month.getKey(), month.getValue());
      }
    }
    return new Months(byLanguage, any);
  }

  private static Map<String, Integer> months(String line) {
    Map<String, Integer> months = new HashMap<>();
    int number = 1;
    for (String group : WordLists.split(line, '|')) {
      for (String name : WordLists.split(group, ' ')) {
        months.putIfAbsent(withoutStop(name.replace('_', ' ')), number);
      }
      number++;
    }
    return months;
  }

  private static String withoutStop(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /**
   * Returns the month, 1 to 12, that {@code word} names, with its accents or without, or 0.
   *
   * @param word lower case, without a closing full stop
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
    String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    return bare.equals(word) ? 0 : any.getOrDefault(bare, 0);
  }
}
