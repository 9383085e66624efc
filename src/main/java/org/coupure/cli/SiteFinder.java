package org.coupure.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.coupure.discover.Canonical;
import org.coupure.discover.Link;
import org.coupure.discover.Listing;
import org.coupure.discover.ListingReader;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Purpose;
import org.coupure.fetch.Request;
import org.coupure.page.Limits;
import org.coupure.page.PageReader;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a site lists its new articles: in feeds that its front page announces, else in feeds
 * at usual paths, else on the front page itself, else in a sitemap. Thread-safe.
 */
final class SiteFinder {
  /** A front page that names fewer articles is not usable as a list. */
  private static final int INDEX_LINKS = 5;

  /** Of a site that announces a feed for each tag, only the first feeds are used. */
  private static final int MOST_FEEDS = 5;

  private static final Map<String, List<String>> USUAL =
      WordLists.words("discover/usual-paths.txt");

  private final PoliteFetcher fetcher;
  private final ListingReader reader =
      new ListingReader(Canonical.bundled(), new PageReader(Limits.DEFAULT)::read);

  SiteFinder(PoliteFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** The result for a URL: a listing, or a sentence that says why there is none. */
  private record Seen(String url, @Nullable Listing listing, String complaint) {
    boolean is(Listing.Kind kind) {
      return listing != null && listing.kind() == kind;
    }

    Listing need() {
      return Objects.requireNonNull(listing);
    }
  }

  /**
   * Looks at a site and returns what was found.
   *
   * @param site a URL of its front page or of a feed, with {@code https://} or without
   */
  FoundSite find(String site) {
    String given = site.strip();
    boolean whole = given.matches("(?i)https?://.*");
    Url url = Url.parse(whole ? given : "https://" + given);
    if (url == null) {
      return FoundSite.nothing(given, "this is no URL; write such as https://example.org/");
    }
    Seen seen = look(url.toString(), Purpose.FEED);
    if (!whole && seen.listing == null) {
      Seen plain = look("http://" + given, Purpose.FEED);
      seen = plain.listing == null ? seen : plain;
    }
    String name = Site.withoutWww(url.host());
    if (seen.listing == null) {
      return FoundSite.nothing(given, seen.complaint);
    }
    return switch (seen.listing.kind()) {
      case FEED -> new FoundSite(name, "feed", List.of(seen.url), null);
      case SITEMAP, SITEMAP_INDEX -> new FoundSite(name, "sitemap", List.of(seen.url), null);
      case URL_LIST -> new FoundSite(name, "list", List.of(seen.url), null);
      case INDEX_PAGE -> site(name, seen);
      case UNREADABLE ->
          FoundSite.nothing(given, Objects.requireNonNullElse(seen.listing.complaint(), "no page"));
    };
  }

  private FoundSite site(String name, Seen front) {
    List<String> announced = front.need().further().stream().map(Link::url).toList();
    List<String> feeds = feeds(announced.stream().filter(url -> !isOfComments(url)).toList());
    if (feeds.isEmpty()) {
      feeds = first("feed", front, Purpose.FEED, Listing.Kind.FEED);
    }
    if (!feeds.isEmpty()) {
      return new FoundSite(name, "feed", feeds, null);
    }
    if (front.need().links().size() >= INDEX_LINKS) {
      return new FoundSite(name, "index", List.of(front.url), null);
    }
    List<String> sitemaps =
        first("sitemap", front, Purpose.SITEMAP, Listing.Kind.SITEMAP, Listing.Kind.SITEMAP_INDEX);
    return sitemaps.isEmpty()
        ? FoundSite.nothing(
            name, "it has no feed and no sitemap, and its page names too few articles")
        : new FoundSite(name, "sitemap", sitemaps, null);
  }

  /** Returns the readable feeds that name an article which the ones before do not. */
  private List<String> feeds(List<String> urls) {
    List<String> feeds = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (String url : urls) {
      Seen seen = feeds.size() < MOST_FEEDS ? look(url, Purpose.FEED) : null;
      if (seen != null && seen.is(Listing.Kind.FEED)) {
        Set<String> links = seen.need().links().stream().map(Link::url).collect(Collectors.toSet());
        if (named.addAll(links)) {
          feeds.add(seen.url);
        }
      }
    }
    return feeds;
  }

  private List<String> first(String key, Seen front, Purpose purpose, Listing.Kind... wanted) {
    Url root = Objects.requireNonNull(Url.parse(front.url));
    for (String path : USUAL.getOrDefault(key, List.of())) {
      Url url = root.resolve(path);
      Seen seen = url == null ? null : look(url.toString(), purpose);
      if (seen != null && Set.of(wanted).contains(kind(seen))) {
        boolean empty = seen.need().links().isEmpty() && seen.need().further().isEmpty();
        if (!empty) {
          return List.of(seen.url);
        }
      }
    }
    return List.of();
  }

  private static Listing.Kind kind(Seen seen) {
    return seen.listing == null ? Listing.Kind.UNREADABLE : seen.listing.kind();
  }

  private static boolean isOfComments(String url) {
    Url parsed = Url.parse(url);
    String path = parsed == null ? "" : parsed.path().toLowerCase(Locale.ROOT);
    List<String> words = List.of(path.split("[/._-]", -1));
    return USUAL.getOrDefault("comments", List.of()).stream().anyMatch(words::contains);
  }

  private Seen look(String url, Purpose purpose) {
    Fetched fetched = fetcher.fetch(Request.of(url, purpose));
    if (fetched instanceof Fetched.Answered answered) {
      String at = answered.page().url();
      return new Seen(at == null ? url : at, reader.read(answered.page()), "");
    }
    if (fetched instanceof Fetched.Refused refused) {
      String detail = refused.clip().detail();
      return new Seen(url, null, detail == null ? refused.reason().code() : detail);
    }
    return new Seen(url, null, "it did not answer");
  }
}
