package org.coupure.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/**
 * The cookies that are sent: those that the user brought, where they belong; and, for the sites
 * that were chosen, those that the site set, until the end of the run. Thread-safe.
 */
final class SessionCookies implements CookieJar {
  /** A site needs only a few cookies to let a visitor in; more are tracking. */
  private static final int MOST_COOKIES = 50;

  private final List<Cookie> brought;
  private final Predicate<String> keeps;
  private final Map<String, Map<String, Cookie>> kept = new LinkedHashMap<>();

  /**
   * Makes a jar.
   *
   * @param keeps tells by a host's name whether its own cookies are kept
   */
  SessionCookies(List<Cookie> brought, Predicate<String> keeps) {
    this.brought = List.copyOf(brought);
    this.keeps = keeps;
  }

  boolean keeps(HttpUrl url) {
    return keeps.test(url.host());
  }

  @Override
  public synchronized void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
    if (!keeps(url)) {
      return;
    }
    Map<String, Cookie> own = kept.computeIfAbsent(url.host(), host -> new LinkedHashMap<>());
    for (Cookie cookie : cookies) {
      if (own.size() < MOST_COOKIES || own.containsKey(cookie.name())) {
        own.put(cookie.name(), cookie);
      }
    }
  }

  @Override
  public synchronized List<Cookie> loadForRequest(HttpUrl url) {
    Map<String, Cookie> sent = new LinkedHashMap<>();
    for (Cookie cookie : brought) {
      if (cookie.matches(url)) {
        sent.put(cookie.name(), cookie);
      }
    }
    for (Cookie cookie : kept.getOrDefault(url.host(), Map.of()).values()) {
      if (cookie.matches(url)) {
        sent.put(cookie.name(), cookie);
      }
    }
    return new ArrayList<>(sent.values());
  }
}
