package org.coupure.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.article.Rights;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way, with all that it needs: the robots.txt of each host it comes to, its turn
 * there, and its redirects. To be used by one thread at a time.
 */
public final class HttpExchange {
  private final Request request;
  private final PoliteFetcher polite;
  private final @Nullable RedirectChain redirectChain;

  /** The robots.txt or file of reservations that is needed first, while it is on its way. */
  private @Nullable HttpExchange siteFile;

  private @Nullable Fetched result;

  private HttpExchange(Request request, PoliteFetcher polite, RequestedUrl url) {
    this.request = request;
    this.polite = polite;
    this.redirectChain = url.url() == null ? null : new RedirectChain(url.url());
    this.result =
        url.refusal() == null ? null : polite.fetcher().refused(request.url(), url.refusal());
  }

  static HttpExchange of(Request request, PoliteFetcher polite) {
    return new HttpExchange(request, polite, RequestedUrl.parse(request.url()));
  }

  /**
   * Goes on as far as can be without waiting for a turn; blocks while servers answer.
   *
   * @return when to call again, or empty when there is a result
   */
  public Optional<Instant> proceed() {
    Optional<Instant> turn = Optional.empty();
    while (result == null && turn.isEmpty()) {
      turn = step(Objects.requireNonNull(redirectChain));
    }
    return turn;
  }

  /**
   * Returns how the request ended.
   *
   * @throws IllegalStateException when it has not yet
   */
  public Fetched result() {
    if (result == null) {
      throw new IllegalStateException("the visit to " + request.url() + " is not over");
    }
    return result;
  }

  private Optional<Instant> step(RedirectChain redirectChain) {
    HttpUrl url = redirectChain.last();
    Optional<FetchFailure> unsafe = polite.fetcher().unsafe(url);
    if (unsafe.isPresent()) {
      String sentence = unsafe.get().sentence() + redirectChain.describe();
      result = refused(FetchFailure.failed(unsafe.get().reason(), sentence), 0, null);
      return Optional.empty();
    }
    Politeness politeness = polite.manners(HostGate.host(url));
    boolean asksRobots =
        politeness.robots() == Politeness.Robots.OBEY && request.purpose() != Purpose.ROBOTS;
    RobotsRules rules = asksRobots ? polite.robots().get(RobotsCache.origin(url)) : null;
    if (asksRobots && rules == null) {
      return robots(url);
    }
    if (rules != null && !rules.allows(url)) {
      result = forbidden(url, rules.file());
      return Optional.empty();
    }
    TdmCache reservations = request.purpose() == Purpose.PAGE ? polite.reservations() : null;
    if (reservations != null && reservations.get(RobotsCache.origin(url)) == null) {
      return reservation(RobotsCache.origin(url), reservations);
    }
    return ask(redirectChain, politeness, rules);
  }

  private Optional<Instant> ask(
      RedirectChain redirectChain, Politeness politeness, @Nullable RobotsRules rules) {
    HttpUrl url = redirectChain.last();
    String host = HostGate.host(url);
    Duration crawlDelay = rules == null ? null : rules.crawlDelay();
    Optional<Instant> turn = polite.gate().enter(host, politeness, crawlDelay);
    if (turn.isPresent()) {
      return patient(turn.get(), host, politeness);
    }
    Rights stated = stated(url, rules);
    Instant asked = polite.clock().instant();
    try {
      result = polite.fetcher().step(request, redirectChain, stated);
    } finally {
      Instant now = polite.clock().instant();
      Duration took = Duration.between(asked, now);
      polite.gate().leave(host, before -> after(before, politeness, took, crawlDelay, now));
    }
    return Optional.empty();
  }

  /** Returns what the site's own files say about the use of what is at {@code url}. */
  private Rights stated(HttpUrl url, @Nullable RobotsRules rules) {
    Rights stated = rules == null ? Rights.UNSTATED : rules.rights();
    TdmCache reservations = polite.reservations();
    TdmRules tdm = reservations == null ? null : reservations.get(RobotsCache.origin(url));
    return tdm == null ? stated : stated.or(tdm.rights(url));
  }

  private HostState after(
      HostState before,
      Politeness politeness,
      Duration took,
      @Nullable Duration crawlDelay,
      Instant now) {
    double chance = polite.gate().chance();
    HostState after = politeness.after(before, result, took, crawlDelay, now, chance);
    // A server that refuses pages may still send its robots.txt, so that answer does not show that
    // it has recovered.
    return request.purpose().isOfSite() && after.trouble() == null
        ? before.notBefore(after.notBefore())
        : after;
  }

