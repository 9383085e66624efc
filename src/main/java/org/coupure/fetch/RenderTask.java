package org.coupure.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One page on its way through a {@link Renderer}, for which it waits its host's turn as for any
 * other visit. To be used by one thread at a time.
 */
public final class RenderTask {
  /** When to look again for a browser that is free. */
  private static final Duration GLANCE = Duration.ofMillis(200);

  private final Fetched.Answered plain;
  private final Renderer renderer;
  private final PoliteFetcher house;
  private final String host;
  private final String origin;
  private @Nullable Fetched result;

  RenderTask(Fetched.Answered plain, Renderer renderer, PoliteFetcher house) {
    this.plain = plain;
    this.renderer = renderer;
    this.house = house;
    HttpUrl url = RequestedUrl.parse(String.valueOf(plain.page().url())).url();
    if (url == null) {
      throw new IllegalArgumentException("a fetched page has its address: " + plain.page());
    }
    this.host = HostGate.host(url);
    this.origin = RobotsCache.origin(url);
  }

  /**
   * Renders the page when it is its turn; blocks while the browser works.
   *
   * @return when to call again, or empty when there is a result
   */
  public Optional<Instant> proceed() {
    if (result != null) {
      return Optional.empty();
    }
    Instant now = house.clock().instant();
    if (!renderer.sit()) {
      return Optional.of(now.plus(GLANCE));
    }
    try {
      Politeness politeness = house.manners(host);
      Optional<Instant> turn = house.gate().enter(host, politeness, crawlDelay(politeness));
      if (turn.isEmpty()) {
        visit(politeness, now);
        return Optional.empty();
      }
      return patient(turn.get(), now.plus(politeness.patience()));
    } finally {
      renderer.rise();
    }
  }

  /**
   * Returns how it ended.
   *
   * @throws IllegalStateException when it has not yet
   */
  public Fetched result() {
    if (result == null) {
      throw new IllegalStateException("the rendering of " + plain.page() + " is not over");
    }
    return result;
  }

  private @Nullable Duration crawlDelay(Politeness politeness) {
    RobotsRules rules =
        politeness.robots() == Politeness.Robots.OBEY ? house.robots().get(origin) : null;
    return rules == null ? null : rules.crawlDelay();
  }

  private void visit(Politeness politeness, Instant asked) {
    Duration crawlDelay = crawlDelay(politeness);
    try {
      result = renderer.render(plain);
    } finally {
      Instant now = house.clock().instant();
      Duration took = Duration.between(asked, now);
      double chance = house.gate().chance();
      // A browser that fails says nothing about the host, which has just answered.
      house
          .gate()
          .leave(host, before -> politeness.after(before, plain, took, crawlDelay, now, chance));
    }
  }

  private Optional<Instant> patient(Instant turn, Instant latest) {
    if (!turn.isAfter(latest)) {
      return Optional.of(turn);
    }
    String why = host + " is left alone until " + turn + "; the page was not rendered";
    result =
        house.fetcher().refused(plain.page().source(), FetchFailure.failed(Reason.POSTPONED, why));
    return Optional.empty();
  }
}
