package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.byline.SiteNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
  private static final SiteNames SITE =
      SiteNames.of(List.of("The Daily Example"), "dailyexample.org");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          A headline | The Daily Example        ; A headline
          A headline - The Daily Example        ; A headline
          A headline – dailyexample.org         ; A headline
          A headline — Daily Example            ; A headline
          A headline » The Daily Example        ; A headline
          A headline · The Daily Example        ; A headline
          The Daily Example - A headline        ; A headline
          A headline - with a dash              ; A headline - with a dash
          Twenty-one well-known facts           ; Twenty-one well-known facts
          The Daily Example                     ; The Daily Example
          « Nous partons » | The Daily Example  ; « Nous partons »
          Le maire : « Nous partons »           ; Le maire : « Nous partons »
          A headline « The Daily Example        ; A headline
          """)
  void takesTheSitesNameOff(String title, String headline) {
    assertThat(Titles.withoutSite(title, SITE)).isEqualTo(headline);
  }

  @Test
  void keepsWhatStandsBeforeTheBar() {
    assertThat(Titles.beforePipe("A headline of some length | Politics"))
        .isEqualTo("A headline of some length");
    assertThat(Titles.beforePipe("News | A headline")).isEqualTo("News | A headline");
  }
}
