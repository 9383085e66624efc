package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.coupure.watch.Configuration;
import org.coupure.watch.Watch;
import org.coupure.watch.WatchListener;
import org.jspecify.annotations.Nullable;

/** The shared parts of the verbs that follow a configuration. */
final class ConfiguredRun {
  /** The file that is used when no configuration is named. */
  static final Path USUAL = Path.of("coupure.yaml");

  private ConfiguredRun() {}

  static void addOptions(Options options) {
    options
        .addOption(OptionValues.option(null, "log-format", "FORM", "text or json (default: text)"))
        .addOption(Option.builder("q").longOpt("quiet").desc("say what fails only").get())
        .addOption(Option.builder("v").longOpt("verbose").desc("say something on each page").get());
  }

  /** Returns the named configuration, else {@code coupure.yaml} in the working directory. */
  static Path file(CommandLine words) throws UsageException {
    List<String> operands = words.getArgList();
    if (operands.size() > 1) {
      throw new UsageException("one configuration at a time.");
    }
    if (operands.isEmpty() && !Files.exists(USUAL)) {
      throw new UsageException(
          "name a configuration; there is no " + USUAL + " here. coupure init writes one.");
    }
    return operands.isEmpty() ? USUAL : Path.of(operands.get(0));
  }

  static Configuration load(Path file) throws UsageException, IOException {
    try {
      return Configuration.load(file);
    } catch (IllegalArgumentException e) {
      throw new UsageException("the configuration has mistakes.\n" + e.getMessage(), false);
    }
  }

  static Watch open(
      Configuration configuration,
      Terminal terminal,
      WatchListener listener,
      @Nullable Duration limit,
      @Nullable Duration backfill)
      throws UsageException, IOException {
    try {
      Watch.Builder builder =
          Watch.builder(configuration, Clock.systemUTC())
              .environment(terminal.environment())
              .stdout(terminal.out())
              .listener(listener);
      if (limit != null) {
        builder.limit(limit);
      }
      if (backfill != null) {
        builder.backfill(backfill);
      }
      return builder.open();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), false);
    }
  }
}
