package org.coupure.fetch;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import okhttp3.HttpUrl;
import org.coupure.article.Reason;
import org.coupure.page.Page;

/**
 * Shows pages that are empty without scripts to a browser, an external command, and takes what it
 * prints. The URL passes the fetcher's guard first; what the browser then loads on its own does
 * not, see docs/fetching.md. Safe for any number of threads.
 */
public final class Renderer {
  /** A browser takes some 300 MB and more than one core. */
  private static final int AT_A_TIME = 2;

  private static final Set<String> OF_THE_PLAIN_PAGE =
      Set.of("content-encoding", "content-length", "etag", "last-modified");

  private final Fetcher fetcher;
  private final RenderCommand command;
  private final Duration limit;
  private final int mostBytes;
  private final Semaphore seats = new Semaphore(AT_A_TIME);

  private Renderer(Fetcher fetcher, RenderCommand command, Duration limit, int mostBytes) {
    this.fetcher = Objects.requireNonNull(fetcher, "fetcher");
    this.command = Objects.requireNonNull(command, "command");
    this.limit = limit;
    this.mostBytes = mostBytes;
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("time limit must be positive, was " + limit);
    }
    if (mostBytes < 1) {
      throw new IllegalArgumentException("limit of bytes must be at least 1, was " + mostBytes);
    }
  }

  /**
   * Returns a renderer that gives a page 30 seconds and 20 million bytes.
   *
   * @param fetcher whose guard URLs must pass and whose User-Agent is told; not closed
   */
  public static Renderer of(Fetcher fetcher, RenderCommand command) {
    return new Renderer(fetcher, command, Duration.ofSeconds(30), 20_000_000);
  }

  /** Returns this renderer with another limit on the time that a page may take. */
  public Renderer within(Duration limit) {
    return new Renderer(fetcher, command, limit, mostBytes);
  }

  /** Returns this renderer with another limit on what the command may print for a page. */
  public Renderer withMaxBytes(int mostBytes) {
    return new Renderer(fetcher, command, limit, mostBytes);
  }

  /**
   * Takes one of the seats, or returns false when all are taken; who got one must {@link #rise}.
   */
  boolean sit() {
    return seats.tryAcquire();
  }

  void rise() {
    seats.release();
  }

  /**
   * Returns the page as the browser has it, at once and without regard to its host's turn; {@link
   * PoliteFetcher#rendering} waits for that. Never throws for what the world does; a failure has
   * the reason {@link Reason#RENDER_FAILED}, one that the guard found its own.
   *
   * @param plain the page as it was fetched, whose URL (after redirects), status, rights and
   *     headers the rendered one keeps
   */
  public Fetched render(Fetched.Answered plain) {
    Page page = plain.page();
    HttpUrl url = RequestedUrl.parse(String.valueOf(page.url())).url();
    if (url == null) {
      return fetcher.refused(
          page.source(), FetchFailure.failed(Reason.BAD_URL, "the page has none"));
    }
    Instant began = fetcher.clock().instant();
    try {
      List<InetAddress> addresses = fetcher.vetted(url, limit);
      return answered(plain, print(url, addresses), began);
    } catch (IOException e) {
      return fetcher.refused(page.source(), FailureReasons.of(e, url, null, false, limit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fetcher.refused(page.source(), renderFailed("the rendering was interrupted"));
    }
  }

  private static FetchFailure renderFailed(String sentence) {
    return FetchFailure.failed(Reason.RENDER_FAILED, sentence);
  }

  private byte[] print(HttpUrl url, List<InetAddress> addresses)
      throws IOException, InterruptedException {
    try (RenderProcess process = new RenderProcess()) {
      Map<String, String> values =
          Map.of(
              "{url}", url.toString(),
              "{profile}", process.profile().toString(),
              "{user-agent}", fetcher.userAgent(),
              "{host-rules}", hostRules(url.host(), addresses));
      return process.run(command.filled(values), limit, mostBytes);
    } catch (RefusalException e) {
      throw e;
    } catch (IOException e) {
      // Lest it be taken for trouble with the host.
      throw new RefusalException(
          renderFailed("no temporary files for " + command.program() + ": " + e));
    }
  }

  private static String hostRules(String host, List<InetAddress> addresses) {
    return addresses.isEmpty()
        ? ""
        : "MAP " + bracketed(host, host.contains(":")) + " " + literal(addresses.get(0));
  }

  private static String literal(InetAddress address) {
    return bracketed(address.getHostAddress(), address instanceof Inet6Address);
  }

  private static String bracketed(String host, boolean brackets) {
    return brackets ? "[" + host + "]" : host;
  }

  private Fetched.Answered answered(Fetched.Answered plain, byte[] bytes, Instant began) {
    Page page = plain.page();
    String type = "text/html; charset=utf-8";
    Instant now = fetcher.clock().instant();
    Page rendered =
        Page.builder(page.source(), bytes)
            .id(page.id())
            .url(page.url())
            .contentType(type)
            .captured(now.truncatedTo(ChronoUnit.SECONDS))
            .rights(page.rights())
            .rendered(true)
            .build();
    Map<String, List<String>> headers = new TreeMap<>(plain.headers());
    // The validators are of a page that may never change while what its scripts load does.
    headers.keySet().removeAll(OF_THE_PLAIN_PAGE);
    headers.put("content-type", List.of(type));
    // Whoever keeps the page must be able to see that no server sent it so.
    headers.put("coupure-rendered", List.of("true"));
    Duration took = Duration.between(began, now);
    return new Fetched.Answered(
        rendered, plain.status(), headers, took.isNegative() ? Duration.ZERO : took);
  }
}
