package org.coupure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.fetch.FetchSettings;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.serve.ClipServer;
import org.coupure.serve.ServeLimits;
import org.coupure.serve.ServeSettings;
import org.coupure.watch.Configuration;
import org.coupure.watch.Status;

/** Serves clips to other programs, and the page on which rules are mended. */
final class ServeVerb implements Verb {
  private static final int PORT = 8080;
  private static final int MEGABYTE = 1_000_000;

  /** A user waits for the answer; slower servers are better fetched by a run. */
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]...",
        """
        Answer HTTP requests: pages in, records out. The page at its address shows what
        became of a page and why, writes rules from clicks, and shows which rules rot.
        It listens on this computer only, unless --bind and --key say otherwise. What
        it saves goes below the first --rules DIR. docs/serve.md tells more.
        """,
        """
        # the page, with rules to mend and stored pages to try them on
        coupure serve --rules rules/ --pages week/
        # a record of a page
        curl --data-binary @page.html http://localhost:8080/v1/clip
        """,
        """
        Exit status: after INT or TERM 130 or 143, when the requests in hand are
        answered; 2 wrong use, mistakes in rules, or a port that is taken.
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(OptionValues.option(null, "port", "PORT", "the port (8080; 0 takes any)"))
        .addOption(
            OptionValues.option(
                null, "bind", "ADDRESS", "listen on this address (127.0.0.1); others need --key"))
        .addOption(
            OptionValues.option(
                null, "key", "KEY", "serve only who shows this key (or COUPURE_KEY)"))
        .addOption(
            OptionValues.option(
                null, "host", "NAME", "answer under this name as well, such as a proxy's"))
        .addOption(RuleFolders.option())
        .addOption(
            OptionValues.option(
                null, "pages", "PATH", "stored pages to try rules on: file, folder or archive"))
        .addOption(
            OptionValues.option(
                null, "store", "FILE", "search this store, or .sqlite output, on the page"))
        .addOption(
            OptionValues.option(
                null, "config", "FILE", "show at /metrics how this configuration's sources stand"))
        .addOption(OptionValues.option(null, "max-size", "MB", "largest page in MB (default: 20)"))
        .addOption(
            OptionValues.option(
                null, "contact", "WHO", "tell sites whom to write to: an address or a page"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (!words.getArgList().isEmpty()) {
      throw new UsageException("serve takes options only.");
    }
    CountDownLatch end = new CountDownLatch(1);
    try (PoliteFetcher fetcher = fetcher(words, terminal);
        Interruption guard = Interruption.of(end::countDown);
        ClipServer server = open(words, terminal, fetcher)) {
      terminal.err().println("coupure: the page is at " + url(words, server));
      terminal.err().println("coupure: programs write with the token " + server.writeToken());
      while (!guard.happened()) {
        end.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FailOn.OK;
  }

  private static String url(CommandLine words, ClipServer server) {
    String host = words.getOptionValue("bind", "localhost");
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/";
  }

  private static PoliteFetcher fetcher(CommandLine words, Terminal terminal)
      throws UsageException, IOException {
    FetchSettings settings =
        new FetchSettings(
            words.getOptionValue("contact"), null, FETCH_TIMEOUT, bytes(words), false, null, null);
    Fetcher.Builder plain = Fetcher.builder(Clipper.VERSION, Clock.systemUTC());
    return PoliteFetcher.builder(settings.on(plain, terminal.environment()).build()).build();
  }

  private static int bytes(CommandLine words) throws UsageException {
    return Math.min(OptionValues.whole(words, "max-size", 1, 20), 200) * MEGABYTE;
  }

  private static ClipServer open(CommandLine words, Terminal terminal, PoliteFetcher fetcher)
      throws UsageException, IOException {
    Supplier<String> metrics = metrics(words);
    try {
      return ClipServer.open(
          settings(words, terminal),
          fetcher,
          metrics,
          defect -> terminal.err().println("coupure: " + defect));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    } catch (BindException | UnknownHostException e) {
      throw new UsageException(
          "cannot listen on "
              + words.getOptionValue("bind", "127.0.0.1")
              + " port "
              + words.getOptionValue("port", "" + PORT)
              + ": "
              + e.getMessage()
              + ".");
    }
  }

  private static ServeSettings settings(CommandLine words, Terminal terminal)
      throws UsageException, IOException {
    if (words.hasOption("store")) {
      // Reports a missing store at once instead of at the first search.
      StoreOptions.openToRead(words).close();
    }
    int port = OptionValues.whole(words, "port", 0, PORT);
    if (port > 65_535) {
      throw new UsageException("--port wants a number up to 65535, not \"" + port + "\".");
    }
    List<String> hosts = new ArrayList<>();
    if (words.hasOption("host")) {
      hosts.addAll(List.of(words.getOptionValues("host")));
    }
    String key = words.getOptionValue("key", terminal.environment().get("COUPURE_KEY"));
    ServeSettings.Access access =
        new ServeSettings.Access(words.getOptionValue("bind", "127.0.0.1"), port, key, hosts);
    Path pages = words.hasOption("pages") ? Path.of(words.getOptionValue("pages")) : null;
    List<Path> rules = RuleFolders.of(words, terminal.environment());
    Path store = words.hasOption("store") ? StoreOptions.file(words) : null;
    return new ServeSettings(access, rules, pages, store, ServeLimits.ofMachine(bytes(words)));
  }

  private static Supplier<String> metrics(CommandLine words) throws UsageException, IOException {
    if (!words.hasOption("config")) {
      return () -> "";
    }
    Configuration configuration = ConfiguredRun.load(Path.of(words.getOptionValue("config")));
    return () -> {
      try {
        return Status.of(configuration).metrics();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
