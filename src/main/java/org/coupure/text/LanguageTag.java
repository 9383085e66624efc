package org.coupure.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the languages that pages declare, and tells them from what is no language. */
public final class LanguageTag {
  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

  /** ISO 639-2 codes that say that a text has no language, many, or one without a code. */
  private static final Set<String> NO_LANGUAGE = Set.of("zxx", "mul", "mis", "und");

  private LanguageTag() {}

  /**
   * Returns {@code declared} as a well-formed BCP 47 tag, en_GB as en-GB; null when its language is
   * no code of ISO 639. What follows the first comma, semicolon, space, dot or at sign is left out,
   * because pages list several languages and name charsets (de_DE.utf8).
   */
  public static @Nullable String of(@Nullable String declared) {
    if (declared == null) {
      return null;
    }
    int end = 0;
    while (end < declared.length() && ",; .@".indexOf(declared.charAt(end)) < 0) {
      end++;
    }
    Locale locale = Locale.forLanguageTag(declared.substring(0, end).replace('_', '-'));
    return isLanguage(locale) ? locale.toLanguageTag() : null;
  }

  /** Java lists the codes of two letters; of the others it has a name for those in use (CLDR). */
  private static boolean isLanguage(Locale locale) {
    String code = locale.getLanguage();
    return TWO_LETTERS.contains(code)
        || (code.length() == 3
            && !NO_LANGUAGE.contains(code)
            && !locale.getDisplayLanguage(Locale.ENGLISH).equals(code));
  }
}
