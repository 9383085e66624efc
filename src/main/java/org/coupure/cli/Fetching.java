package org.coupure.cli;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.HostGate;
import org.coupure.fetch.Request;
import org.coupure.reader.ArticleReader;
import org.coupure.reader.ArticleVisit;
import org.jspecify.annotations.Nullable;

/** One address on its way to a clip. */
final class Fetching {
  /** What a waiting address turns into, about: its article. The page itself is gone by then. */
  private static final long WEIGHT = 64 << 10;

  private final Request request;
  private final ArticleVisit visit;
  private @Nullable UncheckedIOException unwritable;
  private @Nullable Throwable defect;

  private Fetching(Request request, ArticleReader reader) {
    this.request = request;
    this.visit = reader.visit(request);
  }

  static Job job(Request request, ArticleReader reader) {
    Fetching fetching = new Fetching(request, reader);
    return new Job(HostGate.host(request.url()), WEIGHT, fetching::proceed, fetching::clip);
  }

  /** Keeps a defect in one fetch from ending a run: it becomes that address's outcome. */
  private Optional<Instant> proceed() {
    try {
      return visit.proceed();
    } catch (UncheckedIOException e) {
      // What must be kept can't be written, which is no outcome of this address.
      unwritable = e;
    } catch (RuntimeException | Error e) {
      defect = e;
    }
    return Optional.empty();
  }

  private Clip clip() {
    if (unwritable != null) {
      throw unwritable;
    }
    return defect == null
        ? Objects.requireNonNull(visit.clip(), "nobody has an earlier version")
        : Clip.failed(request.url(), Reason.DEFECT, DefectContainment.sentence(defect));
  }

  /** Returns the clip of what was fetched without validators. */
  static Clip clip(Fetched fetched, Clipper clipper) {
    if (fetched instanceof Fetched.Answered answered) {
      return DefectContainment.contained(answered.page(), clipper::clip);
    }
    if (fetched instanceof Fetched.Refused refused) {
      return refused.clip();
    }
    throw new IllegalStateException("nothing says \"unchanged\" to who knows no earlier version");
  }
}
