package org.coupure.reader;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.coupure.article.Clip;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.Rendering;
import org.coupure.fetch.Rendition;
import org.coupure.fetch.Rendition.Choice;
import org.coupure.fetch.Visit;
import org.jspecify.annotations.Nullable;

/** One page on its way: fetched, rendered where it must be, kept, clipped. */
final class PageVisit {
  private final Visit visit;
  private final ArticleReader house;

  /** What came of the page as it was fetched, while it is being rendered. */
  private @Nullable Clip plain;

  private @Nullable Rendering rendering;
  private @Nullable Fetched fetched;
  private @Nullable Clip clip;

  PageVisit(Visit visit, ArticleReader house) {
    this.visit = visit;
    this.house = house;
  }

  /** Goes on as {@link ArticleVisit#proceed} does. */
  Optional<Instant> proceed() {
    if (fetched != null) {
      return Optional.empty();
    }
    if (plain == null) {
      Optional<Instant> turn = visit.proceed();
      if (turn.isPresent() || !begin(visit.result())) {
        return turn;
      }
    }
    Rendering browser = Objects.requireNonNull(rendering);
    Optional<Instant> turn = browser.proceed();
    if (turn.isEmpty()) {
      rendered(Objects.requireNonNull(plain), browser.result());
    }
    return turn;
  }

  /** Returns whether there is more to do than to take what was fetched. */
  private boolean begin(Fetched answer) {
    if (!(answer instanceof Fetched.Answered answered)) {
      end(answer, answer instanceof Fetched.Refused refused ? refused.clip() : null);
      return false;
    }
    Clip first = house.clip(answered.page());
    Rendition rendition = house.rendition();
    rendering = rendition == null ? null : rendition.of(answered, first);
    if (rendering == null) {
      house.keep(answered);
      end(answered, first);
      return false;
    }
    plain = first;
    return true;
  }

  private void rendered(Clip first, Fetched byBrowser) {
    Fetched answer = visit.result();
    Choice choice = Choice.of(answer, first, byBrowser, house::clip);
    // Where the browser failed, the page as the server sent it is what there is to keep.
    Fetched kept = choice.fetched() instanceof Fetched.Answered ? choice.fetched() : answer;
    house.keep((Fetched.Answered) kept);
    end(choice.fetched(), choice.clip());
  }

  private void end(Fetched answer, @Nullable Clip made) {
    fetched = answer;
    clip = made;
  }

  Fetched fetched() {
    return Objects.requireNonNull(fetched, "the visit is not over");
  }

  /** Returns what became of the page; null when it was not modified. */
  @Nullable Clip clip() {
    return clip;
  }
}
