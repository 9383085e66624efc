package org.coupure.review;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.coupure.query.Snippet;
import org.jspecify.annotations.Nullable;

/** Finds the sentences with which a text begins. */
final class FirstSentences {
  private FirstSentences() {}

  /**
   * Returns as many whole sentences as fit into {@code length} characters; when the first one does
   * not, its beginning.
   */
  static Snippet of(String text, @Nullable String language, int length) {
    if (text.length() <= length) {
      return Snippet.all(text, List.of());
    }
    Locale locale = language == null ? Locale.ROOT : Locale.forLanguageTag(language);
    BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
    String begin = text.substring(0, Math.min(text.length(), 2 * length));
    sentences.setText(begin);
    int end = 0;
    for (int next = sentences.next(); next > 0 && next <= length; next = sentences.next()) {
      end = next;
    }
    return end < length / 4
        ? Snippet.of(text, List.of(), length)
        : Snippet.all(begin.substring(0, end).strip(), List.of());
  }
}
