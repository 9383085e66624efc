package org.coupure.fetch;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.coupure.article.Reason;
import org.coupure.page.DeclaredRefresh;
import org.jspecify.annotations.Nullable;

/**
 * Follows redirects in place of OkHttp: each is a request of its own that waits for its turn and is
 * checked like the first one, and an error message can name the whole chain.
 */
final class Redirects {
  private Redirects() {}

  /** The URLs of one call in order, for the sentence that says where it ended. */
  static String chain(List<HttpUrl> trail) {
    return trail.stream().map(HttpUrl::toString).collect(Collectors.joining(" → "));
  }

  /** What to do with an answer: go on to {@code next}, refuse, or (both null) take it as it is. */
  record Hop(@Nullable HttpUrl next, @Nullable FetchFailure refusal) {
    private static final Hop STAY = new Hop(null, null);

    private static Hop refuse(List<HttpUrl> trail, String why) {
      return new Hop(null, FetchFailure.failed(Reason.REDIRECTS, why + ": " + chain(trail)));
    }
  }

  /**
   * Decides about an answer.
   *
   * @param trail the URLs so far, the one that answered last
   * @param changes tells the sites that may answer otherwise the second time, since they know the
   *     visitor by a cookie
   */
  static Hop decide(
      List<HttpUrl> trail,
      int status,
      @Nullable String location,
      int limit,
      Predicate<HttpUrl> changes) {
    boolean redirect = (status >= 301 && status <= 303) || status == 307 || status == 308;
    if (!redirect) {
      return Hop.STAY;
    }
    if (location == null || location.isBlank()) {
      return Hop.refuse(trail, "status " + status + " is a redirect, but says no Location");
    }
    return follow(trail, location, limit, changes);
  }

  /**
   * Decides about an answer whose page declares a redirect itself, by a header or by markup.
   *
   * @param body the page, unpacked
   * @param refresh the header {@code Refresh}, or null
   */
  static Hop declared(List<HttpUrl> trail, byte[] body, @Nullable String refresh, int limit) {
    HttpUrl here = trail.get(trail.size() - 1);
    Optional<DeclaredRefresh> declared =
        Optional.ofNullable(refresh)
            .flatMap(DeclaredRefresh::parse)
            .filter(DeclaredRefresh::isRedirect)
            .or(() -> DeclaredRefresh.in(body));
    HttpUrl next = declared.map(found -> here.resolve(found.target())).orElse(null);
    // A page that leads back to where the visitor was is as good as it gets.
    return next == null || trail.contains(bare(next))
        ? Hop.STAY
        : follow(trail, next.toString(), limit, url -> false);
  }

  private static HttpUrl bare(HttpUrl url) {
    return url.newBuilder().fragment(null).username("").password("").build();
  }

  private static Hop follow(
      List<HttpUrl> trail, String location, int limit, Predicate<HttpUrl> changes) {
    HttpUrl here = trail.get(trail.size() - 1);
    HttpUrl next = here.resolve(location.strip());
    if (next == null) {
      String to = RequestedUrl.quote(location.strip());
      return Hop.refuse(trail, "redirected to " + to + ", which is not an http or https address");
    }
    next = bare(next);
    if (trail.contains(next) && !changes.test(next)) {
      return Hop.refuse(
          append(trail, next),
          "redirected in a circle, as sites do that insist on cookies (`cookies: keep` in a rule)");
    }
    if (trail.size() > limit) {
      return Hop.refuse(append(trail, next), "more than " + limit + " redirects");
    }
    return new Hop(next, null);
  }

  private static List<HttpUrl> append(List<HttpUrl> trail, HttpUrl next) {
    return Stream.concat(trail.stream(), Stream.of(next)).toList();
  }
}
