package org.coupure.watch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coupure.ParsedPage;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.discover.Canonical;
import org.coupure.discover.Listing;
import org.coupure.discover.ListingReader;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.HttpExchange;
import org.coupure.page.Content;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/** A feed, sitemap or index page on its way. To be used by one thread at a time. */
final class ListingVisit {
  private final HttpExchange exchange;
  private final Source.Kind wanted;
  private final Reading reading;
  private @Nullable Fetched fetched;
  private @Nullable Listing listing;

  /** The page in place of a listing, which is parsed once whatever it turns out to be. */
  private @Nullable ParsedPage parsed;

  /**
   * How listings are read.
   *
   * @param keeper is given each answer
   * @param parser parses web pages
   * @param clipper tells what a page is that should be a listing and names nothing
   */
  record Reading(
      Canonical canonical,
      Consumer<Fetched.Answered> keeper,
      Function<Page, ParsedPage> parser,
      Function<ParsedPage, Clip> clipper) {}

  ListingVisit(HttpExchange exchange, Source.Kind wanted, Reading reading) {
    this.exchange = exchange;
    this.wanted = wanted;
    this.reading = reading;
  }

  /** Goes on as far as can be without waiting; returns when to go on, or empty when it is done. */
  Optional<Instant> proceed() {
    Optional<Instant> turn = exchange.proceed();
    if (turn.isEmpty()) {
      fetched = exchange.result();
      if (fetched instanceof Fetched.Answered answered) {
        read(answered);
      }
    }
    return turn;
  }

  /** Returns how the request ended; refused as well when what came is no listing. */
  Fetched fetched() {
    return Objects.requireNonNull(fetched, "the visit is not over");
  }

  /** Returns what it names; null unless it was answered. */
  @Nullable Listing listing() {
    return listing;
  }

  private void read(Fetched.Answered answered) {
    reading.keeper().accept(answered);
    ListingReader reader = new ListingReader(reading.canonical(), this::parse);
    Listing read = reader.read(answered.page());
    if (read.kind() != Listing.Kind.INDEX_PAGE) {
      listing = read;
      return;
    }
    boolean empty = read.links().isEmpty() && read.further().isEmpty();
    Clip clip = empty && parsed != null ? reading.clipper().apply(parsed) : null;
    parsed = null;
    if (clip != null && isNoListing(clip)) {
      fetched = new Fetched.Refused(clip, answered.status(), null, answered.took());
      return;
    }
    listing = judged(read, empty);
  }

  private Content parse(Page page) {
    parsed = reading.parser().apply(page);
    return parsed.content();
  }

  /** Challenges, consent forms and error pages come with status 200 in place of feeds, too. */
  private static boolean isNoListing(Clip clip) {
    return clip.outcome() == Outcome.BLOCKED || clip.reason() == Reason.ERROR_PAGE;
  }

  /** Explains that a web page is not a feed, or names no articles. */
  private Listing judged(Listing read, boolean empty) {
    if (wanted == Source.Kind.INDEX) {
      return empty ? read.complaining("no link on the page looks like an article's") : read;
    }
    String sentence = "a web page is there and no " + wanted.key();
    return empty ? Listing.unreadable(sentence) : read.complaining(sentence);
  }
}
