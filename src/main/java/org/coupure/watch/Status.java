package org.coupure.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.watch.SourceState.Mood;
import org.coupure.watch.TallyTable.Count;
import org.jspecify.annotations.Nullable;

/**
 * How all sources of a configuration stand, and what became of their pages since the state began.
 * Immutable.
 *
 * @param sources in the order of the configuration
 * @param counts how often each outcome was, by source
 * @param subjects how many records matched each subject, by name
 * @param waiting how many pages wait to be read; those to be looked at again don't count
 * @param unwritten how many records wait to be written to each output, by its name; an output that
 *     has all of its records is left out
 */
public record Status(
    List<SourceState> sources,
    Map<String, Map<String, Long>> counts,
    Map<String, Long> subjects,
    long waiting,
    Map<String, Long> unwritten) {
  /** What belongs to one column of the table. */
  private static final Set<VisitOutcome> BLOCKED =
      Set.of(
          VisitOutcome.of(Reason.FORBIDDEN),
          VisitOutcome.of(Reason.RATE_LIMITED),
          VisitOutcome.of(Reason.CHALLENGE),
          VisitOutcome.of(Reason.CONSENT),
          VisitOutcome.of(Reason.ROBOTS),
          VisitOutcome.of(Reason.RESERVED));

  private static final Set<VisitOutcome> UNCHANGED =
      Set.of(VisitOutcome.UNCHANGED, VisitOutcome.RETITLED, VisitOutcome.MOVED);
  private static final Set<VisitOutcome> RULE_MISS =
      Set.of(
          VisitOutcome.of(Reason.EXPECTATION),
          VisitOutcome.of(Reason.RULE_MISTAKE),
          VisitOutcome.of(Outcome.RULE_MISS));

  public Status {
    sources = List.copyOf(sources);
    counts = Map.copyOf(counts);
    subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
    unwritten = Collections.unmodifiableMap(new LinkedHashMap<>(unwritten));
  }

  /**
   * Reads the state of a configuration, also while it is in use.
   *
   * @throws IOException if there is one and it can't be read
   */
  public static Status of(Configuration configuration) throws IOException {
    if (!Files.exists(configuration.files().state())) {
      return new Status(
          configuration.sources().stream()
              .map(source -> SourceState.unknown(source.name()))
              .toList(),
          Map.of(),
          subjects(configuration, Map.of()),
          0,
          Map.of());
    }
    try (State state = State.openToRead(configuration.files().state())) {
      return of(configuration, state);
    }
  }

  static Status of(Configuration configuration, State state) {
    List<SourceState> sources = new ArrayList<>();
    configuration.sources().forEach(source -> sources.add(state.source(source.name())));
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (Count count : state.tallies().all()) {
      counts
          .computeIfAbsent(count.source(), name -> new TreeMap<>())
          .put(count.outcome(), count.number());
    }
    Map<String, Long> subjects = subjects(configuration, state.tallies().subjects());
    return new Status(
        sources, counts, subjects, waiting(configuration, state), state.outbox().counts());
  }

  private static Map<String, Long> subjects(Configuration configuration, Map<String, Long> counts) {
    Map<String, Long> subjects = new LinkedHashMap<>();
    configuration
        .subjects()
        .forEach(one -> subjects.put(one.name(), counts.getOrDefault(one.name(), 0L)));
    return subjects;
  }

  /** Pages that wait for sources which the configuration no longer has are not going to be read. */
  static long waiting(Configuration configuration, State state) {
    return state.waiting(configuration.sources().stream().map(Source::name).toList());
  }

  /** Returns a table for a person, a line a source, those in trouble first. */
  public String table(Instant now) {
    int width = 20;
    for (SourceState source : sources) {
      width = Math.max(width, Math.min(40, source.name().length()));
    }
    String row = "%-" + width + "s  %8s %8s %8s %8s %8s %8s %8s  %s%n";
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            row,
            "source",
            "last",
            "new",
            "same",
            "blocked",
            "missed",
            "other",
            "next",
            ""));
    List<SourceState> sorted = new ArrayList<>(sources);
    sorted.sort((a, b) -> Boolean.compare(a.mood() == Mood.FINE, b.mood() == Mood.FINE));
    for (SourceState source : sorted) {
      table.append(line(row, source, width, now));
    }
    String wait = waiting == 1 ? " page waits to be read\n" : " pages wait to be read\n";
    StringBuilder matched = new StringBuilder();
    subjects.forEach(
        (name, number) ->
            matched
                .append(number == 1 ? "1 record on " : number + " records on ")
                .append(name)
                .append('\n'));
    StringBuilder unwrittenLines = new StringBuilder();
    unwritten.forEach(
        (output, number) ->
            unwrittenLines
                .append(number)
                .append(number == 1 ? " record waits for " : " records wait for ")
                .append(output)
                .append('\n'));
    return table.toString().replaceAll(" +(?=\\R)", "") + matched + waiting + wait + unwrittenLines;
  }

  /** Failures are shown before there are enough of them to call the source broken. */
  private static String wrong(SourceState source) {
    boolean fine = source.mood() == Mood.FINE;
    int failures = source.failures();
    int lost = source.lost();
    if (fine && failures == 0 && lost == 0) {
      return "";
    }
    String failed =
        failures > 0
            ? failures == 1 ? "the last visit failed" : "the last visits failed"
            : lost == 1 ? "the last new page failed" : "the last " + lost + " new pages failed";
    String trouble = source.trouble() == null ? "" : ": " + source.trouble();
    return (fine ? failed : source.mood().code()) + trouble;
  }

  private String line(String row, SourceState source, int width, Instant now) {
    Map<String, Long> outcomes = counts.getOrDefault(source.name(), Map.of());
    long fresh = sum(outcomes, VisitOutcome.DELIVERED);
    long same = sum(outcomes, UNCHANGED);
    long blocked = sum(outcomes, BLOCKED);
    long missed = sum(outcomes, RULE_MISS);
    long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
    String name = source.name();
    return String.format(
        Locale.ROOT,
        row,
        name.length() > width ? name.substring(0, width - 1) + "…" : name,
        ago(source.lastRun(), now),
        fresh,
        same,
        blocked,
        missed,
        all - fresh - same - blocked - missed,
        ahead(source.due(), now),
        wrong(source));
  }

  private static long sum(Map<String, Long> outcomes, Set<VisitOutcome> wanted) {
    return wanted.stream().mapToLong(one -> outcomes.getOrDefault(one.code(), 0L)).sum();
  }

  /** Returns such as {@code 5m ago}, or a dash for never. */
  private static String ago(@Nullable Instant time, Instant now) {
    return time == null ? "-" : length(Duration.between(time, now)) + " ago";
  }

  /** Returns such as {@code in 5m}, {@code now} for what is due, or a dash for never. */
  private static String ahead(@Nullable Instant time, Instant now) {
    if (time == null) {
      return "-";
    }
    return time.isAfter(now) ? "in " + length(Duration.between(now, time)) : "now";
  }

  /** A clock that was put back since makes nothing of a time: it is no age below zero. */
  private static String length(Duration time) {
    if (time.toSeconds() < 100) {
      return Math.max(0, time.toSeconds()) + "s";
    }
    if (time.toMinutes() < 100) {
      return time.toMinutes() + "m";
    }
    return time.toHours() < 48 ? time.toHours() + "h" : time.toDays() + "d";
  }

  /** Returns Prometheus' text form (version 0.0.4). */
  public String metrics() {
    StringBuilder text = new StringBuilder();
    head(text, "coupure_pages_total", "counter", "Pages by what became of them.");
    for (SourceState source : sources) {
      counts
          .getOrDefault(source.name(), Map.of())
          .forEach(
              (outcome, number) ->
                  text.append("coupure_pages_total{source=\"")
                      .append(escaped(source.name()))
                      .append("\",outcome=\"")
                      .append(outcome)
                      .append("\"} ")
                      .append(number)
                      .append('\n'));
    }
    head(text, "coupure_source_up", "gauge", "1 unless the source is broken or shuts us out.");
    for (SourceState source : sources) {
      gauge(text, "coupure_source_up", source, source.isDown() ? 0 : 1);
    }
    head(text, "coupure_source_failures", "gauge", "Visits in a row that failed.");
    sources.forEach(source -> gauge(text, "coupure_source_failures", source, source.failures()));
    head(text, "coupure_source_last_new_seconds", "gauge", "When it last named something new.");
    times(text, "coupure_source_last_new_seconds", true);
    head(text, "coupure_source_last_visit_seconds", "gauge", "When it was last visited.");
    times(text, "coupure_source_last_visit_seconds", false);
    if (!subjects.isEmpty()) {
      head(text, "coupure_subject_records_total", "counter", "Records that matched the subject.");
      labelled(text, "coupure_subject_records_total", "subject", subjects);
    }
    if (!unwritten.isEmpty()) {
      head(text, "coupure_output_waiting", "gauge", "Records that wait for the output.");
      labelled(text, "coupure_output_waiting", "output", unwritten);
    }
    head(text, "coupure_pages_waiting", "gauge", "Pages that wait to be read.");
    return text.append("coupure_pages_waiting ").append(waiting).append('\n').toString();
  }

  /** Appends a line for each value of a label. */
  private static void labelled(
      StringBuilder text, String name, String label, Map<String, ? extends Number> values) {
    values.forEach(
        (value, number) ->
            text.append(name)
                .append('{')
                .append(label)
                .append("=\"")
                .append(escaped(value))
                .append("\"} ")
                .append(number)
                .append('\n'));
  }

  private void times(StringBuilder text, String name, boolean news) {
    for (SourceState source : sources) {
      Instant time = news ? source.lastNew() : source.lastRun();
      if (time != null) {
        gauge(text, name, source, time.getEpochSecond());
      }
    }
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void gauge(StringBuilder text, String name, SourceState source, long value) {
    text.append(name).append("{source=\"").append(escaped(source.name())).append("\"} ");
    text.append(value).append('\n');
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
