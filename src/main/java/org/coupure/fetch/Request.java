package org.coupure.fetch;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What to ask for. Immutable.
 *
 * @param url an absolute http or https URL; white space around it and a fragment are ignored
 * @param purpose what it is for
 * @param validators what the last answer said of its version; when the page is still the same, the
 *     outcome is {@link Fetched.NotModified}
 * @param headers more headers, name to value; sent to the URL's own host only, not to those it
 *     redirects to
 */
public record Request(
    String url, Purpose purpose, Validators validators, Map<String, String> headers) {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\t]{0,8000}");

  /** What says where the request goes and how it is read, and is the fetcher's own business. */
  private static final Set<String> OWN =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "accept-encoding",
          "proxy-authorization",
          "te",
          "upgrade",
          "user-agent");

  /**
   * Checks the headers.
   *
   * @throws IllegalArgumentException when one could not be sent or is not the caller's to set
   */
  public Request {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(validators, "validators");
    headers = Map.copyOf(headers);
    headers.forEach(Request::check);
  }

  public static Request of(String url, Purpose purpose) {
    return new Request(url, purpose, Validators.NONE, Map.of());
  }

  /** Returns a request for a page. */
  public static Request page(String url) {
    return of(url, Purpose.PAGE);
  }

  public Request withValidators(Validators known) {
    return new Request(url, purpose, known, headers);
  }

  public Request withHeaders(Map<String, String> more) {
    return new Request(url, purpose, validators, more);
  }

  /**
   * Adds headers that a site's rule wants. Those that are set already stay, and those that are the
   * fetcher's own business, such as {@code User-Agent}, are left out: a rule must not end a run.
   */
  public Request withSiteHeaders(Map<String, String> wanted) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    wanted.forEach(
        (name, value) -> {
          if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
            all.putIfAbsent(name, value);
          }
        });
    return withHeaders(all);
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no header can be called " + RequestedUrl.quote(name));
    }
    if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("the header " + name + " can't be set");
    }
    if (!VALUE.matcher(value).matches()) {
      // The value may be a password, so it is not shown.
      throw new IllegalArgumentException("the value of the header " + name + " is not plain ASCII");
    }
  }
}
