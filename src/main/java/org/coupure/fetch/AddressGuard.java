package org.coupure.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a fetcher off the inside of the network it runs in. An address is looked at as it is
 * written, each of its name's addresses once it is looked up, and the one that is connected to once
 * more. Immutable.
 */
final class AddressGuard {
  /** The web's own, and the two where sites run that have no right to those. */
  static final Set<Integer> USUAL_PORTS = Set.of(80, 443, 8080, 8443);

  /** Lets everything pass. */
  static final AddressGuard OPEN = new AddressGuard(false, Set.of(), Set.of());

  /**
   * Browsers read a host whose last label is a number as an IPv4 address, in bases 8, 10 and 16 and
   * with one to four parts (URL Standard, "ends in a number checker"); libraries and proxies differ
   * from them and from each other, which is what tricks are made of.
   */
  private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.*");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /** Names that mean something on the inside only (RFC 6761, 6762, 8375; ICANN 2018, 2024). */
  private static final Pattern INSIDE =
      Pattern.compile(
          "(?:.*\\.)?(?:localhost|local|localdomain|internal|intranet|lan|home\\.arpa|private|corp"
              + "|home)");

  private final boolean closed;
  private final Set<Integer> ports;
  private final Set<String> trusted;

  private AddressGuard(boolean closed, Set<Integer> ports, Set<String> trusted) {
    this.closed = closed;
    this.ports = Set.copyOf(ports);
    this.trusted = Set.copyOf(trusted);
  }

  /** Returns a guard that lets pass what is public, on these ports. */
  static AddressGuard publicOnly(Collection<Integer> ports) {
    return new AddressGuard(true, Set.copyOf(ports), Set.of());
  }

  /** Returns this guard, letting pass these addresses too, written as numbers. */
  AddressGuard trusting(String... literals) {
    return new AddressGuard(closed, ports, Set.of(literals));
  }

  /**
   * Returns why the address, as it is written, must not be asked, or empty.
   *
   * @param proxy whether its host is one of the proxies, which are not checked when connected to
   */
  Optional<FetchFailure> check(HttpUrl url, boolean proxy) {
    if (!closed) {
      return Optional.empty();
    }
    if (proxy) {
      return refuse(url.host() + " is the proxy, not a web site");
    }
    return checkHost(url.host()).or(() -> checkPort(url));
  }

  private Optional<FetchFailure> checkPort(HttpUrl url) {
    if (ports.contains(url.port())) {
      return Optional.empty();
    }
    String allowed =
        new TreeSet<>(ports).stream().map(String::valueOf).collect(Collectors.joining(", "));
    return refuse(
        "port " + url.port() + " of " + url.host() + " is not among those allowed: " + allowed);
  }

  private Optional<FetchFailure> checkHost(String written) {
    String host = written.replaceFirst("\\.+$", "");
    if (host.contains(":") || DOTTED_QUAD.matcher(host).matches()) {
      String kind = trusted.contains(host) ? null : special(host);
      return kind == null ? Optional.empty() : refuse(host + " is a " + kind + " address");
    }
    if (NUMERIC.matcher(host).matches()) {
      return refuse(host + " is an unusual way to write an IPv4 address; write four numbers");
    }
    if (INSIDE.matcher(host).matches() || host.indexOf('.') < 0) {
      return refuse(written + " is the name of a computer inside a network, not of a web site");
    }
    return Optional.empty();
  }

  private static @Nullable String special(String literal) {
    try {
      // A literal is read, not looked up.
      return AddressRanges.special(InetAddress.getByName(literal));
    } catch (UnknownHostException unreadable) {
      return "malformed";
    }
  }

  /** Refuses a name of which any address lies inside: the next look-up may give that one only. */
  void check(String host, List<InetAddress> addresses) throws RefusalException {
    for (InetAddress address : addresses) {
      check(host, address);
    }
  }

  /** Refuses an address that is about to be connected to. */
  void check(String host, InetAddress address) throws RefusalException {
    String kind = closed ? AddressRanges.special(address) : null;
    if (kind != null && !trusted.contains(address.getHostAddress())) {
      throw new RefusalException(
          refusal(host + " leads to " + address.getHostAddress() + ", a " + kind + " address"));
    }
  }

  private static Optional<FetchFailure> refuse(String sentence) {
    return Optional.of(refusal(sentence));
  }

  private static FetchFailure refusal(String sentence) {
    return FetchFailure.failed(Reason.UNSAFE_ADDRESS, sentence);
  }
}
