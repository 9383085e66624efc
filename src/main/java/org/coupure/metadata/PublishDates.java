package org.coupure.metadata;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.block.Block;
import org.coupure.date.DateLines;
import org.coupure.date.DateLines.Sort;
import org.coupure.date.DateParser;
import org.coupure.date.LocalClock;
import org.coupure.date.UrlDate;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.coupure.page.Page;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Decides when it was published and changed. */
final class PublishDates {
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "article:published",
          "datepublished",
          "parsely-pub-date",
          "sailthru.date",
          "publish-date",
          "publish_date",
          "publishdate",
          "published_time",
          "pubdate",
          "published",
          "publication_date",
          "publicationdate",
          "dc.date.issued",
          "dcterms.issued",
          "dc.date.published",
          "citation_publication_date",
          "citation_online_date",
          "dc.date",
          "dcterms.date",
          "dc.date.created",
          "dcterms.created",
          "article.published",
          "article.created",
          "cxenseparse:recs:publishtime",
          "cxenseparse:publishtime",
          "og:pubdate",
          "date",
          "datecreated",
          "displaydate",
          "date.created");
  private static final List<String> MODIFIED =
      List.of(
          "article:modified_time",
          "og:article:modified_time",
          "og:updated_time",
          "datemodified",
          "dcterms.modified",
          "dc.date.modified",
          "last-modified",
          "lastmod",
          "revised");

  /** The web has no older pages that say when they were published. */
  private static final int FIRST_YEAR = 1995;

  private static final int NEAR = 100;

  /** Characters in which a text is opened by place and day. */
  private static final int MAX_OPENING = 45;

  /** Longer texts are no dates. */
  private static final int MAX_TEXT = 300;

  /**
   * A line of a date and little more right at the headline. Where it contradicted the head it was
   * the truth on 32 of 38 pages of wcxb-dev and traf-dev; farther off or longer, on 11 of 26.
   */
  private static final int BESIDE = 5;

  private static final int BESIDE_BEFORE = 3;
  private static final int SHORT = 45;

  private final DateParser dates;
  private final DateLines lines;
  private final Locale locale;
  private final @Nullable Instant captured;
  private final @Nullable String url;
  private final EvidenceLog log;

  PublishDates(DateParser dates, DateLines lines, Locale locale, Page page, EvidenceLog log) {
    this.dates = dates;
    this.lines = lines;
    this.locale = locale;
    this.captured = page.captured();
    this.url = page.url();
    this.log = log;
  }

  /**
   * Returns when it was first given out, or null when nothing says so.
   *
   * @param modified when it was last changed: a date beside the headline that is the same day is no
   *     other date of publication
   */
  @Nullable Moment published(
      PageScan scan,
      @Nullable Thing main,
      @Nullable MarkedElement headline,
      HeadlineArea area,
      @Nullable Moment modified) {
    Moment stated = stated(scan, main);
    Moment seen = stated == null ? null : beside(scan, area, stated, modified);
    if (seen == null && stated != null) {
      seen = local(area, stated);
    }
    if (seen != null) {
      return seen;
    }
    if (stated == null) {
      stated = visible(scan.dates, headline);
    }
    if (stated == null) {
      stated = addressed(scan, area);
    }
    if (stated == null && main != null) {
      stated = linked(main.json(), "published", "datePublished");
    }
    if (stated == null) {
      stated = only(scan.dates, headline);
    }
    if (stated == null) {
      stated = opening(area);
    }
    return stated;
  }

  private @Nullable Moment stated(PageScan scan, @Nullable Thing main) {
    Moment linked =
        main == null || main.rank() < Thing.WORK
            ? null
            : linked(main.json(), "published", "datePublished");
    if (linked == null) {
      linked = meta(scan.head, "published", PUBLISHED);
    }
    // When a film was put on the site says little about the article around it.
    return linked == null && main != null && main.rank() >= Thing.WORK
        ? linked(main.json(), "published", "uploadDate", "dateCreated")
        : linked;
  }

  /**
   * The date that a reader sees right at the headline, when it contradicts what the head states:
   * content systems put there when a page was made, moved or imported.
   */
  private @Nullable Moment beside(
      PageScan scan, HeadlineArea area, Moment stated, @Nullable Moment modified) {
    for (Block block : area.lines()) {
      int distance = block.index() - area.headline();
      String text = block.text();
      Sort sort = text.length() > SHORT ? Sort.NONE : lines.sort(text);
      boolean beside = distance <= BESIDE && distance >= -BESIDE_BEFORE;
      boolean says = sort == Sort.PUBLISHED || (beside && sort == Sort.BARE);
      Moment seen = says ? read(text) : null;
      if (seen == null || isForeign(scan, area, block) || isOfCard(area, block)) {
        continue;
      }
      if (isMidnightBefore(stated, seen)) {
        log.add("published", "text", "block " + block.index(), text);
        return seen;
      }
      boolean agrees = sameDay(seen, stated) || sameDay(seen, modified) || turned(seen, stated);
      if (!agrees) {
        log.add("published", "text", "block " + block.index(), text);
      }
      return agrees ? null : seen;
    }
    return null;
  }

  /** Comments have dates, too. */
  private static boolean isForeign(PageScan scan, HeadlineArea area, Block block) {
    int own = area.headline() < 0 ? 0 : scan.contextOf(area.block().element());
    return (scan.contextOf(block.element()) & ~own & ElementRoles.COMMENT) != 0;
  }

  /** Returns whether it stands in an article of its own, which does not hold the headline. */
  private static boolean isOfCard(HeadlineArea area, Block block) {
    Element card = block.element();
    while (card != null && !card.normalName().equals("article")) {
      card = card.parent();
    }
    if (card == null || area.headline() < 0) {
      return false;
    }
    Element up = area.block().element();
    while (up != null && !up.equals(card)) {
      up = up.parent();
    }
    return up == null;
  }

  /**
   * The same moment as a reader's clock shows it beside the headline: systems that hand on UTC show
   * the hour of the place, and the day is often another.
   */
  private @Nullable Moment local(HeadlineArea area, Moment stated) {
    for (Block block : area.lines()) {
      int distance = block.index() - area.headline();
      boolean beside = distance <= BESIDE && distance >= -BESIDE_BEFORE;
      Sort sort = beside ? lines.sort(block.text()) : Sort.NONE;
      Moment seen = sort == Sort.BARE || sort == Sort.PUBLISHED ? read(block.text()) : null;
      if (seen != null && !isOfCard(area, block)) {
        return LocalClock.of(stated, seen);
      }
    }
    return null;
  }

  private static boolean sameDay(@Nullable Moment a, @Nullable Moment b) {
    return a != null && b != null && a.time().toLocalDate().equals(b.time().toLocalDate());
  }

  /** 22:00 or 23:00 in UTC is how systems in Europe write the midnight that begins the next day. */
  private static boolean isMidnightBefore(Moment stated, Moment seen) {
    LocalDateTime time = stated.time();
    return ZoneOffset.UTC.equals(stated.offset())
        && time.getHour() >= 22
        && time.getMinute() == 0
        && time.getSecond() == 0
        && time.toLocalDate().plusDays(1).equals(seen.time().toLocalDate());
  }

  /** Day and month may have been read the wrong way round. */
  private static boolean turned(Moment a, Moment b) {
    return a.time().getYear() == b.time().getYear()
        && a.time().getMonthValue() == b.time().getDayOfMonth()
        && a.time().getDayOfMonth() == b.time().getMonthValue();
  }

  /** Returns when it was last changed, or null when nothing says so. */
  @Nullable Moment modified(Head head, @Nullable Thing main) {
    Moment modified = main == null ? null : linked(main.json(), "modified", "dateModified");
    return modified != null ? modified : meta(head, "modified", MODIFIED);
  }

  private @Nullable Moment linked(Json json, String field, String... members) {
    for (String member : members) {
      String raw = json.text(member);
      Moment moment = raw == null ? null : read(raw);
      if (moment != null) {
        log.add(field, "json-ld", member, raw);
        return moment;
      }
    }
    return null;
  }

  private @Nullable Moment meta(Head head, String field, List<String> metaNames) {
    for (String name : metaNames) {
      String raw = head.meta(name);
      Moment moment = raw == null ? null : read(raw);
      if (moment != null) {
        log.add(field, "meta", name, raw);
        return moment;
      }
    }
    return null;
  }

  private @Nullable Moment visible(List<MarkedElement> spots, @Nullable MarkedElement headline) {
    int from = headline == null ? 0 : headline.order();
    int ignored = headline == null ? 0 : headline.context();
    for (MarkedElement spot : spots) {
      int foreign = spot.context() & ~ignored & (PageScan.ELSEWHERE | PageScan.HIDDEN);
      int distance = spot.order() - from;
      boolean other = isModified(spot) || isOfCapture(spot.element());
      if (foreign != 0 || other || distance > NEAR || distance < -40) {
        continue;
      }
      Element element = spot.element();
      String raw = element.attr("datetime");
      if (raw.isEmpty()) {
        raw = element.attr("content");
      }
      Moment moment = raw.isEmpty() ? null : read(raw);
      if (moment == null) {
        raw = spaced(element);
        moment = read(raw);
      }
      if (moment != null) {
        log.add("published", "time", spot.path(), raw);
        return moment;
      }
    }
    return null;
  }

  /** A date that opens the text, as agencies do it: "BERLIN, 14 March 2025 – The ..." */
  private @Nullable Moment opening(HeadlineArea area) {
    for (Block block : area.firstParagraphs()) {
      String text = block.text();
      int end = openingEnd(text);
      Moment moment = end < 0 ? null : read(text.substring(0, end));
      if (moment != null) {
        log.add("published", "text", "block " + block.index(), text.substring(0, end));
        return moment;
      }
    }
    return null;
  }

  /** Returns where the sign stands that parts the opening from the text, or -1. */
  private static int openingEnd(String text) {
    for (int i = 6; i < text.length() && i < MAX_OPENING; i++) {
      char c = text.charAt(i);
      boolean dash = c == '-' || c == '\u2013' || c == '\u2014';
      boolean alone = text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '.';
      boolean digit = Character.isDigit(text.charAt(i - 1));
      if ((dash && alone) || ((c == ')' || c == ':') && digit)) {
        return i;
      }
    }
    return -1;
  }

  /** The one day that all of the page's times and "Published …" give, wherever they stand. */
  private @Nullable Moment only(List<MarkedElement> spots, @Nullable MarkedElement headline) {
    Moment only = null;
    MarkedElement where = null;
    for (MarkedElement spot : spots) {
      boolean barred =
          (spot.context() & (PageScan.ELSEWHERE | PageScan.HIDDEN)) != 0
              || !saysWhen(spot.element());
      boolean other = isModified(spot) || isOfCapture(spot.element());
      Moment moment = barred || other ? null : readFrom(spot.element());
      if (moment == null || (headline != null && spot.order() < headline.order())) {
        continue;
      }
      if (only != null && !sameDay(only, moment)) {
        return null;
      }
      if (only == null) {
        only = moment;
        where = spot;
      }
    }
    if (only != null && where != null) {
      log.add("published", "time", where.path(), where.element().text());
    }
    return only;
  }

  private boolean saysWhen(Element element) {
    return element.normalName().equals("time") || lines.sort(element.text()) == Sort.PUBLISHED;
  }

  private @Nullable Moment readFrom(Element element) {
    String raw = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
    Moment moment = raw.isEmpty() ? null : read(raw);
    return moment != null ? moment : read(spaced(element));
  }

  private static boolean isModified(MarkedElement spot) {
    return (spot.hint() & ElementRoles.MODIFIED) != 0
        || spot.element().attr("itemprop").equals("dateModified");
  }

  /** Returns an element's text with its parts apart: "Feb 18" and "2009" are boxes of their own. */
  private static String spaced(Element element) {
    StringBuilder text = new StringBuilder();
    element.forEachNode(
        node -> {
          if (node instanceof TextNode words && text.length() <= MAX_TEXT) {
            text.append(' ').append(words.getWholeText());
          }
        });
    return text.toString();
  }

  /** The nearest line about a date; one that calls itself a change only when there is no other. */
  private @Nullable Moment line(PageScan scan, HeadlineArea area, @Nullable Moment day) {
    Moment changed = null;
    String changedLine = null;
    for (Block block : area.lines()) {
      String text = block.text();
      Sort sort = lines.sort(text);
      Moment moment = sort == Sort.NONE ? null : read(text);
      boolean other = day != null && !sameDay(day, moment);
      if (moment == null || other || isForeign(scan, area, block)) {
        continue;
      }
      if (sort != Sort.MODIFIED) {
        log.add("published", "text", "block " + block.index(), text);
        return moment;
      }
      if (changed == null) {
        changed = moment;
        changedLine = text;
      }
    }
    if (changed != null) {
      log.add("published", "text", "line about a change", changedLine);
    }
    return changed;
  }

  /** The day in the address; a line of the same day may say the time, too. */
  private @Nullable Moment addressed(PageScan scan, HeadlineArea area) {
    Moment day = url == null ? null : UrlDate.parse(url);
    Moment line = line(scan, area, day);
    if (line == null) {
      line = inHeading(area);
    }
    return line != null ? line : address(url);
  }

  /** A date that stands in the heading, behind its words. */
  private @Nullable Moment inHeading(HeadlineArea area) {
    String rest = area.behindTitle();
    Moment moment = rest.isEmpty() || lines.sort(rest) == Sort.NONE ? null : read(rest);
    if (moment != null) {
      log.add("published", "text", "headline", rest);
    }
    return moment;
  }

  /** Reads the date in an address such as /2025/03/14/ or /2025-03-14-. */
  private @Nullable Moment address(@Nullable String url) {
    if (url == null) {
      return null;
    }
    Moment moment = UrlDate.parse(url);
    if (moment == null || !isPlausible(moment)) {
      return null;
    }
    log.add("published", "url", null, url);
    return moment;
  }

  private @Nullable Moment read(String raw) {
    Moment moment = dates.parse(Text.fold(raw), locale);
    return moment != null && isPlausible(moment) ? moment : null;
  }

  private boolean isPlausible(Moment moment) {
    if (moment.time().getYear() < FIRST_YEAR) {
      return false;
    }
    if (isCapture(moment)) {
      return false;
    }
    // A day of grace for zones that nobody states.
    return captured == null
        || moment.time().minusDays(1).toInstant(ZoneOffset.UTC).isBefore(captured);
  }

  /** What saves a page shows above it when it did. */
  private boolean isOfCapture(Element element) {
    Moment moment = captured == null ? null : dates.parse(element.attr("datetime"), locale);
    return moment != null && isCapture(moment);
  }

  private boolean isCapture(Moment moment) {
    return moment.precision() == Precision.SECOND
        && moment.time().toInstant(moment.offset()).equals(captured);
  }
}
