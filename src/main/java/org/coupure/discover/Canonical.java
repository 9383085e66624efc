package org.coupure.discover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.text.WordLists;

/**
 * Tells which URLs are one page. Immutable and thread-safe.
 *
 * <p>Two questions, two answers: {@link #url} is what to ask the server for, and changes nothing
 * that a server could mind; {@link #key} is for comparing only, and leaves out all that tells two
 * URLs of one article apart: {@code http} or {@code https}, {@code www.}, {@code m.}, AMP, a
 * closing slash, the order of parameters. Upper and lower case of a path stay apart: some sites
 * tell articles by nothing else, and an article lost is worse than one met twice.
 */
public final class Canonical {
  /** {@code https://www.google.com/amp/s/example.org/a}, {@code …cdn.ampproject.org/c/s/…}. */
  private static final Pattern AMP_CACHE = Pattern.compile("/(?:amp|[cv])/(s/)?([^/]+\\..+)");

  private static final Pattern AMP_ENDING = Pattern.compile("(?:/amp/?|[.]amp([.]html?)?)$");

  private static final Pattern AMP_PARAMETER =
      Pattern.compile("(?:amp(?:=(?:1|true|yes|html)?)?|outputtype=amp|view=amp)");

  private static final Pattern INDEX_FILE = Pattern.compile("/(?:index|default)[.](?:html?|php)$");

  private final Set<String> names = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  private Canonical(Set<String> parameters) {
    for (String name : parameters) {
      if (name.endsWith("*")) {
        prefixes.add(name.substring(0, name.length() - 1));
      } else {
        names.add(name);
      }
    }
  }

  /** Returns the rules that are packed into the jar; see {@code config/discover/tracking.txt}. */
  public static Canonical bundled() {
    return new Canonical(WordLists.set("discover/tracking.txt"));
  }

  /**
   * Returns what to ask the server for: the URL in its normal spelling, without fragment and
   * without parameters that only say where the reader came from; empty when {@code url} is not an
   * absolute http or https URL.
   */
  public Optional<String> url(String url) {
    Url parsed = Url.parse(url);
    return parsed == null ? Optional.empty() : Optional.of(clean(parsed).toString());
  }

  /**
   * Returns what makes {@code url} the same page as another: without a scheme, so no URL. Empty
   * when {@code url} is not an absolute http or https URL.
   */
  public Optional<String> key(String url) {
    Url parsed = Url.parse(url);
    return parsed == null ? Optional.empty() : Optional.of(key(clean(parsed)));
  }

  Url clean(Url url) {
    Url page = unwrapped(url);
    String query = page.query();
    if (query == null) {
      return page;
    }
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
            .collect(Collectors.joining("&"));
    return page.withQuery(kept.isEmpty() ? null : kept);
  }

  /** Takes a URL out of the wrapping of an AMP cache. */
  private static Url unwrapped(Url url) {
    boolean cache =
        url.host().endsWith(".cdn.ampproject.org")
            || url.host().matches("(?:www[.])?google[.][a-z.]{2,6}");
    Matcher inner = AMP_CACHE.matcher(url.path());
    if (!cache || !inner.matches()) {
      return url;
    }
    String scheme = inner.group(1) == null ? "http://" : "https://";
    Url page = Url.parse(scheme + inner.group(2));
    return page == null ? url : page.withQuery(url.query());
  }

  private boolean isTracking(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    if (names.contains(name)) {
      return true;
    }
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static String key(Url parsed) {
    String host = Site.name(parsed.host());
    String path = INDEX_FILE.matcher(parsed.path()).replaceFirst("/");
    Matcher amp = AMP_ENDING.matcher(path);
    if (amp.find()) {
      path = path.substring(0, amp.start()) + (amp.group(1) == null ? "" : amp.group(1));
    }
    path = path.startsWith("/amp/") ? path.substring("/amp".length()) : path;
    path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String port = parsed.port() < 0 ? "" : ":" + parsed.port();
    String query = parsed.query();
    if (query == null) {
      return host + port + path;
    }
    String sorted =
        Arrays.stream(query.split("&", -1))
            .filter(p -> !AMP_PARAMETER.matcher(p.toLowerCase(Locale.ROOT)).matches())
            .sorted()
            .distinct()
            .collect(Collectors.joining("&"));
    return host + port + path + (sorted.isEmpty() ? "" : "?" + sorted);
  }
}
