package org.coupure.watch;

import java.time.Instant;
import org.coupure.fetch.Purpose;
import org.coupure.fetch.Request;
import org.coupure.fetch.Validators;
import org.coupure.page.ListedItem;
import org.jspecify.annotations.Nullable;

/** Something to fetch, and what for. Immutable. */
sealed interface FetchJob {
  Source source();

  String url();

  Request request();

  /**
   * A feed, sitemap or index page to look through.
   *
   * @param depth how many listings led here
   * @param validators what was noted of it the last time
   * @param stamp when it last changed, by the listing that led here, or null
   */
  record Look(
      Source source,
      Source.Kind kind,
      String url,
      int depth,
      Validators validators,
      @Nullable Instant stamp)
      implements FetchJob {
    @Override
    public Request request() {
      Purpose purpose =
          switch (kind) {
            case FEED -> Purpose.FEED;
            case SITEMAP, LIST -> Purpose.SITEMAP;
            case INDEX, PAGE -> Purpose.PAGE;
          };
      return Request.of(url, purpose).withValidators(validators);
    }
  }

  /**
   * An article.
   *
   * @param url of its first page
   * @param attempts as the state has it
   * @param validators what was noted of it the last time; none when there is more than one page
   * @param listed what a feed or sitemap says of it, or null
   */
  record Read(
      Source source,
      String key,
      String url,
      int attempts,
      Validators validators,
      @Nullable ListedItem listed)
      implements FetchJob {
    @Override
    public Request request() {
      return Request.page(url).withValidators(validators);
    }
  }
}
