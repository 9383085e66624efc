package org.coupure.sink;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a server that takes records, such as {@code postgresql://user:password@host/press}.
 * Its {@link #toString} never shows the password. Immutable.
 *
 * <p>A user and password that the URL lacks are taken from the environment: {@code
 * COUPURE_POSTGRESQL_USER} and {@code COUPURE_POSTGRESQL_PASSWORD}, and so for other schemes.
 */
public final class TargetUrl {
  private static final Pattern URL =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:([^@/]*)@)?([^/?]*)(/[^?]*)?(?:\\?(.*))?");

  private final String scheme;
  private final @Nullable String user;
  private final @Nullable String password;
  private final String hosts;
  private final String path;
  private final Map<String, String> parameters;

  private TargetUrl(
      String scheme,
      @Nullable String user,
      @Nullable String password,
      String hosts,
      String path,
      Map<String, String> parameters) {
    this.scheme = scheme;
    this.user = user;
    this.password = password;
    this.hosts = hosts;
    this.path = path;
    this.parameters = parameters;
  }

  /**
   * Reads a URL.
   *
   * @param environment the variables of the process
   * @throws IOException if it is none or names no host
   */
  public static TargetUrl parse(String url, Map<String, String> environment) throws IOException {
    Matcher parts = URL.matcher(url);
    if (!parts.matches() || parts.group(3).isEmpty()) {
      throw new IOException(
          "\"" + masked(url) + "\" is no URL of a server; write such as scheme://host:port/name");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String prefix = "COUPURE_" + scheme.replaceFirst("[+].*", "").toUpperCase(Locale.ROOT) + "_";
    String given = parts.group(2);
    int colon = given == null ? -1 : given.indexOf(':');
    String user = given == null ? null : decoded(colon < 0 ? given : given.substring(0, colon));
    String password = given == null || colon < 0 ? null : decoded(given.substring(colon + 1));
    String path = parts.group(4) == null ? "" : decoded(parts.group(4).substring(1));
    return new TargetUrl(
        scheme,
        user == null ? environment.get(prefix + "USER") : user,
        password == null ? environment.get(prefix + "PASSWORD") : password,
        parts.group(3),
        path,
        parameters(parts.group(5)));
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&", -1)) {
        int sign = pair.indexOf('=');
        String key = sign < 0 ? pair : pair.substring(0, sign);
        parameters.put(decoded(key), sign < 0 ? "" : decoded(pair.substring(sign + 1)));
      }
    }
    return parameters;
  }

  /** A plus sign stays one, as in the userinfo and path of a URL. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Returns {@code text} without the password of a URL in it, for messages and names. */
  public static String masked(String text) {
    return text.replaceAll("(://[^:@/]*):[^@/]*@", "$1:***@")
        .replaceAll("(?i)([?&][^=&]*(?:password|secret)[^=&]*=)[^&]*", "$1***");
  }

  /** Returns the scheme in lower case, such as {@code opensearch+https}. */
  public String scheme() {
    return scheme;
  }

  public @Nullable String user() {
    return user;
  }

  public @Nullable String password() {
    return password;
  }

  /** Returns the hosts with their ports as written; several are separated by commas. */
  public String hosts() {
    return hosts;
  }

  /** Returns what stands after the hosts, without the slash; empty when nothing does. */
  public String path() {
    return path;
  }

  /** Returns the parameters in their order. */
  public Map<String, String> parameters() {
    return Map.copyOf(parameters);
  }

  /** Returns a parameter, or {@code otherwise} when it is not there. */
  public String parameter(String name, String otherwise) {
    return parameters.getOrDefault(name, otherwise);
  }

  /** Returns the URL for people: without user, password and parameters. */
  @Override
  public String toString() {
    return scheme + "://" + hosts + "/" + path;
  }
}
