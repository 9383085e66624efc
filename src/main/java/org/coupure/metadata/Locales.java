package org.coupure.metadata;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the language that a page declares. */
final class Locales {
  private Locales() {}

  /**
   * Returns the declared language, with the country of the page's address when the page names none:
   * it decides how dates are read. {@link Locale#ROOT} when nothing is known.
   */
  static Locale of(HeadFacts head, @Nullable String url) {
    String declared = declared(head);
    Locale locale = declared == null ? Locale.ROOT : Locale.forLanguageTag(declared);
    String host = Addresses.host(url);
    if (!locale.getCountry().isEmpty() || host == null) {
      return locale;
    }
    String top = host.substring(host.lastIndexOf('.') + 1);
    if (top.length() != 2 || !isCountry(top)) {
      return locale;
    }
    String country = top.equals("uk") ? "GB" : top.toUpperCase(Locale.ROOT);
    return new Locale.Builder().setLanguage(locale.getLanguage()).setRegion(country).build();
  }

  /** Quirk: these are sold as names, not used as countries. */
  private static boolean isCountry(String top) {
    return " io co tv me ai ly fm gg to cc ws eu ".indexOf(" " + top + " ") < 0
        && Character.isLetter(top.charAt(0))
        && Character.isLetter(top.charAt(1))
        && top.charAt(0) < 128
        && top.charAt(1) < 128;
  }

  /** Returns what the page declares as a BCP 47 tag, or null. */
  static @Nullable String declared(HeadFacts head) {
    String tag = tag(head.language());
    if (tag == null) {
      tag = tag(head.meta("content-language"));
    }
    if (tag == null) {
      tag = tag(head.meta("og:locale"));
    }
    if (tag == null) {
      tag = tag(head.meta("dc.language"));
    }
    return tag;
  }

  /** Returns {@code code} as a well-formed tag: en_GB as en-GB; or null. */
  static @Nullable String tag(@Nullable String code) {
    if (code == null) {
      return null;
    }
    int end = 0;
    while (end < code.length() && ",; .@".indexOf(code.charAt(end)) < 0) {
      end++;
    }
    String tag = Locale.forLanguageTag(code.substring(0, end).replace('_', '-')).toLanguageTag();
    boolean plain = !tag.equals("und") && !tag.startsWith("x-");
    return plain && tag.indexOf('-') != 4 ? tag : null;
  }
}
