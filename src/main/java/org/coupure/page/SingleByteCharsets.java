package org.coupure.page;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.coupure.page.Alphabets.Fit;

/**
 * Looks again at what the statistical detector calls windows-1252 or Cyrillic, because it knows no
 * charset of Central Europe, Turkey, the Baltic, Arabia, DOS or the old Macintosh and takes their
 * pages for those.
 */
final class SingleByteCharsets {
  /**
   * A text read rightly had at least .98 of its letters in one alphabet, and read wrongly at most
   * .85, in trials of fifty words of each language.
   */
  private static final double GOOD = 0.97;

  private static final double BAD = 0.93;

  /** With fewer letters a loan word or a name may be all of them. */
  private static final int FEWEST_LETTERS = 5;

  /** The bytes to decode once a candidate (the detector's own window is as wide). */
  private static final int WINDOW = 65_536;

  /** What the detector says where it has no better name. */
  private static final Set<String> SUSPECT =
      Set.of("windows-1252", "windows-1251", "KOI8-R", "IBM866", "IBM855", "ISO-8859-5");

  /** The likelier first. */
  private static final List<Charset> CANDIDATES =
      known(
          "windows-1252",
          "windows-1251",
          "windows-1250",
          "ISO-8859-2",
          "windows-1254",
          "windows-1256",
          "ISO-8859-6",
          "windows-1257",
          "KOI8-U",
          "x-MacCyrillic",
          "x-MacRoman",
          "IBM850",
          "IBM852");

  private SingleByteCharsets() {}

  /** Returns the charset that {@code bytes} fit clearly better than {@code guessed}, or that. */
  static Charset secondLook(byte[] bytes, int from, Charset guessed) {
    if (!SUSPECT.contains(guessed.name())) {
      return guessed;
    }
    Fit fit = fit(bytes, from, guessed);
    if (fit.share() > BAD || fit.letters() < FEWEST_LETTERS) {
      return guessed;
    }
    Charset best = guessed;
    double most = GOOD;
    for (Charset candidate : CANDIDATES) {
      Fit other = fit(bytes, from, candidate);
      if (other.letters() >= FEWEST_LETTERS && other.share() > most) {
        best = candidate;
        most = other.share();
      }
    }
    return best;
  }

  private static Fit fit(byte[] bytes, int from, Charset charset) {
    int length = Math.min(bytes.length - from, WINDOW);
    return Alphabets.bundled().fit(new String(bytes, from, length, charset));
  }

  /** Small runtimes leave out the rarer ones. */
  private static List<Charset> known(String... names) {
    List<Charset> known = new ArrayList<>();
    for (String name : names) {
      if (Charset.isSupported(name)) {
        known.add(Charset.forName(name));
      }
    }
    return List.copyOf(known);
  }
}
