package org.coupure.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.batch.DefectContainment;
import org.coupure.batch.HostQueues;
import org.coupure.discover.Link;
import org.coupure.discover.Listing;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.HostGate;
import org.coupure.fetch.Validators;
import org.coupure.reader.ArticleVisit;
import org.coupure.watch.FetchJob.Look;
import org.coupure.watch.ListingTable.Heard;
import org.coupure.watch.Source.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which sources are visited, and what follows from what is found there. Used by one thread; each
 * report is one transaction of the state, so that a listing is never noted as read without what it
 * named, nor a page without its delivery.
 */
final class Frontier {
  /** The most listings in one visit of a source, as a bound for indexes of indexes. */
  private static final int MAX_LISTINGS = 200;

  /** If no host answers for so long, this computer's own network is down. */
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  /** A single host, or two, may well be dead themselves. */
  private static final int SEVERAL = 3;

  private final Configuration configuration;
  private final State state;
  private final HostQueues<FetchTask> hostQueues;
  private final PageReading reading;
  private final Articles articles;
  private final LinkIntake links;
  private final WatchListener listener;
  private final Map<String, SourceState> standings = new TreeMap<>();
  private final Map<String, SourceRun> runs = new HashMap<>();

  /** How many listings of a source are under way; a source that has none is not being visited. */
  private final Map<String, Integer> open = new HashMap<>();

  /** The listings of a source's visit; a sitemap that names itself is read once. */
  private final Map<String, Set<String>> looks = new HashMap<>();

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  /** The sources that were visited, to the end, since the beginning. */
  private final Set<String> visited = new HashSet<>();

  /** When any listing was answered last. */
  private Instant answered;

  private int asked;
  private int refused;
  private Instant started = Instant.EPOCH;
  private @Nullable Instant nextReading;

  Frontier(
      Configuration configuration,
      State state,
      HostQueues<FetchTask> hostQueues,
      PageReading reading,
      Articles articles,
      LinkIntake links,
      WatchListener listener) {
    this.configuration = configuration;
    this.state = state;
    this.hostQueues = hostQueues;
    this.reading = reading;
    this.articles = articles;
    this.links = links;
    this.listener = listener;
    this.answered = state.listings().lastAnswered().orElse(Instant.MAX);
    for (Source source : configuration.sources()) {
      standings.put(source.name(), state.source(source.name()));
      runs.put(source.name(), new SourceRun());
    }
  }

  void begin(Instant now) {
    started = now;
    excuse(now);
    asked = 0;
    refused = 0;
    visited.clear();
  }

  /**
   * When nobody answered for a while, and several hosts can't be reached since, the fault was this
   * computer's network: what these hosts are left alone for must not outlast it.
   */
  private void excuse(Instant now) {
    if (answered.isAfter(now.minus(OUTAGE))) {
      return;
    }
    List<String> hosts = state.hosts().unreachable(answered);
    if (hosts.size() >= SEVERAL) {
      configuration.sources().stream()
          .filter(source -> source.starts().stream().anyMatch(s -> hosts.contains(host(s))))
          .filter(source -> !open.containsKey(source.name()) && !standing(source).isDue(now))
          .forEach(source -> visitAt(source, now));
      hosts.forEach(
          host -> {
            reading.gate().excuse(host);
            state.commit(() -> state.excuse(host, now));
            hostQueues.more(host);
          });
    }
  }

  private static String host(Source.Start start) {
    return HostGate.host(start.url());
  }

  /** Begins the visits that are due. */
  void visitDue(Instant now) {
    for (Source source : configuration.sources()) {
      if (standing(source).isDue(now)) {
        visit(source, now);
      }
    }
  }

  /** Returns when the next source is due that is not being visited. */
  Optional<Instant> nextDue() {
    return configuration.sources().stream()
        .filter(source -> !open.containsKey(source.name()))
        .map(source -> Objects.requireNonNullElse(standing(source).due(), Instant.EPOCH))
        .min(Comparator.naturalOrder());
  }

  /** Begins a visit, unless one is under way. */
  void visit(Source source, Instant now) {
    if (open.containsKey(source.name())) {
      return;
    }
    open.put(source.name(), 0);
    for (Source.Start start : source.starts()) {
      if (start.kind() == Kind.PAGE) {
        state.commit(() -> links.add(source, link(start.url()), null, now));
      } else if (start.isFile()) {
        lookInto(source, start, now);
      } else {
        look(source, start.kind(), start.url(), 0, null);
      }
    }
    if (open.getOrDefault(source.name(), 0) == 0) {
      finish(source, now);
    }
  }

