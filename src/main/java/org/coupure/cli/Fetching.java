package org.coupure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.HostGate;
import org.coupure.fetch.PageStore;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Rendering;
import org.coupure.fetch.Rendition;
import org.coupure.fetch.Rendition.Choice;
import org.coupure.fetch.Request;
import org.coupure.fetch.Visit;
import org.jspecify.annotations.Nullable;

/** One address on its way to a clip: fetched, kept when it is wanted, clipped. */
final class Fetching {
  /** What a waiting address turns into, about: its article. The page itself is gone by then. */
  private static final long WEIGHT = 64 << 10;

  private final Request request;
  private final Visit visit;
  private final @Nullable PageStore store;
  private final Clipper clipper;
  private final @Nullable Rendition rendition;

  /** What came of the page as it was fetched, once that is known. */
  private @Nullable Clip plain;

  private @Nullable Rendering rendering;
  private @Nullable Throwable defect;

  private Fetching(
      Request request,
      PoliteFetcher fetcher,
      @Nullable Rendition rendition,
      @Nullable PageStore store,
      Clipper clipper) {
    this.request = request;
    this.rendition = rendition;
    this.visit = fetcher.visit(request);
    this.store = store;
    this.clipper = clipper;
  }

  static Job job(
      Request request,
      PoliteFetcher fetcher,
      @Nullable Rendition rendition,
      @Nullable PageStore store,
      Clipper clipper) {
    Fetching fetching = new Fetching(request, fetcher, rendition, store, clipper);
    return new Job(HostGate.host(request.url()), WEIGHT, fetching::proceed, fetching::clip);
  }

  /** Keeps a defect in one fetch from ending a run: it becomes that address's outcome. */
  private Optional<Instant> proceed() {
    try {
      if (plain == null) {
        Optional<Instant> turn = visit.proceed();
        if (turn.isPresent() || rendition == null) {
          return turn;
        }
        plain = clip(visit.result(), clipper);
        rendering = rendition.of(visit.result(), plain);
      }
      return rendering == null ? Optional.empty() : rendering.proceed();
    } catch (RuntimeException | Error e) {
      defect = e;
      return Optional.empty();
    }
  }

  private Clip clip() {
    if (defect != null) {
      return Clip.failed(request.url(), Reason.DEFECT, Defects.sentence(defect));
    }
    Fetched fetched = visit.result();
    Clip clip = plain == null ? clip(fetched, clipper) : plain;
    if (rendering != null) {
      Choice choice =
          Choice.of(
              fetched, clip, rendering.result(), page -> Defects.contained(page, clipper::clip));
      fetched = choice.fetched() instanceof Fetched.Answered ? choice.fetched() : fetched;
      clip = choice.clip();
    }
    if (fetched instanceof Fetched.Answered answered && store != null) {
      save(answered, store);
    }
    return clip;
  }

  /** Returns the clip of what was fetched without validators. */
  static Clip clip(Fetched fetched, Clipper clipper) {
    if (fetched instanceof Fetched.Answered answered) {
      return Defects.contained(answered.page(), clipper::clip);
    }
    if (fetched instanceof Fetched.Refused refused) {
      return refused.clip();
    }
    throw new IllegalStateException("nothing says \"unchanged\" to who knows no earlier version");
  }

  private static void save(Fetched.Answered answered, PageStore store) {
    try {
      store.save(answered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
