package org.coupure.cli;

import java.util.function.Function;
import java.util.function.Predicate;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.batch.Job;
import org.coupure.batch.JobQueue;
import org.coupure.batch.PageClock;
import org.coupure.page.Page;
import org.coupure.source.PageConsumer;

/**
 * Puts a source's pages on a run's queue.
 *
 * @param queue receives the jobs
 * @param clipper what is done with each page
 * @param clock how long a page may take
 * @param passed counts the inputs that are skipped
 * @param recorded whether the input of this name has its record already
 */
record PageIntake(
    JobQueue<Clip> queue,
    Function<Page, Clip> clipper,
    PageClock clock,
    PassedOver passed,
    Predicate<String> recorded)
    implements PageConsumer {
  @Override
  public boolean page(Page page) {
    if (recorded.test(page.source())) {
      passed.addRecorded();
      return true;
    }
    return queue.put(Job.of(page.bytes().length, () -> clock.clip(page, clipper)));
  }

  @Override
  public boolean failed(Clip clip) {
    Article article = clip.article();
    if (article != null && recorded.test(article.provenance().source())) {
      passed.addRecorded();
      return true;
    }
    return queue.put(Job.of(0, () -> clip));
  }

  @Override
  public void passedOver(String source, String kind) {
    passed.add(kind);
  }
}
