package org.coupure.cli;

import java.util.Optional;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.batch.Job;
import org.coupure.batch.JobQueue;
import org.coupure.memory.PageFingerprint;
import org.coupure.page.Page;
import org.coupure.source.PageConsumer;

/**
 * The first pass over a run's inputs, in which a site memory learns from them. Inputs that can't be
 * read are reported by the second pass.
 */
record FirstPass(JobQueue<Optional<PageFingerprint>> queue, Clipper clipper)
    implements PageConsumer {
  @Override
  public boolean page(Page page) {
    return queue.put(Job.of(page.bytes().length, () -> sight(page)));
  }

  private Optional<PageFingerprint> sight(Page page) {
    try {
      return clipper.sight(page);
    } catch (RuntimeException | Error ignored) {
      // A defect; the second pass meets it again and makes it the page's outcome.
      return Optional.empty();
    }
  }

  @Override
  public boolean failed(Clip clip) {
    return true;
  }
}
