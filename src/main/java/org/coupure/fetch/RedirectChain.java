package org.coupure.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/** The URLs that one request goes through. Belongs to the request's thread. */
final class RedirectChain {
  private final List<HttpUrl> urls = new ArrayList<>();
  private Duration used = Duration.ZERO;
  private Duration took = Duration.ZERO;

  RedirectChain(HttpUrl first) {
    urls.add(first);
  }

  void add(HttpUrl url) {
    urls.add(url);
  }

  HttpUrl first() {
    return urls.get(0);
  }

  /** Returns the URL the request came to. */
  HttpUrl last() {
    return urls.get(urls.size() - 1);
  }

  List<HttpUrl> urls() {
    return List.copyOf(urls);
  }

  /** Returns how much of the time limit is used up, waiting for a turn not counted. */
  Duration used() {
    return used;
  }

  void use(long nanos) {
    used = used.plusNanos(nanos);
  }

  /** Returns how long the servers took so far, the one asked at {@code asked} included. */
  Duration took(Instant asked, Instant now) {
    return now.isBefore(asked) ? took : took.plus(Duration.between(asked, now));
  }

  void take(Duration all) {
    took = all;
  }

  /** Returns how the request got to where it ended, or nothing when it was not redirected. */
  String describe() {
    return urls.size() < 2 ? "" : " (after redirects: " + Redirects.chain(urls) + ")";
  }
}
