package org.coupure.watch;

import org.coupure.article.Clip;
import org.coupure.fetch.Rendering;
import org.coupure.fetch.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A job with its visit, which one thread at a time goes on with.
 *
 * @param plain what came of the page as it was fetched, when it is being rendered
 * @param rendering the page's way through a browser, or null
 */
record Errand(
    Job job, String host, Visit visit, @Nullable Clip plain, @Nullable Rendering rendering) {
  Errand(Job job, String host, Visit visit) {
    this(job, host, visit, null, null);
  }

  Errand rendered(Clip clip, Rendering by) {
    return new Errand(job, host, visit, clip, by);
  }
}
