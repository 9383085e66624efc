package org.coupure.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import org.coupure.discover.ListingReader;
import org.coupure.fetch.Fetched;
import org.jspecify.annotations.Nullable;

/**
 * Threads that go on with errands and report. They decide nothing and know nothing of the state.
 */
final class Hands {
  private final Executor threads;
  private final BlockingQueue<Step> inbox;
  private final ListingReader listings;
  private final @Nullable WarcArchive archive;

  Hands(
      Executor threads,
      BlockingQueue<Step> inbox,
      ListingReader listings,
      @Nullable WarcArchive archive) {
    this.threads = threads;
    this.inbox = inbox;
    this.listings = listings;
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
    return new Step.Looked(errand, answered, listings.read(answered.page()));
  }
}
