package org.coupure.metadata;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.coupure.article.Moment;
import org.coupure.date.DateLines.Sort;
import org.coupure.date.LocalClock;
import org.coupure.date.UrlDate;
import org.jspecify.annotations.Nullable;

/**
 * Decides when it was published and changed: what the page's data state, unless a reader sees
 * otherwise right at the headline; then what a reader sees, and the day in the URL.
 */
final class PublishDates {
  /**
   * A line of a date and little more right at the headline. Where it contradicted the head it was
   * the truth on 32 of 38 pages of wcxb-dev and traf-dev; farther off or longer, on 11 of 26.
   */
  private static final int BESIDE = 5;

  private static final int BESIDE_BEFORE = 3;
  private static final int SHORT = 45;

  /** Where the rules of themes stand. */
  private static final String THEMES = "themes/";

  /** The hour in UTC from which midnight in Europe is the next day's. */
  private static final int MIDNIGHT_FROM = 22;

  /** 11/01/2023: either may be the month. */
  private static final Pattern EITHER_WAY =
      Pattern.compile("^\\s*(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/\\d{2,4}\\b.*");

  /** 19/03/02: the year may stand on either side. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?<![\\d/.-])\\d\\d[/.-]\\d\\d[/.-]\\d\\d(?![\\d/-])");

  private final StatedDates stated;
  private final StateDates state;
  private final VisibleDates visible;
  private final PlausibleDates dates;
  private final @Nullable String url;

  PublishDates(
      StatedDates stated,
      StateDates state,
      VisibleDates visible,
      PlausibleDates dates,
      @Nullable String url) {
    this.stated = stated;
    this.state = state;
    this.visible = visible;
    this.dates = dates;
    this.url = url;
  }

  /**
   * Returns when it was first given out, or null when nothing says so.
   *
   * @param modified when it was last changed: a date beside the headline that is the same day is no
   *     other date of publication
   */
  @Nullable Found<Moment> published(@Nullable Moment modified) {
    Moment day = url == null ? null : dates.checked(UrlDate.parse(url));
    return Found.first(
        List.of(
            () -> seenOrStated(modified),
            () -> turnedBy(day, visible.marked()),
            () -> visible.line(url == null ? null : UrlDate.parse(url)),
            visible::inHeading,
            () -> day == null || url == null ? null : Found.of(day, new RawValue(url, "url", null)),
            stated::ofAnyThing,
            visible::only,
            state::published,
            visible::opening));
  }

  /**
   * Returns the day in the URL instead of what was {@code found}, if it tells which is the month.
   */
  private @Nullable Found<Moment> turnedBy(@Nullable Moment day, @Nullable Found<Moment> found) {
    if (day == null || url == null || found == null) {
      return found;
    }
    boolean other = isEitherWay(found) && turned(day, found.value());
    return other ? Found.of(day, new RawValue(url, "url", null)) : found;
  }

  /**
   * Returns {@code ruled}, or the earlier day that the page's data state when a theme's rule found
   * the day of a change: many sites have their theme show it where it shows that of publication.
   */
  Found<Moment> unchanged(Found<Moment> ruled, @Nullable Moment modified) {
    String rule = ruled.sources().get(0).where();
    boolean theme = rule != null && rule.startsWith(THEMES);
    Found<Moment> first = theme && sameDay(ruled.value(), modified) ? stated.published() : null;
    boolean earlier =
        first != null && first.value().time().isBefore(ruled.value().time().minusDays(1));
    return first != null && earlier ? first : ruled;
  }

  /** Returns when the page's data say that it was changed, or null. */
  @Nullable Found<Moment> modified() {
    return stated.modified();
  }

  /** Returns when it was changed as far as a reader sees, or null. */
  @Nullable Found<Moment> seenModified(@Nullable Moment published) {
    return visible.modified(published);
  }

  private @Nullable Found<Moment> seenOrStated(@Nullable Moment modified) {
    Found<Moment> found = stated.published();
    if (found == null) {
      return null;
    }
    Found<Moment> seen = beside(found, modified);
    seen = seen == null ? local(found.value()) : seen;
    return seen == null ? found : seen;
  }

  /**
   * Returns the date that a reader sees right at the headline, when it contradicts what the head
   * states: content systems put there when a page was made, moved or imported.
   */
  private @Nullable Found<Moment> beside(Found<Moment> stated, @Nullable Moment modified) {
    Moment head = stated.value();
    for (DateLine line : visible.near()) {
      Moment seen = line.moment();
      boolean says = line.sort() == Sort.PUBLISHED || (line.sort() == Sort.BARE && isBeside(line));
      if (!says || line.isOfCard() || line.text().length() > SHORT) {
        continue;
      }
      if (LocalClock.of(head, seen) != null) {
        return null;
      }
      if (isMidnightBefore(head, seen)) {
        return line.found();
      }
      if (turned(seen, head)) {
        return isEitherWay(stated) && !isEitherWay(line.found()) ? line.found() : null;
      }
      boolean agrees = sameDay(seen, head) || sameDay(seen, modified);
      return agrees || isUnsure(line, head) ? null : line.found();
    }
    return null;
  }

  /** Returns whether a year of two digits was read as another than the head states. */
  private static boolean isUnsure(DateLine line, Moment head) {
    return SHORT_YEAR.matcher(line.text()).find()
        && line.moment().time().getYear() != head.time().getYear();
  }

  private static boolean isEitherWay(Found<Moment> found) {
    return EITHER_WAY.matcher(found.sources().get(0).value()).matches();
  }

  private static boolean isBeside(DateLine line) {
    return line.distance() <= BESIDE && line.distance() >= -BESIDE_BEFORE;
  }

  /**
   * The same moment as a reader's clock shows it beside the headline: systems that hand on UTC show
   * the hour of the place, and the day is often another.
   */
  private @Nullable Found<Moment> local(Moment stated) {
    for (DateLine line : visible.near()) {
      if (isBeside(line) && line.sort() != Sort.MODIFIED && !line.isOfCard()) {
        Moment local = LocalClock.of(stated, line.moment());
        return local == null ? null : new Found<>(local, line.found().sources());
      }
    }
    return null;
  }

  static boolean sameDay(@Nullable Moment a, @Nullable Moment b) {
    return a != null && b != null && a.time().toLocalDate().equals(b.time().toLocalDate());
  }

  /** 22:00 or 23:00 in UTC is how systems in Europe write the midnight that begins the next day. */
  private static boolean isMidnightBefore(Moment stated, Moment seen) {
    LocalDateTime time = stated.time();
    return ZoneOffset.UTC.equals(stated.offset())
        && time.getHour() >= MIDNIGHT_FROM
        && time.getMinute() == 0
        && time.getSecond() == 0
        && time.toLocalDate().plusDays(1).equals(seen.time().toLocalDate());
  }

  /** Day and month may have been read the wrong way round. */
  private static boolean turned(Moment a, Moment b) {
    return a.time().getYear() == b.time().getYear()
        && a.time().getMonthValue() == b.time().getDayOfMonth()
        && a.time().getDayOfMonth() == b.time().getMonthValue()
        && !sameDay(a, b);
  }
}
