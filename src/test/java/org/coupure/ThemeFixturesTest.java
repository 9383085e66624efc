package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of {@code fixtures/themes/THEME/LANGUAGE[-VARIANT]} is clipped without any theme, with
 * its own theme alone and with all bundled ones, and compared word by word with what is its text.
 */
class ThemeFixturesTest {
  private static final Path FIXTURES = Path.of("fixtures/themes");
  private static final Path THEMES = Path.of("config/themes");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** A rule of the same name replaces a bundled one; this one fits no page. */
  private static final String SILENT = "match: {classes: fits-no-page}\nremove: .fits-no-page\n";

  @TempDir private static Path folder;

  private static Clipper generic;
  private static final Clipper ALL = Clipper.create();

  @BeforeAll
  static void silenceAll() throws IOException {
    generic = without(themes(), "none");
  }

  static List<String> themes() throws IOException {
    return names(THEMES).stream().map(name -> name.replace(".yaml", "")).toList();
  }

  private static List<String> names(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void noFixtureIsForAThemeThatIsNotThere() throws IOException {
    assertThat(names(FIXTURES)).containsExactlyInAnyOrderElementsOf(themes());
  }

  @ParameterizedTest
  @MethodSource("themes")
  void aThemeHasFixturesInTwoLanguages(String theme) throws IOException {
    Set<String> languages =
        names(FIXTURES.resolve(theme)).stream()
            .map(ThemeFixturesTest::language)
            .collect(Collectors.toSet());

    assertThat(languages).as("languages of fixtures/themes/%s", theme).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void aThemeAloneBeatsTheGenericPathInEachLanguageAndNeverLoses(String theme) throws IOException {
    List<String> others = themes().stream().filter(name -> !name.equals(theme)).toList();
    Clipper alone = without(others, theme);
    Map<String, Double> gains = new TreeMap<>();

    for (String name : names(FIXTURES.resolve(theme))) {
      Path fixture = FIXTURES.resolve(theme).resolve(name);
      double gain = f1(alone, fixture) - f1(generic, fixture);
      assertThat(gain).as(fixture.toString()).isNotNegative();
      gains.merge(language(name), gain, Math::max);
    }

    assertThat(gains)
        .as("the most that %s gains, by language", theme)
        .allSatisfy((language, gain) -> assertThat(gain).as(language).isPositive());
  }

  @ParameterizedTest
  @MethodSource("themes")
  void allThemesTogetherGiveTheText(String theme) throws IOException {
    for (String name : names(FIXTURES.resolve(theme))) {
      Path fixture = FIXTURES.resolve(theme).resolve(name);

      assertThat(words(text(ALL, fixture)))
          .as(fixture.toString())
          .isEqualTo(words(Files.readString(fixture.resolve("expected.txt"))));
    }
  }

  private static String language(String name) {
    return name.replaceFirst("-.*", "");
  }

  private static Clipper without(List<String> silenced, String name) throws IOException {
    Path themes = Files.createDirectories(folder.resolve(name).resolve("themes"));
    for (String theme : silenced) {
      Files.writeString(themes.resolve(theme + ".yaml"), SILENT);
    }
    return Clipper.builder().rules(RuleBook.load(List.of(themes.getParent()))).build();
  }

  private static String text(Clipper clipper, Path fixture) {
    try {
      byte[] html = Files.readAllBytes(fixture.resolve("page.html"));
      Page page = Page.builder("page.html", html).url("https://www.example.org/2026/a").build();
      Article article = clipper.clip(page).article();
      return article == null ? "" : article.text();
    } catch (IOException bad) {
      throw new UncheckedIOException(bad);
    }
  }

  private static double f1(Clipper clipper, Path fixture) throws IOException {
    Map<String, Integer> found = words(text(clipper, fixture));
    Map<String, Integer> wanted = words(Files.readString(fixture.resolve("expected.txt")));
    int common = 0;
    for (Map.Entry<String, Integer> word : found.entrySet()) {
      common += Math.min(word.getValue(), wanted.getOrDefault(word.getKey(), 0));
    }
    return 2.0 * common / (size(found) + size(wanted));
  }

  private static int size(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.merge(matcher.group(), 1, Integer::sum);
    }
    return words;
  }
}
