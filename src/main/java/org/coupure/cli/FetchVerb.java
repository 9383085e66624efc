package org.coupure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.batch.PageClock;
import org.coupure.batch.Runner;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.PageStore;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Request;
import org.coupure.reader.ArticleReader;
import org.coupure.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/** Fetches pages from the web and cleans them. */
final class FetchVerb implements Verb {
  private static final int DEFAULT_HOSTS = 8;

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
        pause between, and as its robots.txt allows; different hosts at once. Records
        come out in the order given.
        """,
        """
        # one page as a JSON record
        coupure fetch https://example.org/story.html
        # a list of URLs to Markdown, keeping the raw pages
        coupure fetch -i urls.txt --out notes/ --format md --save raw.warc.gz
        """,
        """
        Exit status: 0 all is well, 1 some inputs failed, 2 wrong use or output that
        cannot be written, 3 no text, 5 all refused (robots.txt, 403 …). See --fail-on.
        """);
  }

  @Override
  public Options options() {
    Options options = new Options();
    options
        .addOption(
            OptionValues.option(
                "i",
                "input-file",
                "LIST",
                "fetch what this file names, one URL a line; - is standard input"))
        .addOption(
            OptionValues.option(
                null, "save", "PATH", "keep the raw pages in this folder or .warc.gz file"));
    options
        .addOption(RuleFolders.option())
        .addOption(Clippers.obeyOption())
        .addOption(Clippers.pageTimeOption())
        .addOption(SiteMemoryOptions.knownOption())
        .addOptions(Clippers.balanceOptions());
    Run.addOutputOptions(options);
    options.addOption(
        OptionValues.option(
            "j", "parallel", "N", "visit so many hosts at once (default: " + DEFAULT_HOSTS + ")"));
    options.addOption(
        OptionValues.option(
            null, "pages", "N", "join so many pages of an article at most (default: 10)"));
    FetchOptions.addTo(options);
    FetchOptions.addRenderingTo(options);
    Run.addConductOptions(options);
    return options;
  }

  @Override
  public Set<String> advancedOptions() {
    return Run.ADVANCED_OPTIONS;
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    boolean list = words.hasOption("input-file");
    if (words.getArgList().isEmpty() && !list) {
      throw new UsageException("nothing to fetch: name a URL, or a list of them with -i.");
    }
    UrlsToFetch urls =
        new UrlsToFetch(words.getArgList(), words.getOptionValue("input-file"), terminal.in());
    int pages = OptionValues.whole(words, "pages", 1, ArticleReader.USUAL_PAGES);
    int workers = OptionValues.whole(words, "parallel", 1, DEFAULT_HOSTS);
    boolean single = words.getArgList().size() == 1 && !list;
    Map<String, String> headers = FetchOptions.headers(words);
    Run run = Run.of(words, terminal, false, single);
    RuleBook rules = Clippers.rules(words, terminal);
    Clipper clipper =
        Clippers.of(words, words.hasOption("explain"), SiteMemoryOptions.known(words), rules);
    try (Runner<Clip> runner = Run.parallel(workers);
        PoliteFetcher fetcher = FetchOptions.fetcher(words, terminal, single, rules);
        PageStore store = store(words);
        PageClock clock = Clippers.clock(words)) {
      Function<String, Request> asking = url -> FetchOptions.request(url, headers, rules);
      ArticleReader reader =
          ArticleReader.builder(
                  fetcher,
                  page -> clock.read(page, clipper),
                  parsed -> clock.clip(parsed, clipper),
                  rules)
              .asking(asking)
              .rendition(FetchOptions.rendition(words, fetcher, rules))
              .keeper(answered -> save(answered, store))
              .maxPages(pages)
              .build();
      return run.carry(
          runner,
          queue -> urls.each(url -> queue.put(new ArticleJob(asking.apply(url), reader))),
          urls::count);
    }
  }

  private static void save(Fetched.Answered answered, @Nullable PageStore store) {
    try {
      if (store != null) {
        store.save(answered);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable PageStore store(CommandLine words) throws IOException {
    String where = words.getOptionValue("save");
    return where == null ? null : PageStore.open(Path.of(where), Clipper.VERSION);
  }
}
