package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolitenessTest {
  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");
  private static final Politeness MANNERS = Politeness.DEFAULT;

  private static Fetched refused(Reason reason, int status, Instant comeBack) {
    return new Fetched.Refused(Clip.failed("x", reason, "so"), status, comeBack, Duration.ZERO);
  }

  private static HostState after(HostState before, Fetched end, double chance) {
    return MANNERS.after(before, end, Duration.ZERO, null, NOW, chance);
  }

  private static Duration pause(HostState state) {
    return Duration.between(NOW, state.notBefore());
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,    , PT1S",
    "PT0.9S,  , PT1S",
    "PT3S,    , PT3S",
    "PT5M,    , PT1M",
    "PT0S, PT10S, PT10S",
    "PT30S, PT10S, PT30S",
    "PT0S, PT24H, PT1M",
    "PT0S, PT0.1S, PT1S",
  })
  void restFollowsDelayAndAnswerTime(Duration took, Duration crawlDelay, Duration rest) {
    assertThat(MANNERS.rest(took, crawlDelay)).isEqualTo(rest);
  }

  @Test
  void pausesDoubleUpToADayAndGoOnForEver() {
    List<Duration> pauses = new ArrayList<>();
    HostState state = HostState.UNKNOWN;
    for (int i = 0; i < 16; i++) {
      state = after(state, refused(Reason.TIMEOUT, 0, null), 0.5);
      pauses.add(pause(state));
    }

    assertThat(pauses.subList(0, 4))
        .containsExactly(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofSeconds(80));
    assertThat(pauses.subList(14, 16)).containsOnly(Duration.ofDays(1));
    assertThat(state.failures()).isEqualTo(16);
    assertThat(state.failingSince()).isEqualTo(NOW);
  }

  @Test
  void failuresWithoutEndDoNotOverflow() {
    HostState old = new HostState(NOW, Integer.MAX_VALUE - 1, NOW, Reason.DNS);

    assertThat(pause(after(old, refused(Reason.DNS, 0, null), 0.5))).isEqualTo(Duration.ofDays(1));
  }

  @ParameterizedTest
  @CsvSource({"0, PT7.5S", "0.5, PT10S", "0.999, PT12.495S"})
  void chanceSpreadsThePauses(double chance, Duration pause) {
    assertThat(pause(after(HostState.UNKNOWN, refused(Reason.TIMEOUT, 0, null), chance)))
        .isEqualTo(pause);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT10S",
    "PT-1H, PT10S",
    "PT30S, PT30.5S",
    "PT12H, PT12H0.5S",
    "P366D, PT24H0.5S"
  })
  void serverSaysWhenToComeBackWithinADay(Duration asked, Duration pause) {
    Fetched busy = refused(Reason.RATE_LIMITED, 429, NOW.plus(asked));

    assertThat(pause(after(HostState.UNKNOWN, busy, 0.5))).isEqualTo(pause);
  }

  @Test
  void refusedAgainAfterTheTimeThatTheServerSaidWaitsLongerAndLonger() {
    HostState state = HostState.UNKNOWN;
    for (int i = 0; i < 5; i++) {
      state = after(state, refused(Reason.RATE_LIMITED, 429, NOW.plusSeconds(1)), 0.5);
    }

    assertThat(pause(state)).isEqualTo(Duration.ofSeconds(160));
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"DNS", "CONNECTION", "TLS", "TIMEOUT", "RATE_LIMITED", "CHALLENGE"})
  void theseAreTheHostsTrouble(Reason reason) {
    assertThat(after(HostState.UNKNOWN, refused(reason, 0, null), 0).trouble()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_STATUS, 500, true",
    "HTTP_STATUS, 599, true",
    "HTTP_STATUS, 408, true",
    "HTTP_STATUS, 404, false",
    "FORBIDDEN, 403, false",
    "TOO_LARGE, 200, false",
    "BINARY, 200, false",
    "REDIRECTS, 302, false",
  })
  void statusTellsThePagesTroubleFromTheHosts(Reason reason, int status, boolean trouble) {
    HostState state = after(HostState.UNKNOWN, refused(reason, status, null), 0);

    assertThat(state.trouble() != null).isEqualTo(trouble);
  }

  @Test
  void oneSuccessForgetsAllFailures() {
    HostState failing = new HostState(NOW, 9, NOW.minusSeconds(86_400), Reason.DNS);

    assertThat(after(failing, null, 0)).isEqualTo(new HostState(NOW.plusSeconds(1), 0, null, null));
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> MANNERS.withDelay(Duration.ofSeconds(-1)))
        .hasMessage("delay must not be negative, was PT-1S");
    assertThatThrownBy(() -> MANNERS.withPerHost(0))
        .hasMessage("visits per host must be at least 1, were 0");
  }
}
