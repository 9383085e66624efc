package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.page.InterstitialMarks;
import org.coupure.page.InterstitialMarks.Wall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 203, 204, 205})
  void successMayHoldAPage(int status) {
    assertThat(AnswerCheck.status(status, null, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0                             | 2026-11-22T10:00:00Z",
        "90                            | 2026-11-22T10:01:30Z",
        "1.5                           | 2026-11-22T10:00:02Z",
        "3600, 3600                    | 2026-11-22T11:00:00Z",
        "60, 3600                      | 2026-11-22T11:00:00Z",
        "999999999999999999            | 2027-11-23T10:00:00Z",
        "Sun, 22 Nov 2026 11:00:00 GMT | 2026-11-22T11:00:00Z",
        "Sunday, 22-Nov-26 11:00:00 GMT | 2026-11-22T11:00:00Z",
        "Sun Nov 22 11:00:00 2026      | 2026-11-22T11:00:00Z",
        "Fri, 01 Jan 9999 00:00:00 GMT | 2027-11-23T10:00:00Z",
      })
  void retryAfterIsSecondsOrADate(String header, Instant comeBack) {
    assertThat(AnswerCheck.comeBack(header, NOW)).isEqualTo(comeBack);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e3", "99999999999999999999", "2026-11-22"})
  void unreadableRetryAfterIsIgnored(String header) {
    assertThat(AnswerCheck.comeBack(header, NOW)).isNull();
  }

  @Test
  void headersOfAChallengeSayMoreThanTheStatus() {
    Optional<Wall> wall =
        InterstitialMarks.bundled().inHeaders(Map.of("cf-mitigated", List.of("challenge")));

    assertThat(AnswerCheck.wall(wall, 403))
        .contains(
            new FetchFailure(
                Outcome.BLOCKED,
                Reason.CHALLENGE,
                "status 403 Forbidden; the server asks to prove to be a person (cf-mitigated:"
                    + " challenge)"));
    assertThat(AnswerCheck.wall(Optional.empty(), 403)).isEmpty();
  }

  @Test
  void tooManyRequestsWithoutATimeIsStillARateLimit() {
    assertThat(AnswerCheck.status(429, "soon", NOW))
        .contains(
            new FetchFailure(
                Outcome.BLOCKED,
                Reason.RATE_LIMITED,
                "status 429 Too Many Requests; the server does not say when to come back"));
  }

  @Test
  void unavailableUntilLaterIsARateLimit() {
    assertThat(AnswerCheck.status(503, "Sun, 22 Nov 2026 09:00:00 GMT", NOW))
        .contains(
            new FetchFailure(
                Outcome.BLOCKED,
                Reason.RATE_LIMITED,
                "status 503 Service Unavailable; the server asks to come back after"
                    + " 2026-11-22T09:00:00Z, in 0 s"));
  }

  @Test
  void partOfAPageIsNotThePage() {
    assertThat(AnswerCheck.status(206, null, NOW))
        .contains(
            FetchFailure.failed(
                Reason.TRUNCATED, "status 206: a part of the page, though all was asked for"));
  }
}
