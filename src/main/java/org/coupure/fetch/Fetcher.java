package org.coupure.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Place;
import org.coupure.article.Provenance;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages over HTTP/1.1 and HTTP/2, and says why when there is none. Immutable and safe for
 * any number of threads; make one, share it, and close it at the end.
 *
 * <pre>{@code
 * try (Fetcher fetcher = Fetcher.builder(version, Clock.systemUTC()).build()) {
 *   Fetched fetched = fetcher.fetch("https://example.com/page");
 * }
 * }</pre>
 */
public final class Fetcher implements AutoCloseable {
  private static final String HOME = "+https://github.com/coupure/coupure";

  /** HTML first, but anything rather than a 406: what came is checked all the same. */
  private static final String ACCEPT =
      "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.5";

  /** A name that has several addresses must not use up the whole time on its first. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final OkHttpClient client;
  private final Caps caps;
  private final Clock clock;
  private final Duration callTimeout;
  private final String userAgent;
  private final String version;

  private Fetcher(Builder builder) {
    this.caps = new Caps(builder.maxBytes, builder.maxRatio);
    this.clock = builder.clock;
    this.callTimeout = builder.callTimeout;
    this.version = builder.version;
    this.userAgent = builder.agent();
    this.client = builder.client();
  }

  /**
   * Returns a builder of a fetcher.
   *
   * @param version Coupure's version, told to servers and noted in records
   * @param clock gives the time at which pages are captured
   */
  public static Builder builder(String version, Clock clock) {
    return new Builder(version, clock);
  }

  /**
   * Fetches one page; blocks until it is there or refused, at most for the call timeout and what
   * the look-up of the host's name takes. Never throws for what the world does.
   *
   * @param url an absolute http or https address; white space around it and a fragment are ignored
   */
  public Fetched fetch(String url) {
    Address address = Address.parse(url);
    if (address.url() == null) {
      Refusal refusal = Objects.requireNonNull(address.refusal());
      return refused(url, refusal, new Trail());
    }
    Trail trail = new Trail();
    Call call = client.newCall(request(address.url(), trail));
    boolean answered = false;
    try (Response response = call.execute()) {
      answered = true;
      return read(url, response, trail, call);
    } catch (IOException e) {
      HttpUrl last = trail.last(address.url());
      return refused(url, Diagnosis.of(e, last, answered, callTimeout), trail);
    }
  }

  private Request request(HttpUrl url, Trail trail) {
    return new Request.Builder()
        .url(url)
        .header("User-Agent", userAgent)
        .header("Accept", ACCEPT)
        .header("Accept-Encoding", BodyReader.ACCEPT_ENCODING)
        .tag(Trail.class, trail)
        .build();
  }

  private Fetched read(String asked, Response response, Trail trail, Call call) throws IOException {
    Instant now = clock.instant();
    Optional<Refusal> refusal = check(response, now);
    if (refusal.isPresent()) {
      // Closing alone would read on for a while, in the hope to use the connection again.
      call.cancel();
      return refused(asked, refusal.get(), trail);
    }
    byte[] bytes = body(response, call);
    Page page =
        Page.builder(asked, bytes)
            .url(response.request().url().toString())
            .contentType(response.header("Content-Type"))
            .captured(now.truncatedTo(ChronoUnit.SECONDS))
            .build();
    return new Fetched.Answered(page, response.code(), response.headers().toMultimap());
  }

  private Optional<Refusal> check(Response response, Instant now) {
    return AnswerCheck.status(response.code(), response.header("Retry-After"), now)
        .or(() -> PageTypes.check(response.header("Content-Type")))
        .or(() -> caps.checkAnnounced(response.body().contentLength()));
  }

  private byte[] body(Response response, Call call) throws IOException {
    try (InputStream in = response.body().byteStream()) {
      return BodyReader.read(in, response.headers().values("Content-Encoding"), caps);
    } catch (RefusalException e) {
      call.cancel();
      throw e;
    }
  }

