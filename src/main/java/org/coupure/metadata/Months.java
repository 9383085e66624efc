package org.coupure.metadata;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Month names of many languages, from {@code config/metadata/months.txt}. Immutable and
 * thread-safe.
 */
final class Months {
  private final Map<String, Map<String, Integer>> byLanguage;
  private final Map<String, Integer> any;

  private Months(Map<String, Map<String, Integer>> byLanguage, Map<String, Integer> any) {
    this.byLanguage = byLanguage;
    this.any = any;
  }

  static Months load() {
    Map<String, Map<String, Integer>> byLanguage = new HashMap<>();
    Map<String, Integer> any = new HashMap<>();
    WordLists.load("months.txt")
        .forEach(
            (language, line) -> {
              Map<String, Integer> months = months(line);
              byLanguage.put(language, months);
              months.forEach(any::putIfAbsent);
            });
    return new Months(byLanguage, any);
  }

  private static Map<String, Integer> months(String line) {
    Map<String, Integer> months = new HashMap<>();
    String[] groups = line.split("\\|", -1);
    for (int i = 0; i < groups.length; i++) {
      for (String name : groups[i].strip().split(" +", -1)) {
        months.putIfAbsent(name.replace('_', ' '), i + 1);
      }
    }
    return months;
  }

  /**
   * Returns the month, 1 to 12, that {@code word} names, or 0.
   *
   * @param word lower case, without a closing full stop
   * @param language primary language subtag to ask first, or null
   */
  int month(String word, @Nullable String language) {
    Map<String, Integer> own = language == null ? null : byLanguage.get(language);
    Integer month = own == null ? null : own.get(word);
    if (month == null) {
      month = any.get(word);
    }
    return month == null ? 0 : month;
  }
}
