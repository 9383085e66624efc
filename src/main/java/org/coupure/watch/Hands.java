package org.coupure.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.discover.Listing;
import org.coupure.discover.ListingReader;
import org.coupure.fetch.Fetched;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Threads that go on with errands and report. They decide nothing and know nothing of the state.
 */
final class Hands {
  private final Executor threads;
  private final BlockingQueue<Step> inbox;
  private final ListingReader listings;
  private final Function<Page, Clip> clipper;
  private final @Nullable WarcArchive archive;

  /**
   * Returns hands.
   *
   * @param clipper tells what a page is that should be a listing and names nothing
   */
  Hands(
      Executor threads,
      BlockingQueue<Step> inbox,
      ListingReader listings,
      Function<Page, Clip> clipper,
      @Nullable WarcArchive archive) {
    this.threads = threads;
    this.inbox = inbox;
    this.listings = listings;
    this.clipper = clipper;
    this.archive = archive;
  }

  void take(Errand errand) {
    threads.execute(() -> inbox.add(step(errand)));
  }

  private Step step(Errand errand) {
    try {
      Optional<Instant> turn = errand.proceed();
      if (turn.isPresent()) {
        return new Step.Waits(errand, turn.get());
      }
      return errand instanceof Errand.Looking looking
          ? look(looking)
          : new Step.HasRead((Errand.Reading) errand);
    } catch (RuntimeException | Error defect) {
      return new Step.Failed(errand, defect);
    }
  }

  private Step look(Errand.Looking errand) {
    if (!(errand.visit().result() instanceof Fetched.Answered answered)) {
      return new Step.Looked(errand, errand.visit().result(), null);
    }
    if (archive != null) {
      archive.saveListing(answered);
    }
    Listing listing = listings.read(answered.page());
    if (listing.kind() != Listing.Kind.INDEX_PAGE) {
      return new Step.Looked(errand, answered, listing);
    }
    boolean empty = listing.links().isEmpty() && listing.further().isEmpty();
    Clip clip = empty ? clipper.apply(answered.page()) : null;
    if (clip != null && isNoListing(clip)) {
      Fetched refused = new Fetched.Refused(clip, answered.status(), null, answered.took());
      return new Step.Looked(errand, refused, null);
    }
    return new Step.Looked(errand, answered, judged(listing, errand.job().kind(), empty));
  }

  /** Challenges, consent forms and error pages come with status 200 in place of feeds, too. */
  private static boolean isNoListing(Clip clip) {
    return clip.outcome() == Outcome.BLOCKED || clip.reason() == Reason.ERROR_PAGE;
  }

  /** Says of a web page that it is no feed, or that it leads nowhere. */
  private static Listing judged(Listing listing, Source.Kind wanted, boolean empty) {
    if (wanted == Source.Kind.INDEX) {
      return empty ? listing.complaining("no link on the page looks like an article's") : listing;
    }
    String sentence = "a web page is there and no " + wanted.key();
    return empty ? Listing.unreadable(sentence) : listing.complaining(sentence);
  }
}
