package org.coupure.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.batch.DefectContainment;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Request;
import org.coupure.page.Page;
import org.coupure.record.RecordWriter;
import org.coupure.serve.RuleShelf.Wanted;
import org.coupure.source.PageConsumer;
import org.coupure.source.SourceLimits;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.coupure.verdict.PrecisionRecall;
import org.coupure.verdict.VerdictSentences;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Turns pages that clients send or name into records. */
final class ClipRoutes {
  /** Fetches and streams that may be under way at once; each holds a thread. */
  private static final int MOST_AT_ONCE = 16;

  /** A record is sent on when so many wait, or the stream ends. */
  private static final int FLUSHED = 16;

  private final RuleShelf rules;
  private final ClipGate gate;
  private final PoliteFetcher fetcher;
  private final SourceLimits limits;
  private final Counters counters;
  private final Semaphore fetches = new Semaphore(MOST_AT_ONCE);
  private final Semaphore streams = new Semaphore(MOST_AT_ONCE);

  ClipRoutes(
      RuleShelf rules, ClipGate gate, PoliteFetcher fetcher, int pageBytes, Counters counters) {
    this.rules = rules;
    this.gate = gate;
    this.fetcher = fetcher;
    this.counters = counters;
    SourceLimits usual = SourceLimits.DEFAULT;
    this.limits =
        new SourceLimits(
            usual.entries(), pageBytes, usual.depth(), usual.ratio(), usual.ratioFrom());
  }

  /** {@code POST /v1/clip}: one page, as the body or by its URL. */
  void clip(HttpCall call) throws ProblemException, IOException {
    call.only("url", "explain", "lang", "balance", "pretty");
    if (gate.isFull()) {
      throw gate.busy();
    }
    Clipper clipper = rules.clipper(wanted(call));
    Page page = page(call);
    Clip clip = gate.turn(() -> DefectContainment.contained(page, clipper::clip));
    counters.clipped(clip);
    RecordWriter writer = call.flag("pretty") ? RecordWriter.pretty() : RecordWriter.compact();
    call.answer(200, "application/json", writer.write(clip));
  }

  private static Wanted wanted(HttpCall call) throws ProblemException {
    String language = call.parameter("lang");
    if (language != null && !VerdictSentences.LANGUAGES.contains(language)) {
      throw ProblemException.of(
          400,
          "bad-parameter",
          "lang wants one of " + String.join(", ", VerdictSentences.LANGUAGES));
    }
    return new Wanted(call.flag("explain") || language != null, language, balance(call));
  }

  private static PrecisionRecall balance(HttpCall call) throws ProblemException {
    return switch (call.parameter("balance", "even")) {
      case "even" -> PrecisionRecall.EVEN;
      case "precision" -> PrecisionRecall.PRECISION;
      case "recall" -> PrecisionRecall.RECALL;
      default ->
          throw ProblemException.of(
              400, "bad-parameter", "balance wants one of even, precision, recall");
    };
  }

  /** Returns the page of the body, or the one that {@code url} names when there is no body. */
  Page page(HttpCall call) throws ProblemException, IOException {
    byte[] body = call.body();
    String url = call.parameter("url");
    if (body.length > 0) {
      return page(body, call.headers().getFirst("Content-Type"), url);
    }
    if (url == null) {
      throw ProblemException.of(
          400, "no-page", "send a page as the body, or name one by the parameter url");
    }
    return fetched(url);
  }

  private Page page(byte[] body, @Nullable String type, @Nullable String url)
      throws ProblemException, IOException {
    String kind = type == null ? "" : type.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
    if (kind.equals("text/html") || kind.equals("text/plain") || kind.contains("xhtml")) {
      return Page.builder("request", body).url(checked(url)).contentType(type).build();
    }
    First first = new First();
    SourceOptions options =
        SourceOptions.of(Clipper.VERSION).withLimits(limits).withUrl(checked(url));
    Sources.of(List.of("-"), new ByteArrayInputStream(body), options).read(first);
    if (first.page != null) {
      return first.page;
    }
    Clip failed = first.failed;
    throw ProblemException.of(
            422,
            "unreadable",
            failed == null ? "there is no page in the body" : "the body " + failed.detail())
        .withReason(failed == null ? Reason.EMPTY_INPUT.code() : failed.reason().code());
  }

