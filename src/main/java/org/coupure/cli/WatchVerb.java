package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.watch.AlertPost;
import org.coupure.watch.Configuration;
import org.coupure.watch.Lock;
import org.coupure.watch.Report;
import org.coupure.watch.Watch;
import org.coupure.watch.WatchListener;
import org.jspecify.annotations.Nullable;

/** Keeps running and visits the sources of a configuration whenever they are due. */
final class WatchVerb implements Verb {
  @Override
  public String name() {
    return "watch";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... [CONFIG]",
        """
        Stay up, visit each source of a configuration whenever it is due, and deliver
        each article once. HUP reads the configuration again; TERM finishes the pages
        in hand. On a terminal one screen shows how the sources stand.
        """,
        """
        # stay up
        coupure watch coupure.yaml
        # as a service, with logs for programs
        coupure watch coupure.yaml --log-format json
        """,
        """
        Exit status: 0 after INT or TERM 130 or 143, 2 wrong use, a mistake in the
        configuration or an output that cannot be written, 75 another run is under way.
        """);
  }

  @Override
  public Options options() {
    Options options = new Options();
    options.addOption(OptionValues.flag("no-view", "show lines in place of the screen"));
    ConfiguredRun.addOptions(options);
    return options;
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    Path file = ConfiguredRun.file(words);
    WatchLog log = WatchLog.of(words, terminal, Clock.systemUTC());
    boolean view = terminal.errShown() && !words.hasOption("no-view") && !words.hasOption("quiet");
    Configuration configuration = ConfiguredRun.load(file);
    Configuration last = null;
    AtomicReference<@Nullable Watch> current = new AtomicReference<>();
    AtomicReference<@Nullable Configuration> next = new AtomicReference<>();
    Hangup.handle(() -> reload(file, current, next, log));
    try (Interruption interruption = Interruption.of(() -> stop(current))) {
      while (configuration != null) {
        next.set(null);
        Opened opened = open(configuration, last, terminal, log);
        last = opened.configuration();
        watch(opened, terminal, log, view, current, interruption);
        configuration = interruption.happened() ? null : next.get();
      }
    } catch (Lock.Held held) {
      terminal.err().println("coupure: " + held.getMessage());
      return FailOn.TRY_LATER;
    }
    return FailOn.OK;
  }

  /** A configuration with mistakes is ignored: the previous one stays in use. */
  private static void reload(
      Path file,
      AtomicReference<@Nullable Watch> current,
      AtomicReference<@Nullable Configuration> next,
      WatchLog log) {
    try {
      next.set(ConfiguredRun.load(file));
      log.note("reload", file + " is read again");
      stop(current);
    } catch (UsageException | IOException e) {
      log.warn("reload", "the configuration stays as it was: " + e.getMessage());
    }
  }

  private static void stop(AtomicReference<@Nullable Watch> current) {
    Watch watch = current.get();
    if (watch != null) {
      watch.stop();
    }
  }

  /** A watch that is ready to run, with its outputs and state. */
  private record Opened(
      Configuration configuration,
      Watch watch,
      List<WatchListener> listeners,
      @Nullable MetricsPage page) {}

  /**
   * Opens the outputs of {@code wanted}; where that fails, those of {@code last} are opened again.
   *
   * @param last the configuration that worked so far, or null
   */
  private static Opened open(
      Configuration wanted, @Nullable Configuration last, Terminal terminal, WatchLog log)
      throws UsageException, IOException {
    try {
      return open(wanted, terminal, log);
    } catch (UsageException | IOException e) {
      if (last == null) {
        throw e;
      }
      log.warn("reload", "the configuration stays as it was: " + e.getMessage());
      return open(last, terminal, log);
    }
  }

  private static Opened open(Configuration configuration, Terminal terminal, WatchLog log)
      throws UsageException, IOException {
    List<WatchListener> listeners = new ArrayList<>(List.of(log));
    int port = configuration.files().metricsPort();
    Watch watch = ConfiguredRun.open(configuration, terminal, new Listeners(listeners), null, null);
    try {
      MetricsPage page = port == 0 ? null : MetricsPage.open(port, watch::status);
      listeners.clear();
      return new Opened(configuration, watch, listeners, page);
    } catch (IOException e) {
      watch.close();
      throw e;
    }
  }

  private static void watch(
      Opened opened,
      Terminal terminal,
      WatchLog log,
      boolean view,
      AtomicReference<@Nullable Watch> current,
      Interruption interruption)
      throws IOException {
    Configuration configuration = opened.configuration();
    List<WatchListener> listeners = opened.listeners();
    try (AlertPost post = new AlertPost(configuration.alarm(), log::complain);
        Watch watch = opened.watch();
        MetricsPage page = opened.page()) {
      listeners.add(RunVerb.posting(post));
      listeners.add(
          view
              ? new LiveView(terminal.err(), Clock.systemUTC(), lines(terminal), watch::status)
              : log);
      listeners.add(metricsFile(configuration, watch, log));
      current.set(watch);
      if (interruption.happened()) {
        watch.stop();
      }
      log.note("watching", configuration.sources().size() + " sources" + on(page));
      Report report = watch.runOn();
      log.note("stopped", report.summary());
      RunVerb.publish(configuration, watch, report);
    } finally {
      current.set(null);
    }
  }

  private static String on(@Nullable MetricsPage page) {
    return page == null ? "" : "; metrics on http://127.0.0.1:" + page.port() + "/metrics";
  }

  private static int lines(Terminal terminal) {
    String lines = terminal.environment().getOrDefault("LINES", "");
    return lines.matches("[0-9]{2,3}") ? Integer.parseInt(lines) : 24;
  }

  /** Writes the metrics' file periodically. */
  private static WatchListener metricsFile(Configuration configuration, Watch watch, WatchLog log) {
    Path file = configuration.files().metrics();
    return new WatchListener() {
      private Instant written = Instant.EPOCH;

      @Override
      public void idle(Instant until) {
        Instant now = Instant.now();
        if (file == null || Duration.between(written, now).toSeconds() < 15) {
          return;
        }
        written = now;
        try {
          MetricsPage.write(file, watch.status().metrics());
        } catch (IOException e) {
          log.warn("metrics", String.valueOf(e.getMessage()));
        }
      }
    };
  }
}
