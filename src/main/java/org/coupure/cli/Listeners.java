package org.coupure.cli;

import java.time.Instant;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.discover.Listing;
import org.coupure.watch.Alert;
import org.coupure.watch.Source;
import org.coupure.watch.SourceState;
import org.coupure.watch.VisitOutcome;
import org.coupure.watch.WatchListener;
import org.jspecify.annotations.Nullable;

/**
 * Several listeners as one.
 *
 * @param all not copied, because a view is added to it later
 */
record Listeners(List<WatchListener> all) implements WatchListener {

  @Override
  public void looked(
      Source source,
      String url,
      VisitOutcome outcome,
      @Nullable Listing listing,
      int found,
      @Nullable String detail) {
    all.forEach(one -> one.looked(source, url, outcome, listing, found, detail));
  }

  @Override
  public void read(Source source, String url, VisitOutcome outcome, @Nullable Clip clip) {
    all.forEach(one -> one.read(source, url, outcome, clip));
  }

  @Override
  public void visited(Source source, SourceState sourceState) {
    all.forEach(one -> one.visited(source, sourceState));
  }

  @Override
  public void alert(Alert alert) {
    all.forEach(one -> one.alert(alert));
  }

  @Override
  public void notice(String sentence) {
    all.forEach(one -> one.notice(sentence));
  }

  @Override
  public void idle(Instant until) {
    all.forEach(one -> one.idle(until));
  }
}
