package org.coupure.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The list in {@code NO_PROXY}: names (which cover their subdomains), {@code *}, addresses, CIDR
 * blocks of IPv4, each with an optional port; this computer itself is always on it, as in Go.
 */
final class ProxyExceptions {
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  private static final Pattern PORT = Pattern.compile("(.*[^:]):(\\d{1,5})");

  private final List<Entry> entries;

  private ProxyExceptions(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** One entry; a port of 0 means every port, a prefix of -1 a name. */
  private record Entry(String name, int port, int prefix) {
    boolean covers(String host, @Nullable Integer ip, int hostPort) {
      if (port != 0 && port != hostPort) {
        return false;
      }
      if (name.equals("*")) {
        return true;
      }
      Integer own = ipv4(name);
      if (prefix >= 0 && own != null) {
        // A shift by 32 is none in Java, so that /0 needs its own word.
        int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        return ip != null && (ip & mask) == (own & mask);
      }
      return host.equals(name) || (ip == null && host.endsWith("." + name));
    }
  }

  static ProxyExceptions parse(String list) {
    List<Entry> entries = new ArrayList<>();
    for (String item : list.split("[,\\s]+", -1)) {
      if (!item.isEmpty()) {
        entries.add(entry(item.toLowerCase(Locale.ROOT)));
      }
    }
    return new ProxyExceptions(entries);
  }

  private static Entry entry(String item) {
    String name = item;
    int port = 0;
    int prefix = -1;
    Matcher withPort = PORT.matcher(name);
    boolean bareIpv6 = !name.startsWith("[") && name.indexOf(':') != name.lastIndexOf(':');
    if (withPort.matches() && !bareIpv6) {
      name = withPort.group(1);
      port = Integer.parseInt(withPort.group(2));
    }
    int slash = name.indexOf('/');
    if (slash > 0 && name.substring(slash + 1).matches("\\d|[12]\\d|3[0-2]")) {
      prefix = Integer.parseInt(name.substring(slash + 1));
      name = name.substring(0, slash);
    }
    name = bare(name);
    // Quirk: ".example.com", "*.example.com" and "example.com" mean the same to most readers.
    if (name.startsWith("*.")) {
      name = name.substring(1);
    }
    return new Entry(name.startsWith(".") ? name.substring(1) : name, port, prefix);
  }

  boolean cover(String host, int port) {
    String name = bare(host.toLowerCase(Locale.ROOT));
    Integer ip = ipv4(name);
    boolean self =
        name.equals("localhost")
            || name.endsWith(".localhost")
            || name.equals("::1")
            || (ip != null && ip >>> 24 == 127);
    return self || entries.stream().anyMatch(entry -> entry.covers(name, ip, port));
  }

  private static String bare(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return bracketed ? host.substring(1, host.length() - 1) : host;
  }

  private static @Nullable Integer ipv4(String text) {
    Matcher parts = IPV4.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    int ip = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(parts.group(i));
      if (part > 255) {
        return null;
      }
      ip = ip << 8 | part;
    }
    return ip;
  }
}
