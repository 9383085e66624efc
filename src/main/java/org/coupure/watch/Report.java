package org.coupure.watch;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coupure.watch.SourceState.Mood;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a run came to. Immutable.
 *
 * @param started when it began
 * @param ended when it ended
 * @param sources how each source stands that was visited or had pages read
 * @param counts how often each outcome was, by source
 * @param subjects how many delivered records matched each subject, by name
 * @param waiting how many pages wait to be read; those to be looked at again don't count
 * @param ending whether what was met was well
 */
public record Report(
    Instant started,
    Instant ended,
    List<SourceState> sources,
    Map<String, Map<String, Integer>> counts,
    Map<String, Integer> subjects,
    long waiting,
    Ending ending) {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  /** How a run ended, by what it met itself; what an earlier one met is for {@link Status}. */
  public enum Ending {
    /** Nothing failed that a person should look at. */
    WELL,
    /** The visit of a source failed, or a source that was visited is broken or shuts us out. */
    SOME_FAILED,
    /** All that was asked for was refused: by robots.txt, a challenge, 403 or 429. */
    SHUT_OUT
  }

  public Report {
    sources = List.copyOf(sources);
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    counts.forEach(
        (name, outcomes) -> copy.put(name, Collections.unmodifiableMap(new TreeMap<>(outcomes))));
    counts = Collections.unmodifiableMap(copy);
    subjects = Collections.unmodifiableMap(new TreeMap<>(subjects));
  }

  /** Returns how often each outcome was. */
  public Map<String, Integer> totals() {
    Map<String, Integer> totals = new TreeMap<>();
    for (Map<String, Integer> outcomes : counts.values()) {
      outcomes.forEach((outcome, number) -> totals.merge(outcome, number, Integer::sum));
    }
    return totals;
  }

  /** Returns how many records were delivered. */
  public int delivered() {
    Map<String, Integer> totals = totals();
    return VisitOutcome.DELIVERED.stream()
        .mapToInt(outcome -> totals.getOrDefault(outcome.code(), 0))
        .sum();
  }

  /** Returns the report for a person: a line a source that has something to tell, and a summary. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (SourceState source : sources) {
      Map<String, Integer> outcomes = counts.getOrDefault(source.name(), Map.of());
      if (!outcomes.isEmpty() || source.mood() != Mood.FINE || source.trouble() != null) {
        text.append(source.name()).append(": ").append(line(outcomes));
        if (source.mood() != Mood.FINE) {
          text.append("; ").append(source.mood().code());
        }
        if (source.trouble() != null) {
          text.append("; ").append(source.trouble());
        }
        text.append('\n');
      }
    }
    subjects.forEach(
        (name, number) ->
            text.append("subject ")
                .append(name)
                .append(": ")
                .append(number(number, "record", "records"))
                .append('\n'));
    return text.append(summary()).append('\n').toString();
  }

  /** Returns the summary on one line. */
  public String summary() {
    Duration time = Duration.between(started, ended);
    return String.format(
        Locale.ROOT,
        "%s, %s delivered (%s), %s; %d s",
        number(sources.size(), "source", "sources"),
        number(delivered(), "record", "records"),
        line(totals()),
        number(waiting, "page waits", "pages wait"),
        time.toSeconds());
  }

  private static String number(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static String line(Map<String, Integer> outcomes) {
    return outcomes.isEmpty()
        ? "nothing new"
        : outcomes.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
  }

  /** Returns the report as a JSON object, indented. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("started", started.toString());
      json.writeStringProperty("ended", ended.toString());
      json.writeNumberProperty("delivered", delivered());
      json.writeNumberProperty("waiting", waiting);
      write(json, "outcomes", totals());
      write(json, "subjects", subjects);
      json.writeArrayPropertyStart("sources");
      for (SourceState source : sources) {
        write(json, source);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private void write(JsonGenerator json, SourceState source) {
    json.writeStartObject();
    json.writeStringProperty("name", source.name());
    json.writeStringProperty("mood", source.mood().code());
    time(json, "lastRun", source.lastRun());
    time(json, "lastNew", source.lastNew());
    time(json, "due", source.due());
    json.writeNumberProperty("failures", source.failures());
    if (source.trouble() == null) {
      json.writeNullProperty("trouble");
    } else {
      json.writeStringProperty("trouble", source.trouble());
    }
    write(json, "outcomes", counts.getOrDefault(source.name(), Map.of()));
    json.writeEndObject();
  }

  private static void time(
      JsonGenerator json, String key, @org.jspecify.annotations.Nullable Instant time) {
    if (time == null) {
      json.writeNullProperty(key);
    } else {
      json.writeStringProperty(key, time.toString());
    }
  }

  private static void write(JsonGenerator json, String key, Map<String, Integer> outcomes) {
    json.writeObjectPropertyStart(key);
    outcomes.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }
}
