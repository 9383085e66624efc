package org.coupure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.PageStore;
import org.jspecify.annotations.Nullable;

/** Fetches pages from the web and cleans them. */
final class FetchVerb implements Verb {
  private static final int DEFAULT_HOSTS = 8;
  private static final int MEGABYTE = 1_000_000;
  private static final long DEFAULT_DELAY_MILLIS = 1000;
  private static final long DEFAULT_TIMEOUT_MILLIS = 30_000;

  /** What a waiting address turns into, about: its article. The page itself is gone by then. */
  private static final long WEIGHT = 64 << 10;

  @Override
  public String name() {
    return "fetch";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... [URL]...",
        """
        Fetch pages and clean them. Each host is visited one page at a time, with a
        pause between; different hosts at once. Records come out in the order given.
        """,
        """
        # one page as a JSON record
        coupure fetch https://example.org/story.html
        # a list of addresses to Markdown, keeping the raw pages
        coupure fetch -i urls.txt --out notes/ --format md --save raw.warc.gz
        """,
        """
        Exit status: 0 all is well, 1 some inputs failed, 2 wrong use or output that
        cannot be written, 3 no text at all. See --fail-on.
        """);
  }

  @Override
  public Options options() {
    Options options = new Options();
    options
        .addOption(
            Values.option(
                "i",
                "input-file",
                "LIST",
                "fetch what this file names, one URL a line; - is standard input"))
        .addOption(
            Values.option(
                null, "save", "PATH", "keep the raw pages in this folder or .warc.gz file"));
    options.addOption(Clippers.rulesOption());
    Run.addOutputOptions(options);
    options
        .addOption(
            Values.option(
                "j",
                "parallel",
                "N",
                "visit so many hosts at once (default: " + DEFAULT_HOSTS + ")"))
        .addOption(
            Values.option(null, "delay", "S", "seconds between visits to a host (default: 1)"))
        .addOption(
            Values.option(null, "timeout", "S", "most seconds a page may take (default: 30)"))
        .addOption(Values.option(null, "max-size", "MB", "largest page in MB (default: 20)"))
        .addOption(
            Values.option(null, "user-agent", "UA", "what to call oneself (default: Coupure)"))
        .addOption(allowPrivate());
    Run.addConductOptions(options);
    return options;
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    boolean list = words.hasOption("input-file");
    if (words.getArgList().isEmpty() && !list) {
      throw new UsageException("nothing to fetch: name a URL, or a list of them with -i.");
    }
    Addresses addresses =
        new Addresses(words.getArgList(), words.getOptionValue("input-file"), terminal.in());
    int workers = Values.whole(words, "parallel", 1, DEFAULT_HOSTS);
    Duration delay = Duration.ofMillis(Values.millis(words, "delay", DEFAULT_DELAY_MILLIS));
    boolean single = words.getArgList().size() == 1 && !list;
    Run run = Run.of(words, terminal, false, single);
    Clipper clipper = Clippers.of(words, words.hasOption("explain"));
    ScheduledThreadPoolExecutor pool = Workers.pool(workers);
    try (Fetcher fetcher = fetcher(words, terminal);
        PageStore store = store(words)) {
      HostLanes lanes = new HostLanes(pool, delay);
      Budget budget = Budget.forHeap(Runtime.getRuntime().maxMemory());
      Feed feed = belt -> addresses.each(url -> belt.put(job(url, fetcher, store, clipper)));
      return run.carry(new Conveyor(lanes::lane, budget), feed);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Job job(String url, Fetcher fetcher, @Nullable PageStore store, Clipper clipper) {
    return new Job(host(url), WEIGHT, () -> clip(fetcher.fetch(url), store, clipper));
  }

  private static Clip clip(Fetched fetched, @Nullable PageStore store, Clipper clipper) {
    if (fetched instanceof Fetched.Answered answered) {
      if (store != null) {
        save(answered, store);
      }
      return Defects.contained(answered.page(), clipper::clip);
    }
    return ((Fetched.Refused) fetched).clip();
  }

  private static void save(Fetched.Answered answered, PageStore store) {
    try {
      store.save(answered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fetcher fetcher(CommandLine words, Terminal terminal) throws UsageException {
    long timeout = Values.millis(words, "timeout", DEFAULT_TIMEOUT_MILLIS);
    // The page's reader stops at 20 MB, so more would be fetched in vain.
    int megabytes = Values.whole(words, "max-size", 1, 20);
    try {
      Fetcher.Builder builder =
          Fetcher.builder(Clipper.VERSION, Clock.systemUTC())
              .callTimeout(Duration.ofMillis(timeout))
              .maxBytes(Math.min(megabytes, 2000) * MEGABYTE)
              .proxies(terminal.environment());
      if (words.hasOption("allow-private")) {
        builder.allowPrivate();
      }
      if (words.hasOption("user-agent")) {
        builder.userAgent(words.getOptionValue("user-agent"));
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  /** Returns a fetcher as it is without the options that only fetch has. */
  static Fetcher plain(CommandLine words, Terminal terminal) throws UsageException {
    try {
      Fetcher.Builder builder =
          Fetcher.builder(Clipper.VERSION, Clock.systemUTC()).proxies(terminal.environment());
      return words.hasOption("allow-private") ? builder.allowPrivate().build() : builder.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  static Option allowPrivate() {
    return Values.flag("allow-private", "fetch from this computer and private networks as well");
  }

  private static @Nullable PageStore store(CommandLine words) throws IOException {
    String where = words.getOptionValue("save");
    return where == null ? null : PageStore.open(Path.of(where), Clipper.VERSION);
  }

  /**
   * Returns the host of {@code url}, or an empty string; the fetcher says what is wrong with it.
   */
  static String host(String url) {
    try {
      String host = new URI(url.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException ignored) { // Lists hold anything; it is refused later.
      return "";
    }
  }
}
