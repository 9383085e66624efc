package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reservoirs are 61 percent full",
        "Who will pay for the wheel?",
        "Les barrages remplis à 61 %",
        "Warum der Bus nicht kommt …",
        "水庫蓄水率達六成"
      })
  void headlinesFit(String line) {
    assertThat(HeadlineShape.fits(line, Tokens.count(line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The miller says that nobody has asked anybody for money in all of these three long years",
        "« Personne n’a rien demandé », raconte le charpentier",
        "\"Nobody asked,\" said the carpenter \"and nobody will\"",
        "The carpenter who led the work puts it in this way:",
        "Who is going to pay for the new wheel, asked the carpenter who led the work?",
        "It turned. Nobody had asked for it”",
        "The wheel turned again on Monday."
      })
  void paragraphsDoNot(String line) {
    assertThat(HeadlineShape.fits(line, Tokens.count(line))).isFalse();
  }
}
