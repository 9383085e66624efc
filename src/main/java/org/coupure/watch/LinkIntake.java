package org.coupure.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.coupure.batch.HostQueues;
import org.coupure.discover.Canonical;
import org.coupure.discover.Filter;
import org.coupure.discover.ItemMetadata;
import org.coupure.discover.Link;
import org.coupure.discover.Listing;
import org.coupure.fetch.HostGate;
import org.coupure.page.ListedItem;
import org.coupure.watch.FetchJob.Look;
import org.coupure.watch.Source.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Notes down the pages that listings name, and says which further listings are worth a look. Used
 * by one thread, within transactions of the state.
 */
final class LinkIntake {
  /** An index of sitemaps may name others; more levels are a maze. */
  private static final int MAX_DEPTH = 3;

  /** The newest parts of a sitemap index; the older ones hold nothing new. */
  private static final int MAX_PARTS = 50;

  /**
   * More than a site can be asked for in half a day; a listing without end must not fill the disk.
   */
  private static final int MAX_WAITING = 20_000;

  /** A sitemap holds a site's whole past; without another limit only this much of it is news. */
  private static final Duration SITEMAP_AGE = Duration.ofDays(7);

  /** Some sitemaps call every page changed just now. */
  private static final Duration SOONEST_AGAIN = Duration.ofHours(1);

  private final State state;
  private final HostQueues<FetchTask> hostQueues;
  private final Canonical canonical;
  private final Articles articles;

  LinkIntake(
      State state, HostQueues<FetchTask> hostQueues, Canonical canonical, Articles articles) {
    this.articles = articles;
    this.state = state;
    this.hostQueues = hostQueues;
    this.canonical = canonical;
  }

  /**
   * What came of a listing.
   *
   * @param pages how many the source never listed before
   * @param cut whether there was no room for more
   */
  record Found(int pages, boolean cut) {
    static final Found NOTHING = new Found(0, false);
  }

  /** Notes down the pages that {@code listing} names, as far as its source wants them. */
  Found take(Look job, Listing listing, Instant now) {
    int found = 0;
    long room = room(job.source(), listing);
    Filter filter = filter(job, now);
    for (Link link : listing.links()) {
      boolean wanted = found < room && filter.refusal(link).isEmpty();
      ListedItem item = wanted ? item(job.url(), listing.kind(), link) : null;
      found += wanted && add(job.source(), link, item, now) ? 1 : 0;
    }
    return new Found(found, found >= room);
  }

  /** Counting takes a while, so only listings that could matter are worth it. */
  private long room(Source source, Listing listing) {
    return listing.links().size() < MAX_WAITING / 100
        ? MAX_WAITING
        : MAX_WAITING - state.waiting(source.name());
  }

  private static Filter filter(Look job, Instant now) {
    Filter filter = job.source().filter(now);
    return job.kind() == Kind.SITEMAP && filter.since() == null
        ? filter.withSince(now.minus(SITEMAP_AGE))
        : filter;
  }

  /** Returns what is worth keeping for the page's record; links of a page are no headlines. */
  private static @Nullable ListedItem item(String url, Listing.Kind kind, Link link) {
    ItemMetadata more = link.item();
    boolean news = link.title() != null || link.published() != null || !more.tags().isEmpty();
    if (kind != Listing.Kind.FEED && !(kind == Listing.Kind.SITEMAP && news)) {
      return null;
    }
    return new ListedItem(
        url,
        link.title(),
        more.authors(),
        link.published(),
        kind == Listing.Kind.FEED ? link.modified() : null,
        link.language(),
        more.tags(),
        more.content());
  }

  /**
   * Notes a page down; returns whether the source never listed it before.
   *
   * @param item what its listing says of it, or null
   */
  boolean add(Source source, Link link, @Nullable ListedItem item, Instant now) {
    String key = canonical.key(link.url()).orElse(null);
    String host = HostGate.host(link.url());
    if (key == null || host.isEmpty()) {
      return false;
    }
    boolean listed = state.list(key, source.name());
    if (state.add(key, link.url(), host, source.name(), now)) {
      if (item != null) {
        state.items().put(key, item);
      }
      hostQueues.more(host);
      return true;
    }
    State.Seen seen = state.page(key).orElseThrow();
    if (listed) {
      listedLater(source, key, host, seen, now);
    }
    if (isChanged(seen, link, now)) {
      again(key, host, now);
      if (item != null) {
        state.items().put(key, item);
      }
    } else if (item != null && state.page(key).map(State.Seen::due).isPresent()) {
      state.items().putIfAbsent(key, item);
    }
    return listed;
  }

  /** A page that another source did not want or could not read may be wanted by this one. */
  private void listedLater(Source source, String key, String host, State.Seen seen, Instant now) {
    // It may have waited for a source that the configuration no longer has.
    hostQueues.more(host);
    if (seen.record() != null) {
      articles.listed(seen.record(), source, now);
    } else if (seen.fetched() != null && seen.due() == null) {
      state.readAnew(key, now);
    }
  }

  private void again(String key, String host, Instant now) {
    state.visitAt(key, now);
    hostQueues.more(host);
  }

  /** A page that says that it changed since we read it is read again, if not too often. */
  private static boolean isChanged(State.Seen seen, Link link, Instant now) {
    Instant latest = link.latest();
    Instant fetched = seen.fetched();
    boolean waits = seen.due() != null && !seen.due().isAfter(now);
    return !waits
        && seen.record() != null
        && fetched != null
        && latest != null
        && latest.isAfter(fetched)
        && fetched.plus(SOONEST_AGAIN).isBefore(now);
  }

  /**
   * A listing to look through because another one named it.
   *
   * @param depth how many listings led to it
   */
  record Further(Kind kind, Link link, int depth) {}

  /** Returns the listings that {@code listing} names and that may hold news. */
  List<Further> further(Look job, Listing listing, Instant now) {
    if (job.depth() >= MAX_DEPTH) {
      return List.of();
    }
    if (job.kind() == Kind.FEED && listing.kind() == Listing.Kind.INDEX_PAGE) {
      // The first feed that a page announces is that of all articles; comments come later.
      return listing.further().stream()
          .limit(1)
          .map(feed -> new Further(Kind.FEED, feed, MAX_DEPTH))
          .toList();
    }
    if (listing.kind() != Listing.Kind.SITEMAP_INDEX && listing.kind() != Listing.Kind.SITEMAP) {
      return List.of();
    }
    Instant oldest = filter(job, now).since();
    return listing.further().stream()
        .filter(part -> isNews(job.source(), part, oldest))
        .sorted(Comparator.comparing(LinkIntake::time).reversed())
        .limit(MAX_PARTS)
        .map(part -> new Further(Kind.SITEMAP, part, job.depth() + 1))
        .toList();
  }

  private boolean isNews(Source source, Link part, @Nullable Instant oldest) {
    Instant modified = part.modified();
    if (modified == null) {
      return true;
    }
    Instant known = state.listings().get(part.url(), source.name()).modified();
    return (known == null || modified.isAfter(known))
        && (oldest == null || !modified.plus(Duration.ofDays(1)).isBefore(oldest));
  }

  private static Instant time(Link part) {
    return Objects.requireNonNullElse(part.modified(), Instant.MAX);
  }
}
