package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import okhttp3.HttpUrl;
import org.coupure.article.Rights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TdmRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");

  private static final String FILE =
      """
      [
        {"location": "/open/", "tdm-reservation": 0},
        {"location": "/*.pdf$", "tdm-reservation": "1"},
        {"location": "/wrong/", "tdm-reservation": 2},
        {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://a.example/policy"}
      ]
      """;

  private static Rights rights(String json, String path) {
    TdmRules rules = TdmRules.of(TdmFile.of(json, NOW));
    return rules.rights(HttpUrl.get("https://a.example" + path));
  }

  @ParameterizedTest
  @CsvSource({
    "/open/page, false,",
    "/x.pdf, true,",
    "/x.pdf?y, true, https://a.example/policy",
    "/wrong/page, true, https://a.example/policy",
    "/, true, https://a.example/policy",
  })
  void firstMatchStands(String path, boolean reserved, String policy) {
    assertThat(rights(FILE, path)).isEqualTo(new Rights(null, null, reserved, policy, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{}",
        "[]",
        "[1, null, []]",
        "[{\"location\": \"/\"}]",
        "[{\"tdm-reservation\": 1}]",
        "[{\"location\": \"/other\", \"tdm-reservation\": 1}]",
        "[{\"location\": \"/\", \"tdm-reservation\": 1}",
      })
  void whatBreaksTheProtocolSaysNothing(String json) {
    assertThat(rights(json, "/x")).isEqualTo(Rights.UNSTATED);
  }

  @Test
  void aByteOrderMarkIsNoHindrance() {
    assertThat(rights("\uFEFF" + FILE, "/").tdmReservation()).isTrue();
  }

  @Test
  void nestingWithoutEndIsNotFollowed() {
    assertThat(rights("[".repeat(100_000), "/x")).isEqualTo(Rights.UNSTATED);
  }

  @Test
  void isGoodForADay() {
    assertThat(TdmFile.of("", NOW).isFresh(NOW.plusSeconds(86_399))).isTrue();
    assertThat(TdmFile.of("", NOW).isFresh(NOW.plusSeconds(86_400))).isFalse();
  }
}
