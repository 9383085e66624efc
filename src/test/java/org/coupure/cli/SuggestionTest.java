package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "clean, clean, 0",
    "claen, clean, 1",
    "clan, clean, 1",
    "cleanse, clean, 2",
    "'', clean, 5",
    "clean, '', 5",
    "abcd, badc, 2"
  })
  void countsWhatMustChange(String a, String b, int distance) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(distance);
  }

  @ParameterizedTest
  @CsvSource({
    "claen, clean",
    "ftech, fetch",
    "explian, explain",
    "verson, version",
    "shema, schema",
    "xplain, explain"
  })
  void findsTheVerbThatWasMeant(String typed, String meant) {
    assertThat(Suggestion.nearest(typed, Verbs.NAMES)).isEqualTo(meant);
  }

  @Test
  void suggestsNothingForAWordThatIsFarFromAll() {
    assertThat(Suggestion.nearest("harvest", Verbs.NAMES)).isNull();
    assertThat(Suggestion.question("harvest", Verbs.NAMES)).isEmpty();
  }

  @Test
  void takesTheFirstOfEquals() {
    assertThat(Suggestion.nearest("cat", List.of("bat", "car"))).isEqualTo("bat");
  }
}