  /** Ends the request when its turn is too far away, and says when that would be. */
  private Optional<Instant> patient(Instant turn, String host, Politeness politeness) {
    if (!turn.isAfter(polite.clock().instant().plus(politeness.patience()))) {
      return Optional.of(turn);
    }
    HostState state = polite.gate().state(host);
    String why = "it was asked a short while ago";
    if (state.trouble() != null) {
      String visits =
          state.failures() == 1 ? "its last visit" : "its last " + state.failures() + " visits";
      why = visits + " failed: " + state.trouble().code();
    }
    FetchFailure failure =
        FetchFailure.failed(
            Reason.POSTPONED,
            host + " is left alone until " + AnswerCheck.clock(turn) + "; " + why);
    result = refused(failure, 0, turn);
    return Optional.empty();
  }

  private Fetched forbidden(HttpUrl url, RobotsFile file) {
    String where = RobotsCache.origin(url) + "/robots.txt";
    if (file.kind() == RobotsFile.Kind.RULES) {
      return refused(FetchFailure.blocked(Reason.ROBOTS, where + " forbids " + url), 0, null);
    }
    String why =
        where + " could not be had at " + AnswerCheck.clock(file.fetched()) + ", which forbids all";
    return refused(FetchFailure.blocked(Reason.ROBOTS, why), 0, file.expires());
  }

  private Fetched refused(FetchFailure failure, int status, @Nullable Instant comeBack) {
    Clip clip = polite.fetcher().refused(request.url(), failure).clip();
    return new Fetched.Refused(clip, status, comeBack, Duration.ZERO);
  }

  /** Goes on with the robots.txt of {@code url}, for which the request has to wait. */
  private Optional<Instant> robots(HttpUrl url) {
    String origin = RobotsCache.origin(url);
    if (siteFile == null) {
      siteFile = of(Request.of(origin + "/robots.txt", Purpose.ROBOTS), polite);
    }
    Optional<Instant> turn = siteFile.proceed();
    if (turn.isEmpty()) {
      arrived(origin, siteFile.result());
      siteFile = null;
    }
    return turn;
  }

  /** Goes on with the TDM file of {@code origin}; what can't be had says nothing. */
  private Optional<Instant> reservation(String origin, TdmCache reservations) {
    if (siteFile == null) {
      siteFile = of(Request.of(origin + TdmRules.PATH, Purpose.RIGHTS), polite);
    }
    Optional<Instant> turn = siteFile.proceed();
    if (turn.isEmpty()) {
      reservations.put(origin, siteFile.result());
      siteFile = null;
    }
    return turn;
  }

  /** RFC 9309 section 2.3.1. */
  private void arrived(String origin, Fetched fetched) {
    if (fetched instanceof Fetched.Answered answered) {
      String text = new String(answered.page().bytes(), StandardCharsets.UTF_8);
      polite.robots().put(origin, RobotsFile.Kind.RULES, text);
      rest(origin);
      return;
    }
    if (!(fetched instanceof Fetched.Refused refused)) {
      throw new IllegalStateException("a robots.txt is asked for without validators");
    }
    boolean refusedForGood = refused.status() >= 400 && refused.status() < 500;
    if (refused.reason() == Reason.REDIRECTS
        || (refusedForGood && refused.reason() != Reason.RATE_LIMITED)) {
      polite.robots().put(origin, RobotsFile.Kind.ABSENT, "");
    } else if (refused.status() >= 500) {
      polite.robots().put(origin, RobotsFile.Kind.UNREACHABLE, "");
    } else {
      // Nothing is known of the host, so the page shares its robots.txt's fate this time.
      result = likewise(refused);
    }
  }

  /** The pause that a robots.txt asks for is owed after its own visit as well. */
  private void rest(String origin) {
    RobotsRules rules = polite.robots().get(origin);
    String host = HostGate.host(origin);
    if (rules != null && rules.crawlDelay() != null) {
      Duration rest = polite.manners(host).rest(Duration.ZERO, rules.crawlDelay());
      polite.gate().rest(host, polite.clock().instant().plus(rest));
    }
  }

  private Fetched likewise(Fetched.Refused refused) {
    FetchFailure failure =
        new FetchFailure(
            refused.clip().outcome(),
            refused.reason(),
            refused.reason() == Reason.POSTPONED
                ? String.valueOf(refused.clip().detail())
                : "its robots.txt could not be read: " + refused.clip().detail());
    return refused(failure, refused.status(), refused.comeBack());
  }
}
