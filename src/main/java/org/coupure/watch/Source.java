package org.coupure.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coupure.discover.Filter;
import org.jspecify.annotations.Nullable;

/**
 * A site to follow. Immutable.
 *
 * @param name what reports, metrics and the state call it; unique
 * @param starts where to look for articles
 * @param schedule when
 * @param filter what is wanted of what is found there
 * @param maxAge nothing older, or null for any age; stands beside the filter's own limit
 * @param delay the least time between two visits to a host of the source, or null for that of all
 */
public record Source(
    String name,
    List<Start> starts,
    Schedule schedule,
    Filter filter,
    @Nullable Duration maxAge,
    @Nullable Duration delay) {

  /** What stands at a URL. */
  public enum Kind {
    /** RSS, Atom or JSON Feed; a web page there is asked for the feeds it announces. */
    FEED,
    /** A sitemap or a sitemap of sitemaps. */
    SITEMAP,
    /** A web page that leads to articles. */
    INDEX,
    /** A text with a URL a line. */
    LIST,
    /** An article itself. */
    PAGE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where to look.
   *
   * @param kind what stands there
   * @param url absolute http or https URL; of a list also the path of a file
   */
  public record Start(Kind kind, String url) {
    /** Returns whether it is a file on this computer. */
    boolean isFile() {
      return kind == Kind.LIST && !url.contains("://");
    }
  }

  public Source {
    Objects.requireNonNull(name, "name");
    starts = List.copyOf(starts);
  }

  /** Returns the filter with the limit of age as of {@code now}. */
  Filter filter(Instant now) {
    return limited(filter, maxAge, now);
  }

  /** Returns a filter with a limit of age, or null for none, as of {@code now}. */
  static Filter limited(Filter filter, @Nullable Duration maxAge, Instant now) {
    if (maxAge == null) {
      return filter;
    }
    Instant oldest = now.minus(maxAge);
    Instant fixed = filter.since();
    return filter.withSince(fixed != null && fixed.isAfter(oldest) ? fixed : oldest);
  }
}
