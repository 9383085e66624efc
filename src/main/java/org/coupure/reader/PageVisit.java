package org.coupure.reader;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.coupure.article.Clip;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.HttpExchange;
import org.coupure.fetch.RenderPolicy;
import org.coupure.fetch.RenderPolicy.Choice;
import org.coupure.fetch.RenderTask;
import org.coupure.page.ListedItem;
import org.coupure.reader.ArticleReader.Taken;
import org.jspecify.annotations.Nullable;

/** One page on its way: fetched, rendered where it must be, kept, clipped. */
final class PageVisit {
  private final HttpExchange exchange;
  private final ArticleReader reader;

  /** Where the article's first page stands; null for that page itself. */
  private final @Nullable String first;

  /** What a feed or sitemap said of the page. */
  private final @Nullable ListedItem listed;

  /** What came of the page as it was fetched, while it is being rendered. */
  private @Nullable Taken plain;

  private @Nullable RenderTask renderTask;
  private @Nullable Fetched fetched;
  private @Nullable Clip clip;
  private Continuation continuation = Continuation.NONE;

  PageVisit(
      HttpExchange exchange,
      @Nullable String first,
      @Nullable ListedItem listed,
      ArticleReader reader) {
    this.exchange = exchange;
    this.first = first;
    this.listed = listed;
    this.reader = reader;
  }

  /** Goes on as {@link ArticleVisit#proceed} does. */
  Optional<Instant> proceed() {
    if (fetched != null) {
      return Optional.empty();
    }
    if (plain == null) {
      Optional<Instant> turn = exchange.proceed();
      if (turn.isPresent() || !begin(exchange.result())) {
        return turn;
      }
    }
    RenderTask browser = Objects.requireNonNull(renderTask);
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
    Taken taken = reader.take(answered.page().listedAs(listed), first);
    RenderPolicy renderPolicy = reader.rendition();
    renderTask = renderPolicy == null ? null : renderPolicy.of(answered, taken.clip());
    if (renderTask == null) {
      reader.keep(answered);
      continuation = taken.continuation();
      end(answered, taken.clip());
      return false;
    }
    plain = taken;
    return true;
  }

  private void rendered(Taken asFetched, Fetched byBrowser) {
    Fetched answer = exchange.result();
    Choice choice =
        Choice.of(
            answer,
            asFetched.clip(),
            byBrowser,
            page -> {
              Taken taken = reader.take(page.listedAs(listed), first);
              continuation = taken.continuation();
              return taken.clip();
            });
    if (choice.fetched() == answer) {
      continuation = asFetched.continuation();
    }
    // Where the browser failed, the page as the server sent it is what there is to keep.
    Fetched kept = choice.fetched() instanceof Fetched.Answered ? choice.fetched() : answer;
    reader.keep((Fetched.Answered) kept);
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

  /** Returns where the article of the page goes on. */
  Continuation continuation() {
    return continuation;
  }
}
