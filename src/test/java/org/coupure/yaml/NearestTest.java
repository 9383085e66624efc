package org.coupure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> VERBS =
      List.of("clean", "fetch", "run", "watch", "explain", "rules", "schema", "help", "version");

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
    assertThat(Nearest.distance(a, b)).isEqualTo(distance);
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
    assertThat(Nearest.of(typed, VERBS)).isEqualTo(meant);
  }

  @Test
  void suggestsNothingForAWordThatIsFarFromAll() {
    assertThat(Nearest.of("harvest", VERBS)).isNull();
    assertThat(Nearest.question("harvest", VERBS)).isEmpty();
  }

  @Test
  void takesTheFirstOfEquals() {
    assertThat(Nearest.of("cat", List.of("bat", "car"))).isEqualTo("bat");
  }

  @Test
  void keysAndVerbsAreFoundAlike() {
    assertThat(Nearest.hint("claen", VERBS)).isEqualTo("; did you mean `clean`?");
    assertThat(Nearest.question("claen", VERBS)).isEqualTo(" Did you mean clean?");
  }
}
