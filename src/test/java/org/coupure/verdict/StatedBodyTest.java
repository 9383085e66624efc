package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.Cut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedBodyTest {
  private static StatedBody of(String json) {
    return StatedBody.of(Cut.page("<script type='application/LD+json'>" + json + "</script><p>x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"articleBody\": \"un deux trois\"} | 1",
        "{\"articleBody\":\"Un, DEUX; trois!\"} | 1",
        "{\"articleBody\": \"un deux\\ntrois\"} | 1",
        "{\"articleBody\": \"un \\u0064eux trois\"} | 1",
        "{\"articleBody\": \"<p>un <b>deux</b> trois</p>\"} | 1",
        "{\"articleBody\": \"un deux quatre\"} | 0.5",
        "{\"articleBody\": \"quatre cinq\"} | 0",
        "{\"@graph\": [{\"articleBody\": \"un deux trois\", broken | 1",
        "{\"articleBody\": \"un deux trois | 1",
      })
  void shareIsOfThePairsOfWords(String json, float share) {
    assertThat(of(json).share("Un deux trois")).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"articleBody\": \"\"}",
        "{\"articleBody\"",
        "{\"articleBody\": \"un\"}",
        "{\"articleBody\": \"\\u\"}",
        "{\"articleBody\": \"\\",
        "{\"articleBody\": \"\\u00zz\"}",
      })
  void withoutABodyThereIsNoShare(String json) {
    assertThat(of(json).share("un deux")).isEqualTo(-1);
    assertThat(of(json).size()).isZero();
  }

  @Test
  void oneWordHasNoPairs() {
    assertThat(of("{\"articleBody\": \"un deux\"}").share("un")).isZero();
    assertThat(of("{\"articleBody\": \"un deux\"}").share("…")).isZero();
  }

  @Test
  void otherScriptsAreNotRead() {
    String html = "<script>{\"articleBody\": \"un deux\"}</script>";

    assertThat(StatedBody.of(Cut.page(html)).size()).isZero();
  }

  @Test
  void longBodiesAreCut() {
    String body = "un deux ".repeat(7_500) + "neuf dix";

    assertThat(of("{\"articleBody\": \"" + body + "\"}").share("un deux")).isEqualTo(1);
    assertThat(of("{\"articleBody\": \"" + body + "\"}").share("neuf dix")).isZero();
  }
}
