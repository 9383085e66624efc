package org.coupure.fetch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;

/**
 * Decides, by where a request for a page ended up, whether that can be the page: articles that are
 * gone are often redirected to the home page, and domains that are gone to who sells them.
 */
final class RedirectTarget {
  /** What an article's last path segment looks like: words, or a number among them. */
  private static final Pattern ARTICLE = Pattern.compile("(?=.*[-_0-9]).{12,}");

  private static final Pattern HOME =
      Pattern.compile("/?(?:index|default|home)?(?:\\.[a-z]{3,5})?/?|/[a-z]{2}(?:-[a-z]{2})?/?");

  private final ParkedDomains parkedDomains = ParkedDomains.bundled();

  /** Returns why the page that {@code trail} ended at is not the one asked for, or empty. */
  Optional<FetchFailure> check(List<HttpUrl> trail) {
    HttpUrl asked = trail.get(0);
    HttpUrl here = trail.get(trail.size() - 1);
    boolean moved = !HostGate.host(asked).equals(HostGate.host(here));
    if (moved && parkedDomains.inHost(asked.host()).isEmpty()) {
      Optional<String> seller = parkedDomains.inHost(here.host());
      if (seller.isPresent()) {
        return Optional.of(parked(asked, "leads to " + here.host()));
      }
    }
    String segment = lastSegment(asked);
    if (trail.size() > 1 && ARTICLE.matcher(segment).matches() && isHome(here)) {
      return Optional.of(
          new FetchFailure(
              Outcome.EMPTY,
              Reason.ERROR_PAGE,
              "the address leads to the home page, as those of lost pages do"));
    }
    return Optional.empty();
  }

  /** Returns why a page's source is none of an article's, or empty. */
  Optional<FetchFailure> check(HttpUrl url, byte[] page) {
    return parkedDomains.inSource(page).map(mark -> parked(url, "shows the page of " + mark));
  }

  private static FetchFailure parked(HttpUrl url, String how) {
    return new FetchFailure(
        Outcome.EMPTY, Reason.PARKED, "the domain of " + url.host() + " is not in use: it " + how);
  }

  private static boolean isHome(HttpUrl url) {
    return url.query() == null && HOME.matcher(url.encodedPath()).matches();
  }

  private static String lastSegment(HttpUrl url) {
    List<String> segments = url.pathSegments();
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (!segments.get(i).isEmpty()) {
        return segments.get(i);
      }
    }
    return "";
  }
}
