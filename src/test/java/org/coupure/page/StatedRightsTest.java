package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coupure.article.Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedRightsTest {
  private static Rights of(Map<String, List<String>> headers) {
    return StatedRights.of(headers, "coupure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noindex | noindex",
        "NoIndex, NoArchive | noindex, noarchive",
        "coupure: noarchive | noarchive",
        "otherbot: noindex |",
        "unavailable_after: 25 Jun 2030 15:00:00 GMT | unavailable_after: 25 jun 2030 15:00:00 gmt",
        "max-snippet: 20 | max-snippet: 20",
        "'' |",
      })
  void robotsTagIsReadAsThisVisitor(String tag, String robots) {
    assertThat(of(Map.of("x-robots-tag", List.of(tag))).robots()).isEqualTo(robots);
  }

  @Test
  void severalRobotsTagsAddUp() {
    Map<String, List<String>> headers = Map.of("x-robots-tag", List.of("noindex", "a: b", "noai"));

    assertThat(of(headers).robots()).isEqualTo("noindex, noai");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, false", "2,", "yes,", "'',"})
  void reservationIsOneOrNought(String value, Boolean reserved) {
    Rights rights =
        of(
            Map.of(
                "tdm-reservation", List.of(value),
                "tdm-policy", List.of("https://a.example/tdm.json")));

    assertThat(rights.tdmReservation()).isEqualTo(reserved);
    assertThat(rights.tdmPolicy())
        .isEqualTo(reserved == null ? null : "https://a.example/tdm.json");
  }

  @Test
  void usageAndLicenceAreReadToo() {
    Map<String, List<String>> headers =
        Map.of(
            "content-usage", List.of("train-ai=y"),
            "link", List.of("<https://a.example/own.xml>; rel=\"license\""));

    assertThat(of(headers))
        .isEqualTo(new Rights("https://a.example/own.xml", null, null, null, null, "train-ai=y"));
  }

  @Test
  void otherLinksAreNoLicences() {
    assertThat(of(Map.of("link", List.of("</x>; rel=preload, </y>; rel=\"next\""))).license())
        .isNull();
  }
}
