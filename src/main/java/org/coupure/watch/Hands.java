package org.coupure.watch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.discover.ListingReader;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.Rendering;
import org.coupure.fetch.Rendition;
import org.coupure.fetch.Rendition.Choice;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Threads that go on with errands and report. They decide nothing and know nothing of the state.
 */
final class Hands {
  private final Executor threads;
  private final BlockingQueue<Step> inbox;
  private final ListingReader listings;
  private final Clipper clipper;
  private final Continuation continuation;
  private final @Nullable Rendition rendition;
  private final @Nullable WarcArchive archive;

  Hands(
      Executor threads,
      BlockingQueue<Step> inbox,
      ListingReader listings,
      Clipper clipper,
      Continuation continuation,
      @Nullable Rendition rendition,
      @Nullable WarcArchive archive) {
    this.threads = threads;
    this.inbox = inbox;
    this.listings = listings;
    this.clipper = clipper;
    this.continuation = continuation;
    this.rendition = rendition;
    this.archive = archive;
  }

  void take(Errand errand) {
    threads.execute(() -> inbox.add(step(errand)));
  }

  private Step step(Errand errand) {
    try {
      Optional<Instant> turn = errand.visit().proceed();
      if (turn.isPresent()) {
        return new Step.Waits(errand, turn.get());
      }
      Fetched fetched = errand.visit().result();
      return errand.job() instanceof Job.Look
          ? look(errand, fetched)
          : read(errand, (Job.Read) errand.job(), fetched);
    } catch (RuntimeException | Error defect) {
      return new Step.Failed(errand, defect);
    }
  }

  private Step look(Errand errand, Fetched fetched) {
    boolean answered = fetched instanceof Fetched.Answered;
    return new Step.Looked(
        errand, fetched, answered ? listings.read(((Fetched.Answered) fetched).page()) : null);
  }

  private Step read(Errand errand, Job.Read job, Fetched fetched) {
    if (!(fetched instanceof Fetched.Answered answered)) {
      Clip clip = fetched instanceof Fetched.Refused refused ? refused.clip() : null;
      return new Step.HasRead(errand, fetched, clip, null);
    }
    Clip plain = errand.plain() == null ? clip(answered.page()) : errand.plain();
    Rendering rendering = errand.rendering();
    if (rendering == null) {
      rendering = rendition == null ? null : rendition.of(answered, plain);
    }
    if (rendering == null) {
      return read(errand, job, answered, plain);
    }
    Optional<Instant> turn = rendering.proceed();
    if (turn.isPresent()) {
      return new Step.Waits(errand.rendered(plain, rendering), turn.get());
    }
    Choice choice = Choice.of(answered, plain, rendering.result(), this::clip);
    return choice.fetched() instanceof Fetched.Answered chosen
        ? read(errand, job, chosen, choice.clip())
        : new Step.HasRead(errand, choice.fetched(), choice.clip(), null);
  }

  private Step read(Errand errand, Job.Read job, Fetched.Answered answered, Clip clip) {
    if (archive != null) {
      archive.save(answered);
    }
    Page page = answered.page();
    String first = job.before().isEmpty() ? page.url() : job.before().get(0).address();
    String next =
        clip.hasText() ? continuation.next(page, Objects.requireNonNull(first)).orElse(null) : null;
    return new Step.HasRead(errand, answered, clip, next);
  }

  /** One bad page must not end a watch of a year. */
  private Clip clip(Page page) {
    try {
      return clipper.clip(page);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      return Clipper.failed(page, Reason.DEFECT, String.valueOf(defect));
    }
  }
}
