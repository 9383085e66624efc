package org.coupure.query;

import java.util.ArrayList;
import java.util.List;

/**
 * The small words that Arabic and Hebrew write as one with the word behind: and, the, in, to, from,
 * like, that. A query for a word finds it behind them, too.
 */
final class AttachedPrefixes {
  /** "And", "so", "in", "like", "to", "will", with and without the article. */
  private static final List<String> ARABIC =
      List.of(
          "ال", "و", "ف", "ب", "ك", "ل", "س", "وال", "فال", "بال", "كال", "لل", "وب", "ول", "وك",
          "وبال", "ولل", "فلل");

  /** "And", "the", "in", "like", "to", "from", "that", "when", alone and behind one another. */
  private static final List<String> HEBREW =
      List.of(
          "ו", "ה", "ב", "כ", "ל", "מ", "ש", "וה", "וב", "וכ", "ול", "ומ", "וש", "שה", "שב", "של",
          "שמ", "מה", "כש", "כשה", "ושה", "ומה");

  /** Behind a prefix a word of two letters is more often a part of another word. */
  private static final int LEAST = 3;

  private static final String ARTICLE = "ال";

  private AttachedPrefixes() {}

  /** Returns the word, first, and the forms that it has behind a prefix. */
  static List<String> with(String word) {
    char c = word.charAt(0);
    if (c >= 0x620 && c <= 0x6D3) {
      String bare =
          word.startsWith(ARTICLE) && word.length() >= LEAST + ARTICLE.length()
              ? word.substring(ARTICLE.length())
              : word;
      return forms(word, bare, ARABIC);
    }
    return c >= 0x5D0 && c <= 0x5EA ? forms(word, word, HEBREW) : List.of(word);
  }

  private static List<String> forms(String word, String bare, List<String> prefixes) {
    if (bare.length() < LEAST) {
      return List.of(word);
    }
    List<String> forms = new ArrayList<>();
    forms.add(bare);
    for (String prefix : prefixes) {
      forms.add(prefix + bare);
    }
    return List.copyOf(forms);
  }
}
