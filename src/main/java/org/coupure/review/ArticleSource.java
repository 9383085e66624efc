package org.coupure.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/**
 * Who published an article, when and where. Immutable.
 *
 * @param paper the publisher's name, or the host
 * @param authors who wrote it, the agency behind the people
 * @param url where it stands, or null; always of HTTP
 * @param at when it was published, for the order; else when it was captured; null if unknown
 * @param time the same as words, in the desk's zone; empty if unknown
 * @param day the day of {@code at} on the desk's calendar, or null
 */
record ArticleSource(
    String paper,
    List<String> authors,
    @Nullable String url,
    @Nullable Instant at,
    String time,
    @Nullable LocalDate day) {
  /** More names would hide the rest of the line. */
  private static final int AUTHORS = 3;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  ArticleSource {
    authors = List.copyOf(authors);
  }

  static ArticleSource of(Article article, ZoneId zone) {
    String stated = article.place().urlOrCanonical();
    String url = stated != null && Url.isHttp(stated) ? stated : null;
    String site = article.place().site();
    String paper = site == null ? Objects.requireNonNullElse(Url.host(url), "unknown paper") : site;
    List<String> authors = new ArrayList<>(article.byline().authors());
    if (authors.size() > AUTHORS) {
      authors = new ArrayList<>(authors.subList(0, AUTHORS));
      authors.add("others");
    }
    if (article.byline().agency() != null) {
      authors.add(article.byline().agency());
    }
    Moment published = article.dates().published();
    Instant captured = article.dates().captured();
    if (published == null) {
      ZonedDateTime seen = captured == null ? null : captured.atZone(zone);
      return new ArticleSource(
          paper,
          authors,
          url,
          captured,
          seen == null ? "" : "seen " + MINUTE.format(seen),
          seen == null ? null : seen.toLocalDate());
    }
    ZonedDateTime time = time(published, zone);
    boolean dayOnly = published.precision() == Precision.DAY;
    return new ArticleSource(
        paper,
        authors,
        url,
        time.toInstant(),
        (dayOnly ? DAY : MINUTE).format(time)
            + (dayOnly || published.zone() != Zone.UNKNOWN ? "" : " (the paper's time)"),
        time.toLocalDate());
  }

  /** A time without a zone is not shifted: nobody knows by how much. */
  private static ZonedDateTime time(Moment published, ZoneId zone) {
    return published.zone() == Zone.UNKNOWN || published.precision() == Precision.DAY
        ? published.time().atZone(zone)
        : published.time().atOffset(published.offset()).atZoneSameInstant(zone);
  }
}
