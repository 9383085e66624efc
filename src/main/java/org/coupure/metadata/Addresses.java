package org.coupure.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads web addresses as pages write them: often relative, not always valid. */
final class Addresses {
  /** Where the path begins at the earliest: behind {@code http://a.b}. */
  private static final int FIRST_PATH = 10;

  private Addresses() {}

  /** Returns {@code address} made absolute against {@code base}, or null when it is not http. */
  static @Nullable String absolute(String address, @Nullable String base) {
    String text = address.strip().replace(" ", "%20");
    if (text.isEmpty() || text.length() > 4000) {
      return null;
    }
    if (isHttp(text)) {
      return text;
    }
    if (base == null || (text.contains(":") && text.indexOf(':') < text.indexOf('/'))) {
      return null;
    }
    try {
      String resolved = new URI(base.strip()).resolve(new URI(text)).toString();
      return isHttp(resolved) ? resolved : null;
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  static boolean isHttp(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  /** Returns the host of {@code address} in lower case without {@code www.}, or null. */
  static @Nullable String host(@Nullable String address) {
    if (address == null || !isHttp(address)) {
      return null;
    }
    int start = address.indexOf("//") + 2;
    int end = start;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String host = address.substring(start, end).toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1);
    int port = host.indexOf(':');
    host = port < 0 ? host : host.substring(0, port);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /**
   * Returns the address of the page that {@code address} holds a copy of, itself when it is none:
   * web archives write it behind the day, {@code /web/20190412/http://example.org/page}.
   */
  static @Nullable String original(@Nullable String address) {
    if (address == null) {
      return null;
    }
    int inner = address.indexOf("/http", FIRST_PATH);
    char before = inner < 0 ? ' ' : address.charAt(inner - 1);
    boolean copy = before == '_' || Character.isDigit(before);
    return copy && isHttp(address.substring(inner + 1)) ? address.substring(inner + 1) : address;
  }

  /** Returns whether {@code address} is a site's front page: a host and no path. */
  static boolean isHome(@Nullable String address) {
    return address != null
        && host(address) != null
        && key(address).indexOf('/') < 0
        && address.indexOf('?') < 0;
  }

  /** Returns the words of the last part of {@code address}'s path as a key, without its ending. */
  static String words(String address) {
    String path = key(address);
    String last = path.substring(path.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return path.indexOf('/') < 0 ? "" : Text.key(dot > 0 ? last.substring(0, dot) : last);
  }

  /** Returns what makes two addresses the same page: host and path, no scheme, query or slash. */
  static String key(String address) {
    String host = host(address);
    String rest = address;
    if (host != null) {
      int path = address.indexOf('/', address.indexOf("//") + 2);
      rest = path < 0 ? "" : address.substring(path);
    }
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '?' && rest.charAt(end) != '#') {
      end++;
    }
    while (end > 0 && rest.charAt(end - 1) == '/') {
      end--;
    }
    return (host == null ? "" : host) + rest.substring(0, end);
  }
}
