package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.discover.Opml;
import org.coupure.watch.Configuration;
import org.coupure.watch.SourceState.Mood;
import org.coupure.watch.Status;

/** Shows how the sources of a configuration stand. */
final class StatusVerb implements Verb {
  @Override
  public String name() {
    return "status";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... [CONFIG]",
        """
        Show for each source of a configuration when it was visited last, what became of
        its pages, when it is due again, and what is wrong with it. Works while a run or
        a watch is under way.
        """,
        """
        # a table
        coupure status coupure.yaml
        # for Prometheus
        coupure status coupure.yaml --metrics > coupure.prom
        # for a feed reader
        coupure status coupure.yaml --opml > feeds.opml
        """,
        """
        Exit status: 0 all is well, 1 a source is broken or shuts us out, 2 wrong use.
        """);
  }

  @Override
  public Options options() {
    Options options = new Options();
    return options
        .addOption(OptionValues.flag("metrics", "print Prometheus' text form"))
        .addOption(OptionValues.flag("opml", "print the feeds of the sources as OPML"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    Path file = ConfiguredRun.file(words);
    Configuration configuration = ConfiguredRun.load(file);
    if (words.hasOption("opml")) {
      terminal.print(Opml.write(String.valueOf(file.getFileName()), configuration.feeds()));
      return FailOn.OK;
    }
    if (!Files.exists(configuration.files().state())) {
      terminal
          .err()
          .println(
              "coupure: "
                  + file
                  + " has no mistakes; nothing was visited yet, and there is no state "
                  + configuration.files().state()
                  + "; coupure run begins.");
    }
    Status status = Status.of(configuration);
    terminal.print(
        words.hasOption("metrics")
            ? status.metrics()
            : Printable.lines(status.table(Instant.now())));
    boolean fine =
        status.sources().stream().allMatch(s -> s.mood() == Mood.FINE || s.mood() == Mood.QUIET);
    return fine ? FailOn.OK : FailOn.SOME_FAILED;
  }
}
