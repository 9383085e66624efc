package org.coupure.query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;

/**
 * Takes the endings off the words of one language, by <a
 * href="https://snowballstem.org/">Snowball</a>'s algorithms. Not thread-safe. The library is
 * loaded with the first word.
 */
final class Stemmer {
  /** Snowball's names of algorithms by language; the library has them as classes. */
  private static final Map<String, String> ALGORITHMS =
      Map.ofEntries(
          Map.entry("ar", "Arabic"),
          Map.entry("ca", "Catalan"),
          Map.entry("da", "Danish"),
          Map.entry("de", "German"),
          Map.entry("el", "Greek"),
          Map.entry("en", "English"),
          Map.entry("es", "Spanish"),
          Map.entry("et", "Estonian"),
          Map.entry("eu", "Basque"),
          Map.entry("fi", "Finnish"),
          Map.entry("fr", "French"),
          Map.entry("ga", "Irish"),
          Map.entry("hi", "Hindi"),
          Map.entry("hu", "Hungarian"),
          Map.entry("hy", "Armenian"),
          Map.entry("id", "Indonesian"),
          Map.entry("it", "Italian"),
          Map.entry("lt", "Lithuanian"),
          Map.entry("nb", "Norwegian"),
          Map.entry("ne", "Nepali"),
          Map.entry("nl", "Dutch"),
          Map.entry("nn", "Norwegian"),
          Map.entry("no", "Norwegian"),
          Map.entry("pt", "Portuguese"),
          Map.entry("ro", "Romanian"),
          Map.entry("ru", "Russian"),
          Map.entry("sr", "Serbian"),
          Map.entry("sv", "Swedish"),
          Map.entry("ta", "Tamil"),
          Map.entry("tr", "Turkish"),
          Map.entry("yi", "Yiddish"));

  /** Languages whose stemmer takes off prefixes, too. */
  private static final Set<String> PREFIXING = Set.of("ar", "id", "ga", "ta");

  private final String language;
  private final @Nullable String algorithm;
  private final Map<String, String> stems = new HashMap<>();
  private @Nullable SnowballStemmer program;

  /**
   * @param tag the BCP 47 tag of the words' language, or null when it is not known
   */
  Stemmer(@Nullable String tag) {
    String lower = tag == null ? "" : tag.toLowerCase(Locale.ROOT);
    int end = lower.indexOf('-');
    language = end < 0 ? lower : lower.substring(0, end);
    algorithm = ALGORITHMS.get(language);
  }

  /** Returns whether this language has a stemmer. */
  boolean stems() {
    return algorithm != null;
  }

  /** Returns whether a word and its stem may begin with different letters. */
  boolean changesBeginnings() {
    return PREFIXING.contains(language);
  }

  /** Returns the stem of a word, folded; the folded word where there is no stemmer. */
  String stem(String word) {
    return stems.computeIfAbsent(word, this::compute);
  }

  private String compute(String word) {
    if (algorithm == null) {
      return WordIndex.folded(word);
    }
    if (program == null) {
      program = load(algorithm);
    }
    program.setCurrent(word.toLowerCase(Locale.forLanguageTag(language)));
    program.stem();
    return WordIndex.folded(program.getCurrent());
  }

  private static SnowballStemmer load(String algorithm) {
    String name = "org.tartarus.snowball.ext." + algorithm + "Stemmer";
    try {
      return Class.forName(name)
          .asSubclass(SnowballStemmer.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "there is no " + name + ": lucene-analysis-common must be on the class path", e);
    }
  }
}