  private Fetched refused(String asked, Refusal refusal, Trail trail) {
    // A failed redirect tells its chain itself.
    String how = refusal.reason() == Reason.REDIRECTS ? "" : trail.describe();
    Article stub =
        Article.builder(sha256(asked), new Provenance(asked, null, null, null, version))
            .place(new Place(asked, null, null, null))
            .build();
    return new Fetched.Refused(
        new Clip(asked, refusal.outcome(), refusal.reason(), refusal.sentence() + how, stub));
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /** Ends what is under way and closes all connections, so that no thread keeps the JVM. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** Collects a fetcher's settings. Not thread-safe. */
  public static final class Builder {
    /** What a header's comment may hold (RFC 9110 section 5.6.5), less what would end it. */
    private static final Pattern COMMENT = Pattern.compile("[\\x20-\\x7E&&[^()\\\\]]+");

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E][\\x20-\\x7E]*");

    private final String version;
    private final Clock clock;
    private @Nullable String userAgent;
    private @Nullable String contact;
    private Duration callTimeout = Duration.ofSeconds(30);
    private int maxRedirects = 10;
    private int maxBytes = 20_000_000;
    private int maxRatio = 200;
    private ProxyChoice proxies = ProxyChoice.from(Map.of());
    private @Nullable Function<String, List<InetAddress>> dns;
    private @Nullable KeyStore trusted;

    private Builder(String version, Clock clock) {
      this.version = Objects.requireNonNull(version, "version");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Sets how servers may reach who runs this, an e-mail address or a page, which is told within
     * the default User-Agent; none unless set.
     */
    public Builder contact(String contact) {
      this.contact = require(COMMENT, contact, "contact must be plain ASCII without parentheses");
      return this;
    }

    /** Sets the whole User-Agent, in place of Coupure's own honest one. */
    public Builder userAgent(String userAgent) {
      this.userAgent = require(PRINTABLE, userAgent, "User-Agent must be plain ASCII");
      return this;
    }

    /**
     * Sets how long one fetch may take in all, redirects and body included; 30 seconds unless set.
     */
    public Builder callTimeout(Duration callTimeout) {
      if (callTimeout.toMillis() < 1) {
        throw new IllegalArgumentException("timeout must be at least 1 ms, was " + callTimeout);
      }
      this.callTimeout = callTimeout;
      return this;
    }

    /** Sets how many redirects are followed; 10 unless set, 0 follows none. */
    public Builder maxRedirects(int maxRedirects) {
      this.maxRedirects = atLeast(0, maxRedirects, "redirects");
      return this;
    }

    /** Sets the largest body in bytes, as sent and as unpacked; 20 million unless set. */
    public Builder maxBytes(int maxBytes) {
      this.maxBytes = atLeast(1, maxBytes, "bytes");
      return this;
    }

    /**
     * Sets how many times its size a body of more than 1 MB may unpack to; 200 unless set. The most
     * packable of 2,171 real pages gave 26.
     */
    public Builder maxRatio(int maxRatio) {
      this.maxRatio = atLeast(1, maxRatio, "ratio");
      return this;
    }

    /**
     * Takes the proxies from {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code ALL_PROXY} and {@code
     * NO_PROXY}; when none is named, Java's own settings stand ({@code -Dhttps.proxyHost}).
     *
     * @param environment such as {@link System#getenv()}
     * @throws IllegalArgumentException when one of them is no proxy's address
     */
    public Builder proxies(Map<String, String> environment) {
      this.proxies = ProxyChoice.from(environment);
      return this;
    }

    /**
     * Sets how host names are looked up; as the system does unless set.
     *
     * @param dns gives a host's addresses, an empty list when it has none
     */
    public Builder dns(Function<String, List<InetAddress>> dns) {
      this.dns = dns;
      return this;
    }

    /** Sets the only certificates that are trusted, in place of the platform's. */
    Builder trust(KeyStore trusted) {
      this.trusted = trusted;
      return this;
    }

    public Fetcher build() {
      return new Fetcher(this);
    }

    private String agent() {
      if (userAgent != null) {
        return userAgent;
      }
      return "Coupure/" + version + " (" + HOME + (contact == null ? "" : "; " + contact) + ")";
    }

    private OkHttpClient client() {
      OkHttpClient.Builder builder =
          new OkHttpClient.Builder()
              .callTimeout(callTimeout)
              .connectTimeout(
                  callTimeout.compareTo(CONNECT_TIMEOUT) < 0 ? callTimeout : CONNECT_TIMEOUT)
              .readTimeout(callTimeout)
              .writeTimeout(callTimeout)
              .followRedirects(false)
              .addInterceptor(new Redirects(maxRedirects))
              .addNetworkInterceptor(Builder::refuseProxyStatusWithoutProxy);
      if (!proxies.isEmpty()) {
        EnvironmentProxies chosen = new EnvironmentProxies(proxies);
        builder.proxySelector(chosen).proxyAuthenticator(chosen);
      }
      Function<String, List<InetAddress>> lookup = dns;
      if (lookup != null) {
        builder.dns(host -> found(host, lookup.apply(host)));
      }
      if (trusted != null) {
        trust(builder, trusted);
      }
      return builder.build();
    }

    /** Quirk: OkHttp takes a 407 from anything but a proxy for a breach of protocol. */
    private static Response refuseProxyStatusWithoutProxy(Interceptor.Chain chain)
        throws IOException {
      Response response = chain.proceed(chain.request());
      Connection connection = chain.connection();
      boolean direct = connection == null || connection.route().proxy().type() != Proxy.Type.HTTP;
      Optional<Refusal> refusal = AnswerCheck.status(response.code(), null, Instant.EPOCH);
      if (response.code() == 407 && direct && refusal.isPresent()) {
        response.close();
        throw new RefusalException(refusal.get());
      }
      return response;
    }

    private static List<InetAddress> found(String host, List<InetAddress> addresses)
        throws UnknownHostException {
      if (addresses.isEmpty()) {
        throw new UnknownHostException(host);
      }
      return addresses;
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

    private static int atLeast(int least, int value, String what) {
      if (value < least) {
        throw new IllegalArgumentException(
            "limit of " + what + " must be at least " + least + ", was " + value);
      }
      return value;
    }

    private static String require(Pattern pattern, String value, String what) {
      if (!pattern.matcher(value).matches()) {
        throw new IllegalArgumentException(what + ", was " + Address.quote(value));
      }
      return value;
    }
  }
}