  private static @Nullable String checked(@Nullable String url) throws ProblemException {
    try {
      if (url == null || URI.create(url).isAbsolute()) {
        return url;
      }
    } catch (IllegalArgumentException ignored) {
      // Pages have such URLs; what is wrong is said below.
    }
    throw ProblemException.of(400, "bad-parameter", "url wants an absolute URL");
  }

  private Page fetched(String url) throws ProblemException {
    if (!fetches.tryAcquire()) {
      throw gate.busy();
    }
    try {
      Request request = Request.page(url).withSiteHeaders(rules.book().headers(url));
      Fetched fetched = fetcher.fetch(request);
      if (fetched instanceof Fetched.Answered answered) {
        return answered.page();
      }
      throw refused(fetched);
    } finally {
      fetches.release();
    }
  }

  private static ProblemException refused(Fetched fetched) {
    if (!(fetched instanceof Fetched.Refused refused)) {
      throw new IllegalStateException("nothing is unchanged for who knows no earlier version");
    }
    Reason reason = refused.reason();
    int status =
        switch (reason) {
          case BAD_URL -> 400;
          case UNSAFE_ADDRESS, ROBOTS, RESERVED -> 403;
          default -> 502;
        };
    String code =
        switch (status) {
          case 400 -> "bad-parameter";
          case 403 -> "refused";
          default -> "not-fetched";
        };
    String detail = String.valueOf(refused.clip().detail());
    return ProblemException.of(status, code, detail).withReason(reason.code());
  }

  /** {@code POST /v1/clips}: JSON Lines in, JSON Lines out, in the same order. */
  void clips(HttpCall call) throws ProblemException, IOException {
    call.only("explain", "lang", "balance");
    Clipper clipper = rules.clipper(wanted(call));
    if (!streams.tryAcquire()) {
      throw gate.busy();
    }
    try {
      OutputStream out = call.answerBitByBit("application/x-ndjson");
      SourceOptions options = SourceOptions.of(Clipper.VERSION).withLimits(limits);
      Sources.of(List.of("-"), call.stream(), options).read(new Stream(clipper, out));
      out.flush();
      out.close();
    } catch (UncheckedIOException e) {
      throw new IOException("the client went away", e);
    } finally {
      streams.release();
    }
  }

  /** Takes the first page of a body. */
  private static final class First implements PageConsumer {
    private @Nullable Page page;
    private @Nullable Clip failed;

    @Override
    public boolean page(Page found) {
      page = found;
      return false;
    }

    @Override
    public boolean failed(Clip clip) {
      failed = clip;
      return false;
    }
  }

  /** Writes the record of each page as it comes. */
  private final class Stream implements PageConsumer {
    private final Clipper clipper;
    private final OutputStream out;
    private int waiting;

    Stream(Clipper clipper, OutputStream out) {
      this.clipper = clipper;
      this.out = out;
    }

    @Override
    public boolean page(Page page) {
      try {
        Clip clip = gate.patientTurn(() -> DefectContainment.contained(page, clipper::clip));
        return write(clip, RecordWriter.compact().write(clip));
      } catch (ProblemException e) {
        return false;
      }
    }

    @Override
    public boolean failed(Clip clip) {
      if (clip.article() != null) {
        return write(clip, RecordWriter.compact().write(clip));
      }
      ObjectNode line = HttpCall.JSON.createObjectNode();
      line.put("input", clip.input()).put("outcome", clip.outcome().code());
      line.put("reason", clip.reason().code()).put("detail", clip.detail());
      return write(clip, line.toString().getBytes(StandardCharsets.UTF_8));
    }

    private boolean write(Clip clip, byte[] line) {
      counters.clipped(clip);
      try {
        out.write(line);
        out.write('\n');
        waiting++;
        if (waiting >= FLUSHED) {
          out.flush();
          waiting = 0;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return true;
    }
  }
}
