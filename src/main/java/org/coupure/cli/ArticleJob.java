package org.coupure.cli;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.batch.DefectContainment;
import org.coupure.batch.Job;
import org.coupure.fetch.HostGate;
import org.coupure.fetch.Request;
import org.coupure.reader.ArticleReader;
import org.coupure.reader.ArticleVisit;
import org.jspecify.annotations.Nullable;

/** One URL on its way to a clip. */
final class ArticleJob implements Job<Clip> {
  /**
   * About the bytes of an article, which is all that a done job holds; the page itself is not kept.
   */
  private static final long WEIGHT = 64 << 10;

  private final Request request;
  private final ArticleVisit visit;
  private @Nullable Throwable defect;

  ArticleJob(Request request, ArticleReader reader) {
    this.request = request;
    this.visit = reader.visit(request);
  }

  @Override
  public String host() {
    return HostGate.host(request.url());
  }

  @Override
  public long weight() {
    return WEIGHT;
  }

  /** Keeps a defect in one fetch from ending a run: it becomes the outcome of that URL. */
  @Override
  public Optional<Instant> proceed() {
    try {
      return visit.proceed();
    } catch (UncheckedIOException unwritable) {
      // The output can't be written; that is not an outcome of this URL.
      throw unwritable;
    } catch (RuntimeException | Error e) {
      defect = e;
      return Optional.empty();
    }
  }

  @Override
  public Clip result() {
    return defect == null
        ? Objects.requireNonNull(visit.clip(), "nobody has an earlier version")
        : Clip.failed(request.url(), Reason.DEFECT, DefectContainment.sentence(defect));
  }
}
