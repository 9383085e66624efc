package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HelpPageTest {
  static final Iterable<String> VERBS = Verbs.NAMES;

  @ParameterizedTest
  @FieldSource("VERBS")
  void fitsOnAScreen(String verb) {
    String page = HelpPage.of(Verbs.find(verb));

    assertThat(page.lines()).hasSizeLessThan(60);
    assertThat(page.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @FieldSource("VERBS")
  void explainsItselfWithExamples(String verb) {
    String page = HelpPage.of(Verbs.find(verb));

    assertThat(page).startsWith("Usage: coupure " + verb).endsWith("\n").contains("\nExamples:\n");
    assertThat(page.lines().filter(line -> line.contains("coupure " + verb))).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @FieldSource("VERBS")
  void isTheSameFromBothWays(String verb) {
    String page = HelpPage.of(Verbs.find(verb));

    assertThat(Session.of("help", verb).out()).isEqualTo(page);
    assertThat(Session.of(verb, "--help").out()).isEqualTo(page);
    assertThat(Session.of(verb, "-h").code()).isZero();
  }

  @ParameterizedTest
  @FieldSource("VERBS")
  void explainsEveryOptionWhenAskedForAll(String verb) {
    String page = Session.of("help", verb, "--all").out();

    assertThat(Verbs.find(verb).options().getOptions())
        .allSatisfy(option -> assertThat(page).containsPattern("\n .*--" + option.getLongOpt()));
    assertThat(page).doesNotContain("--all\": ");
  }

  @Test
  void namesTheOptionsThatItDoesNotExplain() {
    assertThat(HelpPage.of(new CleanVerb()))
        .contains("\"coupure help clean --all\"")
        .contains("csv-guard")
        .doesNotContain("--csv-guard");
  }

  @Test
  void hasAdvancedOptionsOfTheTwoLongVerbsOnly() {
    assertThat(Run.ADVANCED_OPTIONS)
        .allMatch(
            name ->
                new CleanVerb().options().hasLongOption(name)
                    || new FetchVerb().options().hasLongOption(name));
  }
}
