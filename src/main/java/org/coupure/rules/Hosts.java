package org.coupure.rules;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Host names in one spelling: lower case, in ASCII, without a final dot. */
final class Hosts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9._\\[\\]:-]+");

  private Hosts() {}

  /** Returns the host of an address in normal spelling, or null if it has none. */
  static @Nullable String of(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return null;
    }
    int end = start + 3;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(start + 3, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.indexOf(':', host.indexOf(']') + 1);
    return normal(port < 0 ? host : host.substring(0, port));
  }

  /** Returns the path of an address, at least a slash, without query and fragment. */
  static String path(String url) {
    int start = url.indexOf("://");
    int from = start < 0 ? 0 : start + 3;
    while (from < url.length() && "/?#".indexOf(url.charAt(from)) < 0) {
      from++;
    }
    int end = from;
    while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return from == end ? "/" : url.substring(from, end);
  }

  /** Returns a host in normal spelling, or null if it is not one. */
  static @Nullable String normal(String host) {
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    try {
      String ascii = IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return ascii.isEmpty() || !NAME.matcher(ascii).matches() ? null : ascii;
    } catch (IllegalArgumentException ignored) {
      // Not a name that could be looked up; some captures have such addresses.
      return null;
    }
  }

  /** Returns the host and what it stands below, longest first: a.b.c, b.c, c. */
  static List<String> withParents(String host) {
    List<String> chain = new ArrayList<>();
    for (int at = 0; at >= 0; at = host.indexOf('.', at) + 1) {
      chain.add(host.substring(at));
      if (host.indexOf('.', at) < 0) {
        break;
      }
    }
    return chain;
  }
}
