package org.coupure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Evidence;
import org.coupure.text.Languages;
import org.coupure.text.Languages.Detected;
import org.jspecify.annotations.Nullable;

/**
 * The language of a record, decided between what the page declares and what its text shows. A
 * declaration that agrees with the text is kept, because it may name a region. One that a confident
 * detection contradicts is replaced, because templates often declare the language of their maker.
 *
 * @param tag BCP 47 tag, or null when neither says anything
 * @param detected what the text shows, or null
 * @param contradicted whether the text is in another language than the page declares
 */
record RecordLanguage(@Nullable String tag, @Nullable Detected detected, boolean contradicted) {
  static RecordLanguage of(@Nullable String declared, String text) {
    return decide(declared, Languages.bundled().detect(text));
  }

  static RecordLanguage decide(@Nullable String declared, @Nullable Detected detected) {
    if (detected == null || !detected.isConfident()) {
      return new RecordLanguage(declared, null, false);
    }
    if (declared == null) {
      return new RecordLanguage(detected.tag(), detected, false);
    }
    if (Languages.same(declared, detected.tag()) || !isKnown(declared)) {
      return new RecordLanguage(declared, null, false);
    }
    return new RecordLanguage(detected.tag(), detected, true);
  }

  /** A language that the detector does not know is always taken for a similar one. */
  private static boolean isKnown(String declared) {
    return Languages.bundled().tags().stream().anyMatch(tag -> Languages.same(tag, declared));
  }

  /**
   * Returns {@code found} with one entry for the language; where the detection decided, that entry
   * is the text's.
   */
  List<Evidence> evidence(List<Evidence> found) {
    if (detected == null) {
      return found;
    }
    List<Evidence> evidence = new ArrayList<>(found);
    evidence.removeIf(entry -> entry.field().equals("language"));
    String sure = String.format(Locale.ROOT, "%s %.2f", detected.tag(), detected.confidence());
    evidence.add(new Evidence("language", "text", null, sure));
    return evidence;
  }
}
