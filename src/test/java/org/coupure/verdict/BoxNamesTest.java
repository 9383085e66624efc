package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.NameWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxNamesTest {
  private static final BoxNames NAMES = new BoxNames("cookie", "cookies", "rgpd", "infolettre");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ''",
        "cookie | cookie",
        "site-cookies wide | cookies",
        "COOKIE_BAR | cookie",
        "INFOLETTRE | infolettre",
        "infoLettre | infolettre",
        "cookieBar | ''",
        "theInfoLettre | ''",
        "rgpd2 cookie | rgpd",
        "cookiebar | ''",
        "fortune-cook | ''",
        "écookie | ''",
        "@cookie[rgpd | cookie",
        "recipe-rgp | ''",
      })
  void theFirstWholeWordThatIsANameIsFound(String attribute, String name) {
    NameWords words = new NameWords();

    assertThat(NAMES.in(words, words.number(attribute))).isEqualTo(name);
  }
}
