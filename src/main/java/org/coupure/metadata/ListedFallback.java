package org.coupure.metadata;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coupure.article.Byline;
import org.coupure.article.Dates;
import org.coupure.article.Headline;
import org.coupure.article.Moment;
import org.coupure.byline.BylineParser;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.byline.SiteNames;
import org.coupure.page.ListedItem;
import org.coupure.page.Page;
import org.coupure.page.Url;
import org.coupure.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * Fills the fields that a page leaves empty from the feed or sitemap that named the page. What the
 * page says stands: a feed has the words of the day when it was made.
 */
final class ListedFallback {
  private static final String FROM = "feed";

  /** Clocks differ; what is listed as of next week is a mistake. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final BylineParser names;

  ListedFallback(BylineParser names) {
    this.names = names;
  }

  Metadata over(Metadata stated, Page page) {
    ListedItem item = page.listed();
    if (item == null) {
      return stated;
    }
    EvidenceLog log = new EvidenceLog();
    stated.evidence().forEach(log::add);
    return new Metadata(
        headline(stated, item, log),
        byline(stated, item, page, log),
        dates(stated.dates(), item, page, log),
        stated.place(),
        language(stated.language(), item, log),
        tags(stated.tags(), item, log),
        stated.images(),
        stated.access(),
        stated.rights(),
        log.entries(),
        stated.spent());
  }

  private static Headline headline(Metadata stated, ListedItem item, EvidenceLog log) {
    Headline headline = stated.headline();
    String title = item.title() == null ? "" : Text.plain(item.title());
    if (headline.title() != null || title.isEmpty()) {
      return headline;
    }
    log.add("title", FROM, item.listing(), item.title());
    return new Headline(title, headline.subtitle(), headline.description());
  }

  private Byline byline(Metadata stated, ListedItem item, Page page, EvidenceLog log) {
    if (!stated.byline().authors().isEmpty()) {
      return stated.byline();
    }
    String site = stated.place().site();
    SiteNames outlet =
        SiteNames.of(site == null ? List.of() : List.of(site), Url.host(Url.original(page.url())));
    Set<String> authors = new LinkedHashSet<>();
    String agency = stated.byline().agency();
    for (String author : item.authors()) {
      Byline read = names.read(Text.plain(author), outlet, Trust.STATED);
      if (authors.addAll(read.authors())) {
        log.add("authors", FROM, item.listing(), author);
      }
      if (agency == null && read.agency() != null) {
        agency = read.agency();
        log.add("agency", FROM, item.listing(), author);
      }
    }
    return new Byline(List.copyOf(authors), agency);
  }

  private static Dates dates(Dates stated, ListedItem item, Page page, EvidenceLog log) {
    Moment published = stated.published();
    if (published == null) {
      published = moment("published", item.published(), item, page, log);
    }
    Moment modified = stated.modified();
    Instant changed = item.modified();
    boolean later = changed != null && !changed.equals(item.published());
    if (modified == null && later) {
      modified = moment("modified", changed, item, page, log);
    }
    return new Dates(published, modified, stated.captured());
  }

  private static @Nullable Moment moment(
      String field, @Nullable Instant listed, ListedItem item, Page page, EvidenceLog log) {
    Instant captured = page.captured();
    if (listed == null || (captured != null && listed.isAfter(captured.plus(AHEAD)))) {
      return null;
    }
    log.add(field, FROM, item.listing(), listed.toString());
    OffsetDateTime time = listed.atOffset(ZoneOffset.UTC);
    // Where only the day stands, it is read as the day's beginning in UTC.
    return time.toLocalTime().toSecondOfDay() == 0
        ? Moment.of(time.toLocalDate())
        : Moment.of(time, Moment.Precision.SECOND);
  }

  private static @Nullable String language(
      @Nullable String stated, ListedItem item, EvidenceLog log) {
    String tag = stated == null ? LanguageTag.of(item.language()) : stated;
    if (stated == null && tag != null) {
      log.add("language", FROM, item.listing(), item.language());
    }
    return tag;
  }

  private static List<String> tags(List<String> stated, ListedItem item, EvidenceLog log) {
    if (!stated.isEmpty() || item.tags().isEmpty()) {
      return stated;
    }
    log.add("tags", FROM, item.listing(), String.join(", ", item.tags()));
    return item.tags().stream().map(Text::plain).filter(tag -> !tag.isEmpty()).distinct().toList();
  }
}
