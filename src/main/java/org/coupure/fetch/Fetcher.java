package org.coupure.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Provenance;
import org.coupure.article.Reason;
import org.coupure.article.Rights;
import org.coupure.article.Sha256;
import org.coupure.article.WebLocation;
import org.coupure.page.Page;
import org.coupure.page.StatedRights;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages over HTTP/1.1 and HTTP/2, and says why when there is none. Asks whenever it is told
 * to: {@link PoliteFetcher} waits its turn and reads robots.txt. Immutable and safe for any number
 * of threads; make one, share it, and close it at the end.
 *
 * <pre>{@code
 * try (Fetcher fetcher = Fetcher.builder(version, Clock.systemUTC()).build()) {
 *   Fetched fetched = fetcher.fetch("https://example.com/page");
 * }
 * }</pre>
 */
public final class Fetcher implements AutoCloseable {
  private static final String HOME = "+https://github.com/coupure/coupure";

  private static final Pattern PRODUCT = Pattern.compile("[A-Za-z_-]+");

  private final Transport transport;
  private final SessionCookies cookies;
  private final AnswerReader answers;
  private final Clock clock;
  private final Duration callTimeout;
  private final int maxRedirects;
  private final String userAgent;
  private final String version;

  private Fetcher(Builder builder) {
    this.answers = new AnswerReader(new BodyLimits(builder.maxBytes, builder.maxRatio));
    this.clock = builder.clock;
    this.callTimeout = builder.callTimeout;
    this.maxRedirects = builder.maxRedirects;
    this.version = builder.version;
    this.userAgent = builder.agent();
    this.cookies = new SessionCookies(builder.cookies, builder.keepsCookies);
    this.transport = builder.transport(cookies);
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

  /** Fetches one page, as {@link #fetch(Request)} does. */
  public Fetched fetch(String url) {
    return fetch(Request.page(url));
  }

  /**
   * Asks for what {@code request} says, follows redirects at once, and blocks until the answer is
   * there or refused, at most for the call timeout. Never throws for what the world does.
   */
  public Fetched fetch(Request request) {
    RequestedUrl url = RequestedUrl.parse(request.url());
    if (url.url() == null) {
      return refused(request.url(), Objects.requireNonNull(url.refusal()));
    }
    RedirectChain redirectChain = new RedirectChain(url.url());
    while (true) {
      Fetched end = step(request, redirectChain, Rights.UNSTATED);
      if (end != null) {
        return end;
      }
    }
  }

  /**
   * Asks the trail's last URL once.
   *
   * @param stated what the site's own files say about the use of the text
   * @return how the request ended, or null when the answer leads on to a URL that the trail now
   *     ends with
   */
  @Nullable Fetched step(Request request, RedirectChain redirectChain, Rights stated) {
    Exchange exchange = new Exchange(request, redirectChain, stated);
    long began = System.nanoTime();
    try {
      return exchange.run();
    } finally {
      redirectChain.use(System.nanoTime() - began);
      redirectChain.take(exchange.took());
    }
  }

  /** Returns why the URL, as it is written, is not asked, or empty. */
  Optional<FetchFailure> unsafe(HttpUrl url) {
    return transport.unsafe(url);
  }

  /**
   * Returns the addresses of the host, each of which the guard lets pass; none when a proxy looks
   * them up.
   */
  List<InetAddress> vetted(HttpUrl url, Duration limit) throws IOException {
    return transport.vetted(url, limit);
  }

  String userAgent() {
    return userAgent;
  }

  /** Returns the result of a request that was never sent. */
  Fetched.Refused refused(String asked, FetchFailure failure) {
    return refused(asked, failure, "", 0, null, Duration.ZERO);
  }

  private Fetched.Refused refused(
      String asked,
      FetchFailure failure,
      String how,
      int status,
      @Nullable Instant comeBack,
      Duration took) {
    Article stub =
        Article.builder(Sha256.of(asked), new Provenance(asked, null, null, null, version))
            .place(new WebLocation(asked, null, null, null))
            .build();
    Clip clip =
        new Clip(asked, failure.outcome(), failure.reason(), failure.sentence() + how, stub);
    return new Fetched.Refused(clip, status, comeBack, took);
  }

  Clock clock() {
    return clock;
  }

  /** Returns the name by which robots.txt files know this visitor (RFC 9309 section 2.2.1). */
  String product() {
    Matcher token = PRODUCT.matcher(userAgent);
    return token.lookingAt() ? token.group().toLowerCase(Locale.ROOT) : "coupure";
  }

  /** Ends what is under way and closes all connections, so that no thread keeps the JVM. */
  @Override
  public void close() {
    transport.close();
  }

  /** One question and its answer. Used once, by one thread. */
  private final class Exchange {
    private final Request request;
    private final RedirectChain redirectChain;
    private final Rights stated;
    private final Instant asked = clock.instant();
    private int status;
    private @Nullable Instant comeBack;

    Exchange(Request request, RedirectChain redirectChain, Rights stated) {
      this.request = request;
      this.redirectChain = redirectChain;
      this.stated = stated;
    }

    Duration took() {
      return redirectChain.took(asked, clock.instant());
    }

    @Nullable Fetched run() {
      try {
        Call call = transport.call(question(), callTimeout.minus(redirectChain.used()));
        Response response = call.execute();
        try {
          status = response.code();
          return answer(response, call);
        } finally {
          close(response, call);
        }
      } catch (IOException e) {
        return refuse(
            FailureReasons.of(
                e,
                redirectChain.last(),
                transport.proxy(redirectChain.last()),
                status != 0,
                callTimeout));
      }
    }

    private void close(Response response, Call call) {
      try {
        response.close();
      } catch (IllegalArgumentException negativeLength) {
        // Quirk: OkHttp takes a Content-Length below zero for a length.
        call.cancel();
      }
    }

    private okhttp3.Request question() {
      HttpUrl url = redirectChain.last();
      okhttp3.Request.Builder question = new okhttp3.Request.Builder().url(url);
      question.header("Accept", request.purpose().accept());
      Validators known = request.validators();
      if (known.etag() != null) {
        question.header("If-None-Match", known.etag());
      }
      if (known.lastModified() != null) {
        question.header("If-Modified-Since", known.lastModified());
      }
      if (url.host().equals(redirectChain.first().host())) {
        request.headers().forEach(question::header);
      }
      return question
          .header("User-Agent", userAgent)
          .header("Accept-Encoding", BodyReader.ACCEPT_ENCODING)
          .build();
    }

    private @Nullable Fetched answer(Response response, Call call) throws IOException {
      Redirects.Hop hop =
          Redirects.decide(
              redirectChain.urls(),
              status,
              response.header("Location"),
              maxRedirects,
              cookies::keeps);
      if (hop.next() != null) {
        redirectChain.add(hop.next());
        return null;
      }
      Instant now = clock.instant();
      String retryAfter = response.header("Retry-After");
      comeBack = retryAfter == null ? null : AnswerCheck.comeBack(retryAfter, now);
      if (status == 304 && !request.validators().isEmpty()) {
        Validators news = Validators.of(response.headers().toMultimap());
        return new Fetched.NotModified(
            redirectChain.last().toString(), news.or(request.validators()), took());
      }
      Optional<FetchFailure> refusal =
          Optional.ofNullable(hop.refusal())
              .or(() -> answers.check(response, request.purpose(), redirectChain.urls(), now));
      if (refusal.isPresent()) {
        // Closing alone would read on for a while, in the hope to use the connection again.
        call.cancel();
        return refuse(refusal.get());
      }
      byte[] bytes = answers.body(response, request.purpose(), call);
      Optional<FetchFailure> other = answers.check(request.purpose(), redirectChain.last(), bytes);
      if (other.isPresent()) {
        return refuse(other.get());
      }
      if (request.purpose() == Purpose.PAGE) {
        Redirects.Hop declared =
            Redirects.declared(
                redirectChain.urls(), bytes, response.header("Refresh"), maxRedirects);
        if (declared.refusal() != null) {
          return refuse(declared.refusal());
        }
        if (declared.next() != null) {
          redirectChain.add(declared.next());
          return null;
        }
      }
      return new Fetched.Answered(
          page(response, bytes, now), status, response.headers().toMultimap(), took());
    }

    private Page page(Response response, byte[] bytes, Instant now) {
      return Page.builder(request.url(), bytes)
          .url(redirectChain.last().toString())
          .contentType(response.header("Content-Type"))
          .captured(now.truncatedTo(ChronoUnit.SECONDS))
          .rights(StatedRights.of(response.headers().toMultimap(), product()).or(stated))
          .build();
    }

    private Fetched refuse(FetchFailure failure) {
      // A failed redirect tells its chain itself.
      String how = failure.reason() == Reason.REDIRECTS ? "" : redirectChain.describe();
      return refused(request.url(), failure, how, status, comeBack, took());
    }
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
    private Function<String, List<InetAddress>> dns = Transport::system;
    private List<Cookie> cookies = List.of();
    private Predicate<String> keepsCookies = host -> false;
    private Set<Integer> ports = AddressGuard.USUAL_PORTS;
    private @Nullable AddressGuard guard;
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

    /**
     * Lets addresses pass that are not of the public Internet, and all ports: for one's own network
     * and for tests, never for URLs that others give.
     */
    public Builder allowPrivate() {
      return guard(AddressGuard.OPEN);
    }

    /** Adds ports to 80, 443, 8080 and 8443, which are allowed anyway. */
    public Builder allowPorts(Set<Integer> more) {
      Set<Integer> all = new HashSet<>(AddressGuard.USUAL_PORTS);
      all.addAll(more);
      this.ports = Set.copyOf(all);
      return this;
    }

    /**
     * Brings cookies along, which are sent to the sites they belong to; none unless set.
     *
     * @param file in the format of Netscape's {@code cookies.txt}
     * @throws IOException when it can't be read
     * @throws IllegalArgumentException when lines in it are not as they should be; names them all
     */
    public Builder cookies(Path file) throws IOException {
      this.cookies = CookieFile.read(file);
      return this;
    }

    /**
     * Chooses the sites whose cookies are kept until the fetcher is closed, such as sites that
     * require one; none unless set.
     *
     * @param host tells by a host's name
     */
    public Builder keepCookies(Predicate<String> host) {
      this.keepsCookies = host;
      return this;
    }

    /** Sets the guard itself; for tests, whose servers all stand inside. */
    Builder guard(AddressGuard guard) {
      this.guard = guard;
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

    private Transport transport(SessionCookies sessionCookies) {
      return new Transport(
          guard == null ? AddressGuard.publicOnly(ports) : guard,
          proxies,
          dns,
          sessionCookies,
          trusted);
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
        throw new IllegalArgumentException(what + ", was " + RequestedUrl.quote(value));
      }
      return value;
    }
  }
}
