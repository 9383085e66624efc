package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.batch.Workers;
import org.coupure.discover.Opml;
import org.coupure.fetch.FetchSettings;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Politeness;
import org.coupure.file.AtomicFile;
import org.coupure.query.Query;
import org.coupure.query.QuerySyntaxException;
import org.coupure.store.ArticleStore;
import org.coupure.watch.Configuration;
import org.jspecify.annotations.Nullable;

/** Writes a first configuration, from three answers or from what the command line names. */
final class InitVerb implements Verb {
  private static final int HOSTS = 8;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long DELAY_MILLIS = 1000;
  private static final int MOST_BYTES = 20_000_000;

  @Override
  public String name() {
    return "init";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... [SITE|FILE]...",
        """
        Write a commented configuration to begin with. A SITE is a front page or a feed;
        a FILE is OPML, as feed readers export it, or a list with one site a line. The
        feeds of sites are looked for. Without operands it asks: which sites, which
        subjects, and how sites may reach you.
        """,
        """
        # three questions
        coupure init
        # two sites and a subject
        coupure init courrier.example tribune.example --subject "water NEAR/8 price"
        # what a feed reader follows
        coupure init subscriptions.opml --contact desk@desk.example
        """,
        """
        Exit status: 0 all is well, 1 of some sites nothing was found (they stand in the
        file as comments; with none found no file is written), 2 wrong use.
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            OptionValues.option(
                null, "subject", "QUERY", "follow this subject; repeatable (docs/search.md)"))
        .addOption(
            OptionValues.option(
                null, "contact", "WHO", "tell sites whom to write to: an address or a page"))
        .addOption(
            OptionValues.option(
                null, "proxy", "URL", "use this proxy, not those of the environment"))
        .addOption(OptionValues.option(null, "delay", "S", "seconds between visits to a host (1)"))
        .addOption(FetchOptions.allowPrivate())
        .addOption(
            OptionValues.option(
                "o", "out", "FILE", "write to this file (default: " + ConfiguredRun.USUAL + ")"));
  }

  /** What a person wants to follow, and how sites may reach them. */
  private record Wish(List<String> sites, List<String> subjects, @Nullable String contact) {}

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    Path out = Path.of(words.getOptionValue("out", ConfiguredRun.USUAL.toString()));
    if (Files.exists(out)) {
      throw new UsageException(
          out + " is there already; name another file with --out, or edit it.");
    }
    Wish wish = words.getArgList().isEmpty() ? asked(words, terminal) : named(words);
    if (wish.sites.isEmpty()) {
      throw new UsageException("no site was named, so there is nothing to follow.");
    }
    NewConfiguration found = found(wish, words, terminal, out);
    List<FoundSite> missing = found.missing();
    if (found.found() == 0 && found.opml().isEmpty()) {
      terminal.err().println("coupure: nothing to follow was found; no file was written.");
      return FailOn.SOME_FAILED;
    }
    AtomicFile.write(
        out, found.yaml(String.valueOf(out.getFileName())).getBytes(StandardCharsets.UTF_8));
    // The written configuration must be valid; a mistake in it is a defect and is reported with its
    // place.
    Configuration configuration = ConfiguredRun.load(out);
    terminal.err().print(Printable.lines(next(out, configuration)));
    return missing.isEmpty() ? FailOn.OK : FailOn.SOME_FAILED;
  }

  private static String next(Path out, Configuration configuration) {
    Path folder = out.getParent();
    boolean here = out.equals(ConfiguredRun.USUAL);
    String store = folder == null ? "" : " --store " + folder.resolve(ArticleStore.FILE).toString();
    return out
        + ": "
        + FieldListing.counted(configuration.sources().size(), "source")
        + ", "
        + FieldListing.counted(configuration.subjects().size(), "subject")
        + ". Now:\n  coupure run"
        + (here ? "" : " " + out)
        + "\n  coupure review"
        + store
        + " --out review.html\n";
  }

  private static Wish named(CommandLine words) throws UsageException {
    String[] subjects = words.getOptionValues("subject");
    List<String> queries = subjects == null ? List.of() : List.of(subjects);
    for (String query : queries) {
      Query unused = StoreOptions.query(query, false);
    }
    return new Wish(words.getArgList(), queries, words.getOptionValue("contact"));
  }

  private static Wish asked(CommandLine words, Terminal terminal)
      throws IOException, UsageException {
    Wish given = named(words);
    Question question = new Question(terminal);
    List<String> sites =
        question.many(
            "Which sites? A line each: a site, or a file of OPML or of sites. Empty: no more.",
            site -> null);
    List<String> subjects =
        given.subjects.isEmpty()
            ? question.many(
                "Which subjects? A line each: words, \"phrases\", AND, OR, NOT. Empty: no more.",
                InitVerb::complaint)
            : given.subjects;
    String contact =
        given.contact == null
            ? question.one(
                "How may the sites reach you? A mail address or a page. Empty: not at all.",
                InitVerb::contactComplaint)
            : given.contact;
    return new Wish(sites, subjects, contact.isEmpty() ? null : contact);
  }

  private static @Nullable String complaint(String query) {
    try {
      Query unused = Query.parse(query);
      return null;
    } catch (QuerySyntaxException bad) {
      return bad.getMessage();
    }
  }

  private static @Nullable String contactComplaint(String contact) {
    try {
      Fetcher.Builder unused = Fetcher.builder(Clipper.VERSION, Clock.systemUTC()).contact(contact);
      return null;
    } catch (IllegalArgumentException bad) {
      return bad.getMessage();
    }
  }

  private static NewConfiguration found(Wish wish, CommandLine words, Terminal terminal, Path out)
      throws IOException, UsageException {
    Map<String, String> visits = new LinkedHashMap<>();
    NewConfiguration.put(visits, "contact", wish.contact);
    NewConfiguration.put(visits, "proxy", words.getOptionValue("proxy"));
    NewConfiguration.put(
        visits, "private-addresses", words.hasOption("allow-private") ? "yes" : null);
    List<String> opml = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    for (String site : wish.sites) {
      take(site, out, opml, urls, terminal);
    }
    try (PoliteFetcher fetcher = fetcher(wish, words, terminal)) {
      List<FoundSite> sites = look(new SiteFinder(fetcher), urls, terminal);
      return new NewConfiguration(opml, sites, wish.subjects, visits);
    }
  }

  /** Sorts the operands into OPML files, whose feeds are known, and sites to look at. */
  private static void take(
      String named, Path out, List<String> opml, List<String> urls, Terminal terminal)
      throws IOException, UsageException {
    Path file = file(named);
    if (file == null) {
      urls.add(named);
      return;
    }
    try {
      if (Opml.read(Files.readAllBytes(file)).isEmpty()) {
        throw new UsageException(named + " names no feed.");
      }
      Path folder = out.toAbsolutePath().normalize().getParent();
      Path whole = file.toAbsolutePath().normalize();
      Path written = folder != null && whole.startsWith(folder) ? folder.relativize(whole) : whole;
      opml.add(written.toString());
    } catch (IllegalArgumentException noOpml) {
      new UrlsToFetch(List.of(), named, terminal.in()).each(urls::add);
    }
  }

  private static @Nullable Path file(String named) {
    try {
      Path path = Path.of(named);
      return Files.isRegularFile(path) ? path : null;
    } catch (InvalidPathException noFile) {
      return null;
    }
  }

  private static PoliteFetcher fetcher(Wish wish, CommandLine words, Terminal terminal)
      throws IOException, UsageException {
    FetchSettings settings =
        new FetchSettings(
            wish.contact,
            null,
            TIMEOUT,
            MOST_BYTES,
            words.hasOption("allow-private"),
            words.getOptionValue("proxy"),
            null);
    try {
      Fetcher.Builder builder = Fetcher.builder(Clipper.VERSION, Clock.systemUTC());
      Duration delay = Duration.ofMillis(OptionValues.millis(words, "delay", DELAY_MILLIS));
      return PoliteFetcher.builder(settings.on(builder, terminal.environment()).build())
          .manners(Politeness.DEFAULT.withDelay(delay))
          .build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  /** Looks at several sites at a time and reports the result of each in the given order. */
  private static List<FoundSite> look(SiteFinder finder, List<String> urls, Terminal terminal)
      throws IOException {
    List<FoundSite> sites = new ArrayList<>();
    ExecutorService workers = Workers.pool(HOSTS, "coupure-init");
    try {
      List<Future<FoundSite>> looks = new ArrayList<>();
      for (String url : urls) {
        Callable<FoundSite> look = () -> finder.find(url);
        looks.add(workers.submit(look));
      }
      for (Future<FoundSite> look : looks) {
        FoundSite site = look.get();
        terminal.err().print(Printable.lines(site.said() + "\n"));
        sites.add(site);
      }
      return sites;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the search for feeds was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }
}
