package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Provenance;
import org.coupure.article.Reason;
import org.coupure.fetch.Fetched;
import org.coupure.watch.Configuration.Alarm;
import org.coupure.watch.SourceState.Mood;
import org.coupure.watch.State.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pure decisions of a watch, as tables. */
class DecisionsTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final Alarm ALARM = new Alarm(List.of(), null, Duration.ofDays(3), 2);

  private static Known known(String hash) {
    return hash == null ? null : new Known("id", hash, 1, "a.example");
  }

  private static Clip clip(Outcome outcome, Reason reason) {
    return new Clip("https://a.example/x", outcome, reason, null, null);
  }

  private static Fetched.Refused refused(Reason reason, int status, Instant comeBack) {
    return new Fetched.Refused(clip(Outcome.FAILED, reason), status, comeBack, Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    ", 100, , , NEW",
    "h, 100, h, h, UNCHANGED",
    "old, 100, , , REVISED",
    "old, 100, h, h, REVISED",
    ", 100, h, h, MOVED",
    ", 100, , h, COPY",
    ", 39, h, h, NEW",
    ", 39, , h, NEW",
  })
  void tellsNewFromKnown(String own, int words, String here, String anywhere, ChangeKind expected) {
    assertThat(ChangeKind.of(known(own), "h", words, known(here), known(anywhere)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMEOUT, 0, 0, PT10M, 1",
    "TIMEOUT, 0, 1, PT30M, 2",
    "TIMEOUT, 0, 5, PT40H30M, 6",
    "TIMEOUT, 0, 7, PT48H, 8",
    "TIMEOUT, 0, 8, , 9",
    "HTTP_STATUS, 404, 0, PT10M, 1",
    "HTTP_STATUS, 404, 1, , 2",
    "HTTP_STATUS, 500, 1, PT30M, 2",
    "ROBOTS, 0, 0, , 1",
    "BINARY, 200, 0, , 1",
    "UNSAFE_ADDRESS, 0, 0, , 1",
  })
  void triesAgainForAWeek(Reason reason, int status, int before, Duration pause, int attempts) {
    Retry retry = Retry.of(refused(reason, status, null), before, NOW);

    assertThat(retry.at()).isEqualTo(pause == null ? null : NOW.plus(pause));
    assertThat(retry.attempts()).isEqualTo(attempts);
  }

  @Test
  void waitingForAHostIsNoFailureOfThePage() {
    Instant later = NOW.plus(Duration.ofHours(3));

    assertThat(Retry.of(refused(Reason.POSTPONED, 0, later), 4, NOW))
        .isEqualTo(new Retry(later, 4));
    assertThat(Retry.of(refused(Reason.RATE_LIMITED, 429, later), 4, NOW))
        .isEqualTo(new Retry(later, 4));
  }

  @Test
  void pagesWithoutTextGetAChanceAndIndexesNone() {
    assertThat(Retry.of(clip(Outcome.EMPTY, Reason.NO_TEXT), 0, NOW).at())
        .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(Retry.of(clip(Outcome.EMPTY, Reason.NO_TEXT), 2, NOW).at()).isNull();
    assertThat(Retry.of(clip(Outcome.INDEX_PAGE, Reason.LISTING), 0, NOW).at()).isNull();
  }

  private static SourceState after(SourceState before, int found, String failure, Instant now) {
    SourceRun run = new SourceRun();
    run.listing(failure, failure != null);
    run.found(found);
    return before.after(run, now, now.plusSeconds(60), ALARM);
  }

  @Test
  void aSourceThatFailsTwiceIsBrokenAndFineAgainAfterASuccess() {
    SourceState once = after(SourceState.unknown("a"), 0, "timeout", NOW);
    SourceState twice = after(once, 0, "timeout", NOW);
    SourceState again = after(twice, 1, null, NOW);

    assertThat(once.mood()).isEqualTo(Mood.FINE);
    assertThat(twice.mood()).isEqualTo(Mood.BROKEN);
    assertThat(twice.trouble()).isEqualTo("timeout");
    assertThat(again.mood()).isEqualTo(Mood.FINE);
    assertThat(again.failures()).isZero();
  }

  @Test
  void aSourceWithoutNewsForLongIsQuiet() {
    SourceState first = after(SourceState.unknown("a"), 3, null, NOW);
    SourceState soon = after(first, 0, null, NOW.plus(Duration.ofDays(3)));
    SourceState late = after(soon, 0, null, NOW.plus(Duration.ofDays(3)).plusSeconds(1));

    assertThat(soon.mood()).isEqualTo(Mood.FINE);
    assertThat(late.mood()).isEqualTo(Mood.QUIET);
    assertThat(late.lastNew()).isEqualTo(NOW);
    assertThat(late.trouble()).isEqualTo("nothing new since 2026-03-10T12:00:00Z");
  }

  @Test
  void aSourceWhosePagesAreShutIsChallenging() {
    SourceRun run = new SourceRun();
    run.listing(null, false);
    for (int i = 0; i < 5; i++) {
      run.page(clip(Outcome.BLOCKED, Reason.CHALLENGE));
    }

    SourceState after = SourceState.unknown("a").after(run, NOW, NOW, ALARM);

    assertThat(after.mood()).isEqualTo(Mood.CHALLENGING);
    assertThat(after.trouble()).isEqualTo("https://a.example/x: challenge");
  }

  private static SourceRun pages(int failed, int fine) {
    SourceRun run = new SourceRun();
    for (int i = 0; i < failed; i++) {
      run.page(clip(Outcome.FAILED, Reason.TIMEOUT));
    }
    Provenance provenance = new Provenance("a", null, null, null, "test");
    Article article = Article.builder("id", provenance).build();
    for (int i = 0; i < fine; i++) {
      run.page(new Clip("a", Outcome.CLIPPED, Reason.NONE, null, article));
    }
    return run;
  }

  @Test
  void pagesThatAreReadAfterAVisitCountAsWell() {
    SourceState visited = after(SourceState.unknown("a"), 5, null, NOW);

    SourceState read = visited.read(pages(5, 0), NOW);

    assertThat(read.mood()).isEqualTo(Mood.BROKEN);
    assertThat(read.trouble()).isEqualTo("https://a.example/x: timeout");
    assertThat(read.due()).isEqualTo(visited.due());
    assertThat(visited.read(pages(4, 0), NOW)).isEqualTo(visited);
    assertThat(visited.read(pages(5, 2), NOW)).isEqualTo(visited);
  }

  @Test
  void whatPagesBrokeOnlyPagesMend() {
    SourceState broken = after(SourceState.unknown("a"), 5, null, NOW).read(pages(5, 0), NOW);

    SourceState visited = after(broken, 1, null, NOW.plusSeconds(60));

    assertThat(visited.mood()).isEqualTo(Mood.BROKEN);
    assertThat(visited.trouble()).isEqualTo("https://a.example/x: timeout");
    assertThat(visited.lastRun()).isEqualTo(NOW.plusSeconds(60));
    assertThat(visited.read(pages(2, 0), NOW).mood()).isEqualTo(Mood.BROKEN);
    assertThat(visited.read(pages(1, 1), NOW).mood()).isEqualTo(Mood.FINE);
  }

  private static SourceState afterOnePage(
      SourceState before, Clip clip, int attempts, String outcome) {
    SourceRun run = new SourceRun();
    run.listing(null, false);
    run.found(1);
    run.page(clip, attempts, new VisitOutcome(outcome));
    return before.after(run, NOW, NOW, ALARM);
  }

  private static Clip clipped() {
    Provenance provenance = new Provenance("a", null, null, null, "test");
    return new Clip(
        "a", Outcome.CLIPPED, Reason.NONE, null, Article.builder("id", provenance).build());
  }

  @Test
  void aSmallSiteOfWhichNothingCanBeReadIsBrokenToo() {
    Clip lost = new Clip("a", Outcome.FAILED, Reason.TIMEOUT, "no answer", null);
    SourceState sourceState = SourceState.unknown("a");
    for (int i = 0; i < 4; i++) {
      sourceState = afterOnePage(sourceState, lost, 0, "timeout");
      sourceState = afterOnePage(sourceState, lost, 1, "timeout");
      sourceState = afterOnePage(sourceState, clipped(), 2, "unchanged");
    }

    SourceState fifth = afterOnePage(sourceState, lost, 0, "timeout");
    SourceState sixth = afterOnePage(fifth, clipped(), 2, "unchanged");
    SourceState mended = afterOnePage(sixth, clipped(), 1, "new");

    assertThat(sourceState.mood()).isEqualTo(Mood.FINE);
    assertThat(sourceState.lost()).isEqualTo(4);
    assertThat(sourceState.trouble()).isEqualTo("a: no answer");
    assertThat(new Status(List.of(sourceState), Map.of(), Map.of(), 0, Map.of()).table(NOW))
        .contains("  the last 4 new pages failed: a: no answer\n");
    assertThat(fifth.mood()).isEqualTo(Mood.BROKEN);
    assertThat(sixth.mood()).isEqualTo(Mood.BROKEN);
    assertThat(sixth.trouble()).isEqualTo("a: no answer");
    assertThat(mended.mood()).isEqualTo(Mood.FINE);
    assertThat(mended.trouble()).isNull();
  }

  @Test
  void aSourceThatNeverNamedAPageIsMeasuredFromItsFirstVisit() {
    SourceState first = after(SourceState.unknown("a"), 0, null, NOW);
    SourceState soon = after(first, 0, null, NOW.plus(Duration.ofDays(3)));
    SourceState late = after(soon, 0, null, NOW.plus(Duration.ofDays(3)).plusSeconds(1));
    SourceState later = after(late, 0, null, NOW.plus(Duration.ofDays(4)));

    assertThat(soon.mood()).isEqualTo(Mood.FINE);
    assertThat(late.mood()).isEqualTo(Mood.QUIET);
    assertThat(late.trouble()).isEqualTo("it never named a page");
    assertThat(later.mood()).isEqualTo(Mood.QUIET);
    assertThat(later.lastNew()).isNull();
  }

  @Test
  void anAlertIsASentenceAndAnObject() {
    Alert alert = new Alert("courrier", Mood.FINE, Mood.BROKEN, "timeout \"x\"", NOW);

    assertThat(alert.sentence()).isEqualTo("courrier is broken: timeout \"x\"");
    assertThat(alert.json())
        .isEqualTo(
            "{\"source\":\"courrier\",\"mood\":\"broken\",\"before\":\"fine\","
                + "\"detail\":\"timeout \\\"x\\\"\",\"at\":\"2026-03-10T12:00:00Z\","
                + "\"text\":\"courrier is broken: timeout \\\"x\\\"\"}");
  }

  @Test
  void reportsForPeopleAndPrograms() {
    SourceState broken = after(SourceState.unknown("b"), 0, "timeout", NOW);
    Report report =
        new Report(
            NOW,
            NOW.plusSeconds(90),
            List.of(SourceState.unknown("a"), broken),
            Map.of("a", Map.of("new", 2, "unchanged", 1)),
            Map.of("fires", 1),
            4,
            Report.Ending.SOME_FAILED);

    assertThat(report.text())
        .isEqualTo(
            "a: 2 new, 1 unchanged\nb: nothing new; timeout\nsubject fires: 1 record\n"
                + "2 sources, 2 records delivered (2 new, 1 unchanged), 4 pages wait; 90 s\n");
    assertThat(report.json()).contains("\"delivered\":2", "\"trouble\":\"timeout\"", "\"fires\":1");
  }

  @Test
  void showsATableAndMetrics() {
    SourceState broken =
        after(after(SourceState.unknown("b"), 0, "timeout", NOW), 0, "timeout", NOW);
    Status status =
        new Status(
            List.of(SourceState.unknown("a"), broken),
            Map.of("a", Map.of("new", 2L, "challenge", 3L, "timeout", 1L)),
            Map.of("fires", 5L),
            7,
            Map.of("kafka://host/topic", 2L));

    assertThat(status.table(NOW.plusSeconds(30)))
        .isEqualToNormalizingWhitespace(
            """
            source last new same blocked missed other next
            b 30s ago 0 0 0 0 0 in 30s broken: timeout
            a - 2 0 3 0 1 -
            5 records on fires
            7 pages wait to be read
            2 records wait for kafka://host/topic
            """);
    assertThat(status.table(NOW.plusSeconds(90))).contains(" 90s ago ").contains(" now ");
    assertThat(status.table(NOW.minusSeconds(90))).contains(" 0s ago ").contains(" in 2m ");
    assertThat(status.metrics())
        .contains(
            "coupure_pages_total{source=\"a\",outcome=\"new\"} 2\n",
            "coupure_source_up{source=\"b\"} 0\n",
            "coupure_source_up{source=\"a\"} 1\n",
            "coupure_source_last_visit_seconds{source=\"b\"} 1773144000\n",
            "coupure_subject_records_total{subject=\"fires\"} 5\n",
            "coupure_output_waiting{output=\"kafka://host/topic\"} 2\n",
            "coupure_pages_waiting 7\n");
  }
}
