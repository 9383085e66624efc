package org.coupure.discover;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a feed, sitemap, index page or list names. Immutable.
 *
 * @param kind what it turned out to be
 * @param links the pages, in the order of the listing, no URL twice
 * @param further other listings that belong to it: the parts of a sitemap index, the feeds that a
 *     page announces
 * @param complaint what is wrong with it, as a sentence for a person, or null; a listing that is
 *     broken may have links all the same
 */
public record Listing(Kind kind, List<Link> links, List<Link> further, @Nullable String complaint) {

  /** What a listing turned out to be. */
  public enum Kind {
    /** RSS, RDF, Atom or JSON Feed. */
    FEED,
    /** A sitemap, with news or without. */
    SITEMAP,
    /** A sitemap of sitemaps. */
    SITEMAP_INDEX,
    /** A web page with links. */
    INDEX_PAGE,
    /** URLs, one a line. */
    URL_LIST,
    /** None of these; the complaint says what. */
    UNREADABLE;

    /** Returns the name used in reports: lower case with hyphens, such as {@code sitemap-index}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Listing {
    Objects.requireNonNull(kind, "kind");
    links = List.copyOf(links);
    further = List.copyOf(further);
  }

  /** Returns what names nothing, because of what {@code complaint} says. */
  public static Listing unreadable(String complaint) {
    return new Listing(Kind.UNREADABLE, List.of(), List.of(), complaint);
  }

  /** Returns this with {@code sentence} as its complaint; what was wrong before comes first. */
  public Listing complaining(String sentence) {
    return complaint != null ? this : new Listing(kind, links, further, sentence);
  }
}
