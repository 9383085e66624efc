package org.coupure.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Asks {@link ProxyChoice} on OkHttp's behalf. */
final class EnvironmentProxies extends ProxySelector implements Authenticator {
  /** Quirk: {@link URI#getHost} knows no host with an underscore, of which there are many. */
  private static final Pattern AUTHORITY = Pattern.compile("(.+?)(?::([0-9]{1,5}))?");

  private final ProxyChoice choice;

  EnvironmentProxies(ProxyChoice choice) {
    this.choice = choice;
  }

  @Override
  public List<Proxy> select(URI uri) {
    boolean https = "https".equals(uri.getScheme());
    Matcher parts = AUTHORITY.matcher(String.valueOf(uri.getAuthority()));
    if (!parts.matches()) {
      return List.of(Proxy.NO_PROXY);
    }
    String number = parts.group(2);
    int port = number != null ? Integer.parseInt(number) : https ? 443 : 80;
    ProxyChoice.Gateway gateway = choice.choose(https ? "https" : "http", parts.group(1), port);
    return List.of(gateway == null ? Proxy.NO_PROXY : gateway.proxy());
  }

  /** Does nothing: there is no second proxy to try, and the call says itself that it failed. */
  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {}

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws IOException {
    boolean refusedAlready = response.request().header("Proxy-Authorization") != null;
    if (refusedAlready || route == null || route.proxy().type() != Proxy.Type.HTTP) {
      return null;
    }
    var address = (InetSocketAddress) route.proxy().address();
    String userInfo = choice.userInfo(address.getHostString(), address.getPort());
    if (userInfo == null) {
      return null;
    }
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    return response
        .request()
        .newBuilder()
        .header("Proxy-Authorization", Credentials.basic(user, password, StandardCharsets.UTF_8))
        .build();
  }
}
