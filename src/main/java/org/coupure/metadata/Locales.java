package org.coupure.metadata;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.page.Head;
import org.coupure.page.Url;
import org.coupure.text.LanguageTag;
import org.coupure.text.Languages;
import org.coupure.text.Languages.Detected;
import org.jspecify.annotations.Nullable;

/** Reads the language that a page declares, or else shows. */
final class Locales {
  /** So many characters tell a language surely. */
  private static final int SAMPLE = 1000;

  /** Shorter lines are menus and names (characters). */
  private static final int LEAST_LINE = 40;

  private Locales() {}

  /**
   * Returns the declared language, or the one that the text shows when none is declared, with the
   * country of the page's URL when the page names none: it decides how dates are read. {@link
   * Locale#ROOT} when nothing is known.
   */
  static Locale of(@Nullable String declared, Blocks blocks, @Nullable String url) {
    Locale locale = declared == null ? spoken(blocks) : Locale.forLanguageTag(declared);
    String host = Url.host(url);
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

  /** Many a saved page declares nothing, and a dump can't. */
  private static Locale spoken(Blocks blocks) {
    StringBuilder sample = new StringBuilder(SAMPLE);
    for (Block block : blocks.list()) {
      String text = block.text();
      if (text.length() >= LEAST_LINE && sample.length() < SAMPLE) {
        sample.append(text, 0, Math.min(text.length(), SAMPLE)).append('\n');
      }
    }
    Detected detected = Languages.bundled().detect(sample.toString());
    return detected == null || !detected.isConfident()
        ? Locale.ROOT
        : Locale.forLanguageTag(detected.tag());
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
  static @Nullable String declared(Head head) {
    return Stream.of(
            head.language(),
            head.meta("content-language"),
            head.meta("og:locale"),
            head.meta("dc.language"))
        .map(LanguageTag::of)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
