package org.coupure.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.Request;
import org.coupure.fetch.Validators;
import org.coupure.page.ListedItem;
import org.jspecify.annotations.Nullable;

/**
 * One article on its way. Where the rule of its site knows a page on which all of it stands, the
 * text is that one's; else its pages are read one after the other and joined. A further page that
 * can't be had, or gives no text, changes nothing. To be used by one thread at a time.
 */
public final class ArticleVisit {
  private enum Stage {
    FIRST,
    PRINT,
    FURTHER
  }

  private final ArticleReader reader;

  /** All URLs that were requested, so that pages that link in a circle end. */
  private final Set<String> asked = new HashSet<>();

  private final List<Article> parts = new ArrayList<>();
  private Stage stage = Stage.FIRST;

  /** The page under way; null when it is over. */
  private @Nullable PageVisit current;

  private Fetched.@Nullable Answered first;
  private Continuation continuation = Continuation.NONE;
  private @Nullable Fetched fetched;
  private @Nullable Clip clip;

  ArticleVisit(Request request, @Nullable ListedItem listed, ArticleReader reader) {
    this.reader = reader;
    this.current = reader.page(request, listed);
    asked.add(request.url());
  }

  /**
   * Goes on as far as can be without waiting for a turn; blocks while servers answer.
   *
   * @return when to call again, or empty when it is over
   */
  public Optional<Instant> proceed() {
    while (current != null) {
      Optional<Instant> turn = current.proceed();
      if (turn.isPresent()) {
        return turn;
      }
      String next = take(current);
      current = next != null && asked.add(next) ? reader.page(next, url()) : null;
    }
    return Optional.empty();
  }

  /** Returns how the request for the first page ended. */
  public Fetched fetched() {
    return Objects.requireNonNull(fetched, "the visit is not over");
  }

  /** Returns what came of the article; null when its first page was not modified. */
  public @Nullable Clip clip() {
    return clip;
  }

  /**
   * Returns what to show the server the next time; nothing when more than one page was asked for,
   * for the others may change while the first does not.
   */
  public Validators validators() {
    return first == null || asked.size() > 1 ? Validators.NONE : first.validators();
  }

  /** Takes in a page; returns what to ask for next, or null. */
  private @Nullable String take(PageVisit page) {
    return switch (stage) {
      case FIRST -> begin(page);
      case PRINT -> print(page);
      case FURTHER -> join(page);
    };
  }

  private @Nullable String begin(PageVisit page) {
    fetched = page.fetched();
    clip = page.clip();
    if (!(fetched instanceof Fetched.Answered answered) || clip == null || clip.article() == null) {
      return null;
    }
    first = answered;
    if (reader.maxPages() < 2) {
      return null;
    }
    stage = Stage.PRINT;
    continuation = page.continuation();
    Optional<String> print = mayBePrinted(clip) ? continuation.print() : Optional.empty();
    return print.filter(url -> !asked.contains(url)).orElseGet(this::second);
  }

  /** Nothing gets round what a site refuses or sells. */
  private static boolean mayBePrinted(Clip made) {
    return made.outcome() != Outcome.BLOCKED && made.outcome() != Outcome.PAYWALLED;
  }

  /** Takes the print page, unless it has less than the first. */
  private @Nullable String print(PageVisit page) {
    Clip made = made();
    Clip print = page.clip();
    Article article = Objects.requireNonNull(made.article());
    if (print == null || print.article() == null || !print.hasText()) {
      return second();
    }
    if (made.hasText() && print.article().quality().words() < article.quality().words()) {
      return second();
    }
    Article whole = Joined.printed(article, print.article());
    clip = new Clip(made.input(), print.outcome(), print.reason(), print.detail(), whole);
    return null;
  }

  /** Goes on with the first page's own next page. */
  private @Nullable String second() {
    stage = Stage.FURTHER;
    Clip made = made();
    if (!made.hasText() || made.outcome() == Outcome.INDEX_PAGE) {
      return null;
    }
    parts.add(Objects.requireNonNull(made.article()));
    return continuation.next().orElse(null);
  }

  private @Nullable String join(PageVisit page) {
    Clip more = page.clip();
    Article part = more != null && more.hasText() ? more.article() : null;
    if (part != null && page.fetched() instanceof Fetched.Answered) {
      parts.add(part);
      clip = clip(made().detail(), Joined.of(parts));
      String next = page.continuation().next().orElse(null);
      if (next == null || asked.contains(next) || parts.size() < reader.maxPages()) {
        return next;
      }
      clip = clip("it has more pages than were wanted", Joined.incomplete(parts));
      return null;
    }
    clip = clip("a later page could not be had", Joined.incomplete(parts));
    return null;
  }

  private Clip clip(@Nullable String detail, Article article) {
    Clip made = made();
    return new Clip(made.input(), made.outcome(), made.reason(), detail, article);
  }

  private Clip made() {
    return Objects.requireNonNull(clip);
  }

  /** Returns where the first page stands. */
  private String url() {
    return Objects.requireNonNull(Objects.requireNonNull(first).page().url());
  }
}