  /** Takes in a list that is a file on this computer. */
  private void lookInto(Source source, Source.Start start, Instant now) {
    try {
      Listing listing = LocalList.read(Path.of(start.url()));
      Look job = new Look(source, start.kind(), start.url(), 0, Validators.NONE, null);
      LinkIntake.Found found = state.commit(() -> links.take(job, listing, now));
      run(source).listing(listing.complaint(), false);
      run(source).found(found.pages());
      listener.looked(
          source, start.url(), VisitOutcome.READ, listing, found.pages(), listing.complaint());
    } catch (IOException e) {
      String complaint = start.url() + " can't be read";
      run(source).listing(complaint, true);
      listener.looked(source, start.url(), VisitOutcome.UNREADABLE, null, 0, complaint);
    }
  }

  private static Link link(String url) {
    return new Link(url, null, null, null, null);
  }

  private void look(Source source, Kind kind, String url, int depth, @Nullable Instant stamp) {
    Set<String> before = looks.computeIfAbsent(source.name(), name -> new HashSet<>());
    if ((depth > 0 && before.size() >= MAX_LISTINGS) || !before.add(url)) {
      return;
    }
    Heard heard = state.listings().get(url, source.name());
    // Sitemap indexes are fetched in full each time: their parts may have changed when they have
    // not.
    Validators known = kind == Kind.SITEMAP && depth == 0 ? Validators.NONE : heard.validators();
    hostQueues.addFirst(reading.task(new Look(source, kind, url, depth, known, stamp)));
    open.merge(source.name(), 1, Integer::sum);
  }

  /** Takes in what became of a listing. */
  void looked(Look job, Fetched fetched, @Nullable Listing listing, Instant now) {
    VisitOutcome outcome = outcome(fetched, listing);
    int found = state.commit(() -> take(job, fetched, listing, outcome, now));
    tally(fetched, null);
    if (!(fetched instanceof Fetched.Refused)) {
      excuse(now);
      answered = now;
    }
    String complaint = complaint(fetched, listing);
    SourceRun run = run(job.source());
    run.listing(complaint, !outcome.isListingRead());
    run.found(found);
    if (outcome.equals(VisitOutcome.UNREADABLE)) {
      run.unreadable();
    }
    if (fetched instanceof Fetched.Refused refused) {
      run.refused(refused.clip());
    }
    listener.looked(job.source(), job.url(), outcome, listing, found, complaint);
    close(job.source(), now);
  }

  /** Leaves a listing to a later run, since its host is to be left alone until {@code wake}. */
  void postpone(Look job, Instant wake, Instant now) {
    Source source = job.source();
    if (!open.containsKey(source.name())) {
      return;
    }
    if (!run(source).isEmpty()) {
      close(source, now);
      return;
    }
    open.remove(source.name());
    looks.remove(source.name());
    visitAt(source, wake);
  }

  private void visitAt(Source source, Instant due) {
    SourceState later = standing(source).dueAt(due);
    standings.put(source.name(), later);
    state.commit(() -> state.keep(later));
  }

  private static VisitOutcome outcome(Fetched fetched, @Nullable Listing listing) {
    if (fetched instanceof Fetched.Refused refused) {
      return VisitOutcome.of(refused.reason());
    }
    if (listing == null) {
      return VisitOutcome.NOT_MODIFIED;
    }
    return listing.kind() == Listing.Kind.UNREADABLE ? VisitOutcome.UNREADABLE : VisitOutcome.READ;
  }

  private static @Nullable String complaint(Fetched fetched, @Nullable Listing listing) {
    if (fetched instanceof Fetched.Refused refused) {
      return refused.clip().detail();
    }
    return listing == null ? null : listing.complaint();
  }

  private int take(
      Look job, Fetched fetched, @Nullable Listing listing, VisitOutcome outcome, Instant now) {
    LinkIntake.Found found = LinkIntake.Found.NOTHING;
    if (listing != null) {
      found = links.take(job, listing, now);
      links.further(job, listing, now).forEach(further -> look(job, further));
    }
    Validators validators =
        fetched instanceof Fetched.Answered answered
            ? answered.validators()
            : fetched instanceof Fetched.NotModified same ? same.validators() : Validators.NONE;
    boolean had = !(fetched instanceof Fetched.Refused);
    // What found no room must be named again the next time.
    Heard heard = found.cut() ? Heard.NOTHING : new Heard(validators, had ? job.stamp() : null);
    state.listings().put(job.url(), job.source().name(), heard, outcome, had, now);
    return found.pages();
  }

  private void look(Look from, LinkIntake.Further further) {
    Instant stamp = further.kind() == Kind.SITEMAP ? further.link().modified() : null;
    look(from.source(), further.kind(), further.link().url(), further.depth(), stamp);
  }

  /** Takes in what became of an article. */
  void read(FetchJob.Read job, ArticleVisit visit, Instant now) {
    Clip clip = visit.clip();
    VisitOutcome outcome =
        state.commit(
            () -> {
              VisitOutcome noted = note(job, visit, now);
              state.tallies().add(job.source().name(), noted);
              return noted;
            });
    nextReading = null;
    state.page(job.key()).ifPresent(seen -> nextReading = seen.due());
    if (clip != null) {
      run(job.source()).page(clip, job.attempts(), outcome);
    }
    count(job.source(), outcome);
    tally(visit.fetched(), clip);
    listener.read(job.source(), job.url(), outcome, clip);
  }

