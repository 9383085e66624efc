package org.coupure.fetch;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of fetching that a command line or a configuration may set. Immutable.
 *
 * @param contact how servers may reach who runs this, or null
 * @param userAgent the whole User-Agent, or null for Coupure's own
 * @param timeout how long a page may take in all
 * @param maxBytes the largest body in bytes
 * @param privateAddresses whether addresses within one's own network may be visited
 * @param proxy the address of a proxy that replaces those of the environment, or null
 * @param cookies a file in the format of Netscape's {@code cookies.txt}, or null
 */
public record FetchSettings(
    @Nullable String contact,
    @Nullable String userAgent,
    Duration timeout,
    int maxBytes,
    boolean privateAddresses,
    @Nullable String proxy,
    @Nullable Path cookies) {
  private static final List<String> PROXIES =
      List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY");

  /**
   * Applies all that is chosen here to a builder, and returns it.
   *
   * @param environment such as {@link System#getenv()}, which may name proxies
   * @throws IllegalArgumentException when one of the settings can't be; the message says which
   * @throws IOException when the cookies can't be read
   */
  public Fetcher.Builder on(Fetcher.Builder builder, Map<String, String> environment)
      throws IOException {
    builder.callTimeout(timeout).maxBytes(maxBytes).proxies(proxies(environment));
    if (privateAddresses) {
      builder.allowPrivate();
    }
    if (contact != null) {
      builder.contact(contact);
    }
    if (userAgent != null) {
      builder.userAgent(userAgent);
    }
    if (cookies != null) {
      bring(builder, cookies);
    }
    return builder;
  }

  private static void bring(Fetcher.Builder builder, Path file) throws IOException {
    try {
      builder.cookies(file);
    } catch (NoSuchFileException e) {
      throw new IOException("cannot read the cookies " + file + ": there is no such file", e);
    }
  }

  private Map<String, String> proxies(Map<String, String> environment) {
    if (proxy == null) {
      return environment;
    }
    Map<String, String> all = new HashMap<>(environment);
    PROXIES.forEach(name -> all.put(name, proxy));
    return all;
  }
}
