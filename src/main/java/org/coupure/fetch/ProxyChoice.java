package org.coupure.fetch;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the environment names, as curl and Go read it: {@code HTTP_PROXY}, {@code
 * HTTPS_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}, in lower case too, which wins. Immutable.
 */
final class ProxyChoice {
  private static final Set<String> SOCKS = Set.of("socks", "socks5", "socks5h");

  private final @Nullable Gateway http;
  private final @Nullable Gateway https;
  private final ProxyExceptions exceptions;

  private ProxyChoice(@Nullable Gateway http, @Nullable Gateway https, ProxyExceptions exceptions) {
    this.http = http;
    this.https = https;
    this.exceptions = exceptions;
  }

  /**
   * One proxy and what opens it.
   *
   * @param userInfo {@code user:password}, decoded, or null
   */
  record Gateway(Proxy proxy, String host, int port, @Nullable String userInfo) {}

  /**
   * Returns the choice.
   *
   * @throws IllegalArgumentException when a variable holds no proxy's address; the message names
   *     the variable, and not its value, which may hold a password
   */
  static ProxyChoice from(Map<String, String> environment) {
    Gateway all = gateway(environment, "ALL_PROXY");
    Gateway http = gateway(environment, "HTTP_PROXY");
    Gateway https = gateway(environment, "HTTPS_PROXY");
    String none = variable(environment, "NO_PROXY");
    return new ProxyChoice(
        http == null ? all : http,
        https == null ? all : https,
        ProxyExceptions.parse(none == null ? "" : none));
  }

  /** Returns whether no proxy is named at all. */
  boolean isEmpty() {
    return http == null && https == null;
  }

  /** Returns the proxy for an address, or null when it is to be reached directly. */
  @Nullable Gateway choose(String scheme, String host, int port) {
    Gateway gateway = scheme.equals("https") ? https : http;
    return gateway == null || exceptions.cover(host, port) ? null : gateway;
  }

  /** Returns what opens the proxy at {@code host} and {@code port}, or null. */
  @Nullable String userInfo(String host, int port) {
    for (Gateway gateway : new Gateway[] {http, https}) {
      if (gateway != null && gateway.host().equals(host) && gateway.port() == port) {
        return gateway.userInfo();
      }
    }
    return null;
  }

  private static @Nullable String variable(Map<String, String> environment, String name) {
    String lower = environment.get(name.toLowerCase(Locale.ROOT));
    String value = lower == null ? environment.get(name) : lower;
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable Gateway gateway(Map<String, String> environment, String name) {
    String value = variable(environment, name);
    if (value == null) {
      return null;
    }
    URI uri = uri(value.contains("://") ? value : "http://" + value);
    String scheme = uri == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean socks = SOCKS.contains(scheme);
    if (uri == null || uri.getHost() == null || !(socks || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          name + ": expected a proxy such as http://host:port or socks5://host:port");
    }
    String host = uri.getHost();
    // curl's default ports.
    int port = uri.getPort() > 0 ? uri.getPort() : 1080;
    Proxy.Type type = socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
    // Unresolved: the name is looked up when it is used, and each time anew.
    Proxy proxy = new Proxy(type, InetSocketAddress.createUnresolved(host, port));
    return new Gateway(proxy, host, port, uri.getUserInfo());
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException notOne) {
      return null;
    }
  }
}