  private VisitOutcome note(FetchJob.Read job, ArticleVisit visit, Instant now) {
    if (visit.fetched() instanceof Fetched.NotModified same) {
      return articles.notModified(job, same.validators(), now);
    }
    if (visit.fetched() instanceof Fetched.Refused refused) {
      return articles.refused(job, refused, now);
    }
    String answered =
        Objects.requireNonNull(((Fetched.Answered) visit.fetched()).page().url(), "its address");
    Clip clip = Objects.requireNonNull(visit.clip(), "an answer gives a clip");
    return articles.read(job, answered, clip, visit.validators(), now);
  }

  /** Takes in that Coupure itself failed. */
  void failed(FetchJob job, Throwable defect, Instant now) {
    String detail = DefectContainment.sentence(defect);
    if (job instanceof Look look) {
      run(job.source()).listing(detail, true);
      listener.looked(job.source(), job.url(), VisitOutcome.of(Reason.DEFECT), null, 0, detail);
      close(look.source(), now);
      return;
    }
    FetchJob.Read read = (FetchJob.Read) job;
    Clip clip = Clip.failed(job.url(), Reason.DEFECT, detail);
    Retry retry = Retry.of(clip, read.attempts(), now);
    state.commit(
        () ->
            state.visited(
                read.key(),
                new State.Visited(
                    VisitOutcome.of(Reason.DEFECT),
                    detail,
                    retry.at(),
                    retry.attempts(),
                    Validators.NONE,
                    null),
                now));
    run(job.source()).page(clip, read.attempts(), VisitOutcome.of(Reason.DEFECT));
    count(job.source(), VisitOutcome.of(Reason.DEFECT));
    listener.read(job.source(), job.url(), VisitOutcome.of(Reason.DEFECT), clip);
  }

  /** Returns when the page read last is to be read again, if it is. */
  Optional<Instant> nextReading() {
    return Optional.ofNullable(nextReading);
  }

  private void close(Source source, Instant now) {
    int left = open.merge(source.name(), -1, Integer::sum);
    if (left <= 0) {
      finish(source, now);
    }
  }

  private void finish(Source source, Instant now) {
    open.remove(source.name());
    looks.remove(source.name());
    Instant next = source.schedule().after(now);
    visited.add(source.name());
    judge(source, standing(source).after(run(source), now, next, configuration.alarm()), now);
    listener.visited(source, standing(source));
  }

  private void judge(Source source, SourceState after, Instant now) {
    SourceState before = standing(source);
    runs.put(source.name(), new SourceRun());
    standings.put(source.name(), after);
    state.commit(() -> state.keep(after));
    if (after.mood() != before.mood()) {
      listener.alert(new Alert(source.name(), before.mood(), after.mood(), after.trouble(), now));
    }
  }

  private void tally(Fetched fetched, @Nullable Clip clip) {
    Clip end = fetched instanceof Fetched.Refused refusal ? refusal.clip() : clip;
    asked++;
    refused += end != null && end.reason().shutsOut() ? 1 : 0;
  }

  private SourceState standing(Source source) {
    return Objects.requireNonNull(standings.get(source.name()));
  }

  private SourceRun run(Source source) {
    return Objects.requireNonNull(runs.get(source.name()));
  }

  private void count(Source source, VisitOutcome outcome) {
    counts
        .computeIfAbsent(source.name(), name -> new TreeMap<>())
        .merge(outcome.code(), 1, Integer::sum);
  }

  /** Judges what was read since the last visits, and returns what all came to. */
  Report report(Instant now) {
    for (Source source : configuration.sources()) {
      if (!run(source).isEmpty()) {
        judge(source, standing(source).read(run(source), now), now);
      }
    }
    List<SourceState> met =
        standings.values().stream()
            .filter(s -> visited.contains(s.name()) || counts.containsKey(s.name()))
            .toList();
    return new Report(
        started,
        now,
        met,
        counts,
        articles.matched(),
        Status.waiting(configuration, state),
        ending(met));
  }

  /** A run that gives nothing because Coupure itself fails must not look like one without news. */
  private boolean isOnlyDefects() {
    return counted(VisitOutcome.of(Reason.DEFECT).code()) > 0
        && VisitOutcome.DELIVERED.stream().allMatch(outcome -> counted(outcome.code()) == 0);
  }

  private int counted(String outcome) {
    return counts.values().stream().mapToInt(of -> of.getOrDefault(outcome, 0)).sum();
  }

  private Report.Ending ending(List<SourceState> met) {
    if (asked > 0 && refused == asked) {
      return Report.Ending.SHUT_OUT;
    }
    boolean failed =
        met.stream().anyMatch(s -> s.isDown() || (s.failures() > 0 && visited.contains(s.name())));
    return failed || isOnlyDefects() ? Report.Ending.SOME_FAILED : Report.Ending.WELL;
  }
}
