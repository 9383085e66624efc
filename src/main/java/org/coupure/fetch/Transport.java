package org.coupure.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp, set up: no redirects of its own, names looked up within the time limit, the guard asked
 * at each look-up and each connection.
 */
final class Transport implements AutoCloseable {
  /** A name that has several URLs must not use up the whole time on its first. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** A host that is a URL itself, as OkHttp writes it. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

  private final OkHttpClient client;
  private final TimedDns dns;
  private final AddressGuard guard;
  private final KnownProxies proxies;

  Transport(
      AddressGuard guard,
      ProxyChoice chosen,
      Function<String, List<InetAddress>> names,
      CookieJar cookies,
      @Nullable KeyStore trusted) {
    EnvironmentProxies environment = new EnvironmentProxies(chosen);
    ProxySelector system = ProxySelector.getDefault();
    this.guard = guard;
    this.dns = new TimedDns(names);
    this.proxies = new KnownProxies(chosen.isEmpty() && system != null ? system : environment);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT)
            // The call's own limit is the one that counts.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .cookieJar(cookies)
            .dns(new GuardedDns())
            .socketFactory(new GuardedSockets(guard, to -> proxies.isProxy(to.getHostString())))
            .proxySelector(proxies)
            .proxyAuthenticator(environment)
            .addNetworkInterceptor(Transport::refuseProxyStatusWithoutProxy);
    if (trusted != null) {
      trust(builder, trusted);
    }
    this.client = builder.build();
  }

  /** Looks a name up as the system does. */
  static List<InetAddress> system(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException none) {
      return List.of();
    }
  }

  Optional<FetchFailure> unsafe(HttpUrl url) {
    return guard.check(url, proxies.isProxy(url.host()));
  }

  /**
   * Returns the addresses of the host, each of which the guard lets pass; none when a proxy looks
   * them up.
   */
  List<InetAddress> vetted(HttpUrl url, Duration limit) throws IOException {
    Optional<FetchFailure> unsafe = unsafe(url);
    if (unsafe.isPresent()) {
      throw new RefusalException(unsafe.get());
    }
    if (proxy(url) != null) {
      return List.of();
    }
    if (LITERAL.matcher(url.host()).matches()) {
      return List.of(InetAddress.getByName(url.host()));
    }
    dns.until(System.nanoTime() + limit.toNanos());
    return new GuardedDns().lookup(url.host());
  }

  /** Returns the proxy for an address as {@code host:port}, or null when there is none. */
  @Nullable String proxy(HttpUrl url) {
    Proxy proxy = chosen(url);
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : null;
  }

  private Proxy chosen(HttpUrl url) {
    return proxies.select(url.uri()).stream().findFirst().orElse(Proxy.NO_PROXY);
  }

  /** Quirk: OkHttp asks for no proxy where {@code URI} knows no host, as with an underscore. */
  private OkHttpClient client(HttpUrl url) {
    return url.uri().getHost() != null ? client : client.newBuilder().proxy(chosen(url)).build();
  }

  /** Returns a call that takes at most {@code limit}, the look-up of names included. */
  Call call(okhttp3.Request request, Duration limit) throws RefusalException {
    Optional<FetchFailure> unsafe = unsafe(request.url());
    if (unsafe.isPresent()) {
      throw new RefusalException(unsafe.get());
    }
    Call call = client(request.url()).newCall(request);
    call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    dns.until(System.nanoTime() + limit.toNanos());
    return call;
  }

  /** Ends what is under way and closes all connections, so that no thread keeps the JVM. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    dns.close();
  }

  /** A name that leads inside is refused as a whole, whatever else it leads to. */
  private final class GuardedDns implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
      List<InetAddress> addresses = dns.lookup(host);
      if (!proxies.isProxy(host)) {
        try {
          guard.check(host, addresses);
        } catch (RefusalException e) {
          // Quirk: OkHttp lets nothing but this pass; Diagnosis looks at the cause.
          throw (UnknownHostException) new UnknownHostException(host).initCause(e);
        }
      }
      return addresses;
    }
  }

  /** Quirk: OkHttp takes a 407 from anything but a proxy for a breach of protocol. */
  private static Response refuseProxyStatusWithoutProxy(Interceptor.Chain chain)
      throws IOException {
    Response response = chain.proceed(chain.request());
    Connection connection = chain.connection();
    boolean direct = connection == null || connection.route().proxy().type() != Proxy.Type.HTTP;
    Optional<FetchFailure> refusal = AnswerCheck.status(response.code(), null, Instant.EPOCH);
    if (response.code() == 407 && direct && refusal.isPresent()) {
      response.close();
      throw new RefusalException(refusal.get());
    }
    return response;
  }

  private static void trust(OkHttpClient.Builder builder, KeyStore trusted) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      builder.sslSocketFactory(
          context.getSocketFactory(), (X509TrustManager) factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the trusted certificates can't be used", e);
    }
  }
}
