package org.coupure.serve;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides whom the service answers. A page of another site can make a browser send requests to this
 * computer, and by DNS rebinding even read the answers; so the name that the browser asked for and
 * the origin of the page that asks are looked at. Immutable.
 */
final class AccessCheck {
  /** What a client shows in order to write; a page of another site can't read it. */
  static final String TOKEN_HEADER = "X-Coupure-Token";

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> hosts = new TreeSet<>();
  private final @Nullable String key;
  private final String token;

  /**
   * Makes a check.
   *
   * @param port the port that the service listens on
   * @param token what this start of the service wants to see before anything is written
   */
  AccessCheck(ServeSettings.Access access, int port, String token) {
    this.key = access.key();
    this.token = token;
    LOOPBACK.forEach(host -> add(host, port));
    add(access.bind().contains(":") ? "[" + access.bind() + "]" : access.bind(), port);
    access.hosts().forEach(host -> add(host, port));
  }

  private void add(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    hosts.add(name);
    hosts.add(name + ":" + port);
  }

  /** Refuses requests that two servers could read in two ways (RFC 9112, section 6.3). */
  void framing(Headers headers) throws ProblemException {
    boolean coded = headers.containsKey("Transfer-Encoding");
    if ((coded && headers.containsKey("Content-Length"))
        || count(headers, "Content-Length") > 1
        || count(headers, "Transfer-Encoding") > 1
        || count(headers, "Host") != 1) {
      throw ProblemException.of(
          400,
          "bad-framing",
          "the request needs one Host and at most one of Content-Length and Transfer-Encoding");
    }
    String length = headers.getFirst("Content-Length");
    if (length != null && !length.matches("[0-9]{1,18}")) {
      throw ProblemException.of(400, "bad-framing", "Content-Length is not a number");
    }
    String coding = headers.getFirst("Transfer-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("chunked")) {
      throw ProblemException.of(400, "bad-framing", "the only transfer coding is chunked");
    }
  }

  private static int count(Headers headers, String name) {
    List<String> values = headers.get(name);
    return values == null ? 0 : values.size();
  }

  /**
   * Refuses what was not meant for this service or comes from a page of another site.
   *
   * @param linked whether links of other sites may lead there, as to the page itself
   */
  void origin(Headers headers, boolean linked) throws ProblemException {
    String host = String.valueOf(headers.getFirst("Host")).toLowerCase(Locale.ROOT);
    if (!hosts.contains(host)) {
      throw ProblemException.of(
          421, "wrong-host", "the service does not answer under this name; see --host");
    }
    String origin = headers.getFirst("Origin");
    boolean own = origin == null || isOwn(origin.toLowerCase(Locale.ROOT), host);
    String site = headers.getFirst("Sec-Fetch-Site");
    boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
    boolean followed = linked && "navigate".equals(headers.getFirst("Sec-Fetch-Mode"));
    if (!own || (foreign && !followed)) {
      throw ProblemException.of(
          403, "cross-site", "requests from pages of other sites are not answered");
    }
  }

  private static boolean isOwn(String origin, String host) {
    return origin.equals("http://" + host) || origin.equals("https://" + host);
  }

  /** Refuses who can't show the key, where there is one. */
  void key(Headers headers) throws ProblemException {
    if (key != null && !same("Bearer " + key, headers.getFirst("Authorization"))) {
      throw ProblemException.of(401, "no-key", "the service wants its key: Authorization: Bearer …")
          .withHeader("WWW-Authenticate", "Bearer realm=\"coupure\"");
    }
  }

  /** Refuses who can't show the token of this start. */
  void token(Headers headers) throws ProblemException {
    if (!same(token, headers.getFirst(TOKEN_HEADER))) {
      throw ProblemException.of(
          403, "no-token", "writing needs the token that this start of the service printed");
    }
  }

  boolean needsKey() {
    return key != null;
  }

  /** Takes as long for a key that is nearly right as for any other. */
  private static boolean same(String wanted, @Nullable String shown) {
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.UTF_8),
        String.valueOf(shown).getBytes(StandardCharsets.UTF_8));
  }
}
