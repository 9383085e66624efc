package org.coupure.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.Clipper;
import org.coupure.article.UsageReservation;
import org.coupure.batch.PageClock;
import org.coupure.discover.Canonical;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.HostGate;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Politeness;
import org.coupure.fetch.RenderPolicy;
import org.coupure.fetch.Request;
import org.coupure.memory.MemoryBuilder;
import org.coupure.memory.SiteMemory;
import org.coupure.reader.ArticleReader;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * What fetches, keeps and reads the pages of a watch, as its configuration wants it. Safe for any
 * number of threads.
 */
final class PageReading implements Closeable {
  private final RuleBook rules;
  private final PageClock clock;
  private final @Nullable WarcArchive archive;
  private final PoliteFetcher fetcher;
  private final ArticleReader articles;
  private final ListingVisit.Reading listings;

  private PageReading(
      RuleBook rules,
      Clipper clipper,
      @Nullable WarcArchive archive,
      PoliteFetcher fetcher,
      Configuration.Reading reading,
      Canonical canonical) {
    this.rules = rules;
    this.clock = new PageClock(reading.clipping().pageTime());
    this.archive = archive;
    this.fetcher = fetcher;
    this.listings =
        new ListingVisit.Reading(
            canonical,
            archive == null ? answered -> {} : archive::saveListing,
            page -> clock.read(page, clipper),
            parsed -> clock.clip(parsed, clipper));
    ArticleReader.Builder builder =
        ArticleReader.builder(
                fetcher,
                page -> clock.read(page, clipper),
                parsed -> clock.clip(parsed, clipper),
                rules)
            .rendition(rendition(reading.clipping().browser()))
            .maxPages(reading.maxPages());
    this.articles = archive == null ? builder.build() : builder.keeper(archive::save).build();
  }

  /**
   * Returns what reads pages by {@code configuration}.
   *
   * @param builder makes the fetcher, to which the configuration's own settings are added
   * @param environment may name proxies
   * @throws IllegalArgumentException if the rules have mistakes
   */
  static PageReading open(
      Configuration configuration,
      Fetcher.Builder builder,
      Map<String, String> environment,
      State state,
      Clock clock,
      Canonical canonical)
      throws IOException {
    Configuration.Reading reading = configuration.reading();
    RuleBook rules = rules(reading.clipping().rules());
    Clipper clipper = clipper(reading.clipping(), rules);
    Configuration.Files files = configuration.files();
    WarcArchive archive =
        files.archive() == null
            ? null
            : WarcArchive.open(files.archive(), files.archiveBytes(), state, clock);
    configuration.visiting().asking().on(builder, environment);
    PoliteFetcher fetcher = fetcher(configuration, builder, state, rules);
    return new PageReading(rules, clipper, archive, fetcher, reading, canonical);
  }

  private static RuleBook rules(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new IllegalArgumentException(
            "there is no folder of rules " + folder + "; see `rules` under `reading`");
      }
    }
    return folders.isEmpty() ? RuleBook.bundled() : RuleBook.open(folders);
  }

  private static Clipper clipper(Configuration.Clipping clipping, RuleBook rules)
      throws IOException {
    return Clipper.builder()
        .rules(rules)
        .explain(clipping.explain())
        .obey(clipping.obey())
        .balance(clipping.balance())
        .memory(memory(clipping.siteMemory()))
        .build();
  }

  private static SiteMemory memory(@Nullable Path file) throws IOException {
    if (file == null) {
      return SiteMemory.EMPTY;
    }
    if (Files.notExists(file)) {
      throw new IllegalArgumentException(
          "there is no site memory " + file + "; coupure clean --site-memory makes one.");
    }
    return MemoryBuilder.load(file).snapshot();
  }

  private static PoliteFetcher fetcher(
      Configuration configuration, Fetcher.Builder builder, State state, RuleBook rules)
      throws IOException {
    Configuration.Visiting visiting = configuration.visiting();
    builder.keepCookies(host -> visiting.keptCookies().contains(host) || rules.keepsCookies(host));
    Politeness all =
        new Politeness(
            visiting.delay(),
            visiting.longestCrawlDelay(),
            Politeness.DEFAULT.patience(),
            1,
            visiting.robots() ? Politeness.Robots.OBEY : Politeness.Robots.IGNORE);
    Map<String, Politeness> own = own(configuration.sources(), all);
    PoliteFetcher.Builder polite =
        PoliteFetcher.builder(builder.build())
            .memory(state.hosts())
            .manners(host -> own.getOrDefault(host, all));
    return configuration.reading().clipping().obey().contains(UsageReservation.TDM)
        ? polite.readTdmFiles().build()
        : polite.build();
  }

  private static Map<String, Politeness> own(List<Source> sources, Politeness all) {
    Map<String, Politeness> own = new HashMap<>();
    for (Source source : sources) {
      Duration delay = source.delay();
      if (delay != null) {
        for (Source.Start start : source.starts()) {
          own.put(HostGate.host(start.url()), all.withDelay(delay));
        }
      }
    }
    return own;
  }

  private @Nullable RenderPolicy rendition(Configuration.@Nullable Browser browser) {
    return browser == null
        ? null
        : new RenderPolicy(
            fetcher,
            fetcher.renderer(browser.command()),
            browser.when(),
            url -> rules.forUrl(url).stream().anyMatch(Rule::renders));
  }

  /** Returns what carries {@code job} out. */
  FetchTask task(FetchJob job) {
    String host = HostGate.host(job.url());
    Request request = job.request().withSiteHeaders(rules.headers(job.url()));
    if (job instanceof FetchJob.Look look) {
      return new FetchTask.OfListing(
          look, host, new ListingVisit(fetcher.visit(request), look.kind(), listings));
    }
    FetchJob.Read read = (FetchJob.Read) job;
    return new FetchTask.OfArticle(read, host, articles.visit(request, read.listed()));
  }

  HostGate gate() {
    return fetcher.gate();
  }

  /** Lets nothing be fetched any more. */
  void stop() {
    fetcher.close();
  }

  /** Closes the archive; nothing may be read any more. */
  @Override
  public void close() throws IOException {
    clock.close();
    if (archive != null) {
      archive.close();
    }
  }
}
