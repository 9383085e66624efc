package org.coupure.discover;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https address in the one spelling that never changes what it means: scheme
 * and host in lower case, the host in ASCII, no default port, no user name, no fragment, dots
 * resolved, percent-encoding as RFC 3986 section 6.2.2 wants it. Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower-case ASCII; IPv6 in brackets
 * @param port -1 when it is the scheme's own
 * @param path begins with a slash
 * @param query what stands after the question mark, or null when there is none
 */
record WebAddress(String scheme, String host, int port, String path, @Nullable String query) {
  /** The longest address that servers commonly take; what is longer is data, not an address. */
  private static final int MAX_LENGTH = 4000;

  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(?i)(https?):/{1,3}([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

  private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

  private static final Pattern HOST = Pattern.compile("[a-z0-9_.-]{1,253}|\\[[0-9a-f:.]{2,45}]");

  private static final String UNRESERVED_MARKS = "-._~";

  /** Characters that have a meaning of their own in paths and queries, and stay as they stand. */
  private static final String RESERVED = "!$&'()*+,;=:@/?";

  /** Returns the address, or null when {@code text} is not an absolute http or https one. */
  static @Nullable WebAddress parse(String text) {
    String clean = clean(text);
    Matcher parts = ABSOLUTE.matcher(clean);
    if (clean.length() > MAX_LENGTH || !parts.matches()) {
      return null;
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String authority = parts.group(2);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
    String host = host(colon < 0 ? authority : authority.substring(0, colon));
    int port = colon < 0 ? -1 : port(authority.substring(colon + 1));
    if (host == null || port == 0) {
      return null;
    }
    int own = scheme.equals("https") ? 443 : 80;
    String query = parts.group(4);
    return new WebAddress(
        scheme,
        host,
        port == own ? -1 : port,
        path(parts.group(3)),
        query == null ? null : encoded(query));
  }

  /**
   * Returns what {@code text} means on the page at this address, or null when it is no web page.
   */
  @Nullable WebAddress resolve(String text) {
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
  String origin() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }

  WebAddress withHost(String other) {
    return new WebAddress(scheme, other, port, path, query);
  }

  WebAddress withPath(String other) {
    return new WebAddress(scheme, host, port, other, query);
  }

  WebAddress withQuery(@Nullable String other) {
    return new WebAddress(scheme, host, port, path, other);
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

  private static @Nullable String host(String text) {
    try {
      String ascii = text.startsWith("[") ? text : IDN.toASCII(decoded(text), IDN.ALLOW_UNASSIGNED);
      String host = ascii.toLowerCase(Locale.ROOT);
      host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
      return HOST.matcher(host).matches() && !host.contains("..") ? host : null;
    } catch (IllegalArgumentException noHost) {
      return null;
    }
  }

  /** Returns the port, -1 when none is named, 0 when it is none. */
  private static int port(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    return port > 65_535 ? 0 : port;
  }

  private static String path(String raw) {
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
