package org.coupure.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https URL in the one spelling that never changes what it means: scheme and
 * host in lower case, the host in ASCII, no default port, no user name, no fragment, dots resolved,
 * percent-encoding as RFC 3986 section 6.2.2 wants it. Immutable.
 *
 * <p>The static methods that take a text read URLs in the spelling of a page, which records keep.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower-case ASCII; IPv6 in brackets
 * @param port -1 when it is the scheme's own
 * @param path begins with a slash
 * @param query what stands after the question mark, or null when there is none
 */
public record Url(String scheme, String host, int port, String path, @Nullable String query) {
  /** The longest URL that servers commonly take (characters); what is longer is data. */
  private static final int MAX_LENGTH = 4000;

  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(?i)(https?):/{1,3}([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

  private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

  private static final String UNRESERVED_MARKS = "-._~";

  /** Characters that have a meaning of their own in paths and queries, and stay as they stand. */
  private static final String RESERVED = "!$&'()*+,;=:@/?";

  /** Where the path begins at the earliest: behind {@code http://a.b}. */
  private static final int FIRST_PATH = 10;

  /** Returns the URL, or null when {@code text} is not an absolute http or https one. */
  public static @Nullable Url parse(String text) {
    String clean = clean(text);
    Matcher parts = ABSOLUTE.matcher(clean);
    if (clean.length() > MAX_LENGTH || !parts.matches()) {
      return null;
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String authority = parts.group(2);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
    String host = HostName.normal(decoded(colon < 0 ? authority : authority.substring(0, colon)));
    int port = colon < 0 ? -1 : port(authority.substring(colon + 1));
    if (host == null || port == 0) {
      return null;
    }
    int own = scheme.equals("https") ? 443 : 80;
    String query = parts.group(4);
    return new Url(
        scheme,
        host,
        port == own ? -1 : port,
        resolved(parts.group(3)),
        query == null ? null : encoded(query));
  }

  /** Returns what {@code text} means on the page at this URL, or null when it is no web page. */
  public @Nullable Url resolve(String text) {
    String clean = clean(text);
    if (clean.isEmpty() || clean.startsWith("#")) {
      return null;
    }
    if (clean.startsWith("//")) {
      return parse(scheme + ":" + clean);
    }
    if (OTHER_SCHEME.matcher(clean).matches()) {
      return parse(clean);
    }
    if (clean.startsWith("/")) {
      return parse(origin() + clean);
    }
    if (clean.startsWith("?")) {
      return parse(origin() + path + clean);
    }
    return parse(origin() + path.substring(0, path.lastIndexOf('/') + 1) + clean);
  }

  /** Returns scheme, host and port. */
  public String origin() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }

  /** Returns this URL with another query, or without one. */
  public Url withQuery(@Nullable String other) {
    return new Url(scheme, host, port, path, other);
  }

  /**
   * Returns {@code text} in its own spelling, made absolute against {@code base}; null when it is
   * not http.
   */
  public static @Nullable String absolute(String text, @Nullable String base) {
    String link = text.strip().replace(" ", "%20");
    if (link.isEmpty() || link.length() > MAX_LENGTH) {
      return null;
    }
    if (isHttp(link)) {
      return link;
    }
    if (base == null || (link.contains(":") && link.indexOf(':') < link.indexOf('/'))) {
      return null;
    }
    try {
      String resolved = new URI(base.strip()).resolve(new URI(link)).toString();
      return isHttp(resolved) ? resolved : null;
    } catch (URISyntaxException | IllegalArgumentException noUrl) {
      return null;
    }
  }

  /** Returns whether {@code text} begins as an absolute http or https URL does. */
  public static boolean isHttp(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  /**
   * Returns the host of a URL of any scheme: in lower-case ASCII, without a port and a final dot;
   * null when there is none.
   */
  public static @Nullable String host(@Nullable String url) {
    int start = url == null ? -1 : url.indexOf("://");
    if (url == null || start < 0) {
      return null;
    }
    String authority = url.substring(start + 3, end(url, start + 3, "/?#\\"));
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.indexOf(':', host.indexOf(']') + 1);
    return HostName.normal(port < 0 ? host : host.substring(0, port));
  }

  /**
   * Returns a host as {@link #host(String)} has it, or null when {@code name} is no name of a host.
   */
  public static @Nullable String normalHost(String name) {
    return HostName.normal(name);
  }

  /** Returns the path of a URL, at least a slash, without query and fragment. */
  public static String path(String url) {
    int start = url.indexOf("://");
    int from = end(url, start < 0 ? 0 : start + 3, "/?#");
    int to = end(url, from, "?#");
    return from == to ? "/" : url.substring(from, to);
  }

  /**
   * Returns the URL of the page that {@code url} holds a copy of, itself when it is none: web
   * archives write it behind the day, {@code /web/20190412/http://example.org/page}.
   */
  public static @Nullable String original(@Nullable String url) {
    if (url == null) {
      return null;
    }
    int inner = url.indexOf("/http", FIRST_PATH);
    char before = inner < 0 ? ' ' : url.charAt(inner - 1);
    boolean copy = before == '_' || Character.isDigit(before);
    return copy && isHttp(url.substring(inner + 1)) ? url.substring(inner + 1) : url;
  }

  /** Returns whether {@code url} is a site's front page: a host and no path. */
  public static boolean isHome(@Nullable String url) {
    return url != null
        && isHttp(url)
        && host(url) != null
        && pageKey(url).indexOf('/') < 0
        && url.indexOf('?') < 0;
  }

  /**
   * Returns what makes two links on a page the same: host and path, without a scheme, {@code www.},
   * a query and a final slash. Links that are not absolute keep what they have.
   */
  public static String pageKey(String url) {
    String host = isHttp(url) ? host(url) : null;
    int path = host == null ? 0 : end(url, url.indexOf("//") + 2, "/");
    int to = end(url, path, "?#");
    while (to > path && url.charAt(to - 1) == '/') {
      to--;
    }
    return (host == null ? "" : Site.withoutWww(host)) + url.substring(path, to);
  }

  private static int end(String text, int from, String marks) {
    int end = from;
    while (end < text.length() && marks.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  @Override
  public String toString() {
    return origin() + path + (query == null ? "" : "?" + query);
  }

  /** Browsers drop white space around and line breaks within, and read a backslash as a slash. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean query = false;
    for (char c : text.strip().toCharArray()) {
      query |= c == '?' || c == '#';
      if (c != '\t' && c != '\n' && c != '\r') {
        clean.append(c == '\\' && !query ? '/' : c);
      }
    }
    return clean.toString();
  }

  /** Returns the port, -1 when none is named, 0 when it is none. */
  private static int port(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    return port > 65_535 ? 0 : port;
  }

  private static String resolved(String raw) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = raw.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      String segment = encoded(segments[i]);
      boolean last = i == segments.length - 1;
      if (segment.equals("..")) {
        kept.pollLast();
      }
      if (!segment.equals(".") && !segment.equals("..")) {
        kept.addLast(segment);
      } else if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  /** Returns {@code text} with what must be encoded encoded, and what need not be decoded. */
  private static String encoded(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int value = c == '%' ? hex(text, i + 1) : -1;
      if (value >= 0) {
        append(out, value, isUnreserved(value));
        i += 3;
        continue;
      }
      if (isUnreserved(c) || RESERVED.indexOf(c) >= 0) {
        out.append((char) c);
      } else if (c == '%') {
        out.append("%25");
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          append(out, b & 0xFF, false);
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int value, boolean plain) {
    if (plain) {
      out.append((char) value);
    } else {
      out.append('%');
      out.append(Character.toUpperCase(Character.forDigit(value >> 4, 16)));
      out.append(Character.toUpperCase(Character.forDigit(value & 15, 16)));
    }
  }

  private static String decoded(String host) {
    if (host.indexOf('%') < 0) {
      return host;
    }
    byte[] bytes = new byte[host.length()];
    int length = 0;
    for (int i = 0; i < host.length(); i++) {
      int value = host.charAt(i) == '%' ? hex(host, i + 1) : -1;
      bytes[length++] = (byte) (value < 0 ? host.charAt(i) : value);
      i += value < 0 ? 0 : 2;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static int hex(String text, int at) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c < 128 && UNRESERVED_MARKS.indexOf(c) >= 0);
  }
}
