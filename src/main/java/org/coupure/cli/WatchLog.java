package org.coupure.cli;

import java.io.PrintStream;
import java.io.StringWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.cli.RunMessages.Detail;
import org.coupure.discover.Listing;
import org.coupure.watch.Alert;
import org.coupure.watch.Source;
import org.coupure.watch.VisitOutcome;
import org.coupure.watch.WatchListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Logs a watch as lines on standard error: for people, or as JSON for programs. */
final class WatchLog implements WatchListener {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final PrintStream err;
  private final Clock clock;
  private final boolean json;
  private final Detail detail;

  private WatchLog(PrintStream err, Clock clock, boolean json, Detail detail) {
    this.err = err;
    this.clock = clock;
    this.json = json;
    this.detail = detail;
  }

  static WatchLog of(CommandLine words, Terminal terminal, Clock clock) throws UsageException {
    if (words.hasOption("quiet") && words.hasOption("verbose")) {
      throw new UsageException("-q and -v contradict each other.");
    }
    String form = words.getOptionValue("log-format", "text");
    if (!form.equals("text") && !form.equals("json")) {
      throw new UsageException("--log-format wants text or json, not \"" + form + "\".");
    }
    Detail detail =
        words.hasOption("quiet")
            ? Detail.QUIET
            : words.hasOption("verbose") ? Detail.EVERYTHING : Detail.NORMAL;
    return new WatchLog(terminal.err(), clock, form.equals("json"), detail);
  }

  /** How much a line matters. */
  private enum Level {
    DEBUG,
    INFO,
    WARN
  }

  @Override
  public void looked(
      Source source,
      String url,
      VisitOutcome outcome,
      @Nullable Listing listing,
      int found,
      @Nullable String complaint) {
    boolean fine = outcome.isListingRead();
    Map<String, Object> facts = facts(source, url, outcome);
    if (listing != null) {
      facts.put("kind", listing.kind().code());
      facts.put("links", listing.links().size());
      facts.put("found", found);
    }
    // A listing that names nothing and has something wrong is worth a line; one that names only
    // what is known is not.
    boolean barren = listing != null && listing.links().isEmpty() && complaint != null;
    Level level = fine ? found > 0 || barren ? Level.INFO : Level.DEBUG : Level.WARN;
    say(level, "listing", facts, complaint);
  }

  @Override
  public void read(Source source, String url, VisitOutcome outcome, @Nullable Clip clip) {
    boolean refused = clip != null && !clip.hasText();
    String why = clip == null ? null : clip.detail();
    boolean mistaken = clip != null && clip.reason() == Reason.RULE_MISTAKE;
    say(refused || mistaken ? Level.WARN : Level.DEBUG, "page", facts(source, url, outcome), why);
  }

  @Override
  public void alert(Alert alert) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("source", alert.source());
    facts.put("mood", alert.mood().code());
    say(Level.WARN, "alert", facts, alert.sentence());
  }

  @Override
  public void notice(String sentence) {
    say(Level.INFO, "output", new LinkedHashMap<>(), sentence);
  }

  /** Says something about the run as a whole. */
  void note(String event, String sentence) {
    say(Level.INFO, event, new LinkedHashMap<>(), sentence);
  }

  /** Logs that an alert could not be sent. */
  void complain(String sentence) {
    warn("alert", sentence);
  }

  void warn(String event, String sentence) {
    say(Level.WARN, event, new LinkedHashMap<>(), sentence);
  }

  private static Map<String, Object> facts(Source source, String url, VisitOutcome outcome) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("source", source.name());
    facts.put("url", url);
    facts.put("outcome", outcome.code());
    return facts;
  }

  private boolean wants(Level level) {
    return switch (detail) {
      case QUIET -> level == Level.WARN;
      case NORMAL -> level != Level.DEBUG;
      case EVERYTHING -> true;
    };
  }

  private void say(
      Level level, String event, Map<String, Object> facts, @Nullable String sentence) {
    if (wants(level)) {
      // One call per line, because the metrics' thread may log as well.
      err.println(json ? object(level, event, facts, sentence) : line(event, facts, sentence));
    }
  }

  private String line(String event, Map<String, Object> facts, @Nullable String sentence) {
    StringBuilder line = new StringBuilder();
    line.append(clock.instant().truncatedTo(ChronoUnit.SECONDS)).append(' ').append(event);
    facts.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
    if (sentence != null) {
      line.append(": ").append(sentence);
    }
    return Printable.of(line.toString());
  }

  private String object(
      Level level, String event, Map<String, Object> facts, @Nullable String sentence) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      out.writeStringProperty("time", clock.instant().toString());
      out.writeStringProperty("level", level.name().toLowerCase(java.util.Locale.ROOT));
      out.writeStringProperty("event", event);
      facts.forEach(
          (key, value) -> {
            if (value instanceof Integer number) {
              out.writeNumberProperty(key, number);
            } else {
              out.writeStringProperty(key, String.valueOf(value));
            }
          });
      if (sentence != null) {
        out.writeStringProperty("message", sentence);
      }
      out.writeEndObject();
    }
    return text.toString();
  }
}
