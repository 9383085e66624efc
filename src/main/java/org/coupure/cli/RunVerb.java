package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.watch.Alert;
import org.coupure.watch.AlertPost;
import org.coupure.watch.Configuration;
import org.coupure.watch.Lock;
import org.coupure.watch.Report;
import org.coupure.watch.Watch;
import org.coupure.watch.WatchListener;
import org.jspecify.annotations.Nullable;

/** Visits the sources of a configuration once. */
final class RunVerb implements Verb {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... [CONFIG]",
        """
        Visit the sources of a configuration that are due, read what is new there and
        deliver each article once; then end. For cron and systemd timers. Without CONFIG
        it takes coupure.yaml.
        """,
        """
        # what is due
        coupure run coupure.yaml
        # every source, whatever its schedule says, with the report as JSON
        coupure run coupure.yaml --all --report json > report.json
        """,
        """
        Exit status, by what this run met: 0 all is well, 1 some sources failed, 2 wrong
        use, a mistake in the configuration or an output that cannot be written, 5 all
        that was asked for was refused (robots.txt, challenge, 403, 429), 75 another run
        is under way. What failed before and is not due yet is for coupure status.
        """);
  }

  @Override
  public Options options() {
    Options options = new Options();
    options
        .addOption(OptionValues.flag("all", "visit sources that are not due, too"))
        .addOption(
            OptionValues.option(
                null, "limit", "S", "end after so many seconds and leave the rest to the next run"))
        .addOption(
            OptionValues.option(
                null,
                "backfill",
                "AGE",
                "give subjects and outputs what they lack of the stored records of this age, such as "
                    + "30d"))
        .addOption(
            OptionValues.option(
                null, "report", "FORM", "print the report as text or json on standard output"));
    ConfiguredRun.addOptions(options);
    return options;
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    Path file = ConfiguredRun.file(words);
    String form = words.getOptionValue("report", "");
    if (!List.of("", "text", "json").contains(form)) {
      throw new UsageException("--report wants text or json, not \"" + form + "\".");
    }
    WatchLog log = WatchLog.of(words, terminal, Clock.systemUTC());
    Configuration configuration = ConfiguredRun.load(file);
    try {
      long millis = OptionValues.millis(words, "limit", 0);
      Duration limit = millis == 0 ? null : Duration.ofMillis(millis);
      Visited visited = visit(configuration, words, limit, terminal, log);
      Report report = visited.report();
      if (!form.isEmpty()) {
        terminal.print(form.equals("json") ? report.json() : Printable.lines(report.text()));
      }
      return switch (report.ending()) {
        case WELL -> visited.delivered() ? FailOn.OK : FailOn.SOME_FAILED;
        case SOME_FAILED -> FailOn.SOME_FAILED;
        case SHUT_OUT -> FailOn.SHUT_OUT;
      };
    } catch (Lock.Held held) {
      terminal.err().println("coupure: " + held.getMessage());
      return FailOn.TRY_LATER;
    }
  }

  /**
   * What a run came to.
   *
   * @param delivered whether every target has its records
   */
  private record Visited(Report report, boolean delivered) {}

  private static Visited visit(
      Configuration configuration,
      CommandLine words,
      @Nullable Duration limit,
      Terminal terminal,
      WatchLog log)
      throws UsageException, IOException {
    try (AlertPost post = new AlertPost(configuration.alarm(), log::complain);
        Watch watch =
            ConfiguredRun.open(
                configuration,
                terminal,
                new Listeners(List.of(log, posting(post))),
                limit,
                TimeOption.age(words, "backfill"))) {
      try (Interruption interruption = Interruption.of(watch::stop)) {
        Report report = watch.runOnce(words.hasOption("all"));
        log.note(interruption.happened() ? "interrupted" : "done", report.summary());
        if (report.sources().isEmpty()) {
          watch.nextDue().ifPresent(next -> log.note("waiting", "nothing is due before " + next));
        }
        publish(configuration, watch, report);
        List<String> away = watch.targetsAway();
        away.forEach(log::complain);
        return new Visited(report, away.isEmpty());
      }
    }
  }

  static WatchListener posting(AlertPost post) {
    return new WatchListener() {
      @Override
      public void alert(Alert alert) {
        post.send(alert);
      }
    };
  }

  static void publish(Configuration configuration, Watch watch, Report report) throws IOException {
    Path metrics = configuration.files().metrics();
    if (metrics != null) {
      MetricsPage.write(metrics, watch.status().metrics());
    }
    Path kept = configuration.files().report();
    if (kept != null) {
      MetricsPage.write(kept, report.json());
    }
  }
}
