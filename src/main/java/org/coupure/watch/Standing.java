package org.coupure.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.coupure.watch.Configuration.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands between two runs. Immutable.
 *
 * @param name the source's
 * @param due when it is to be visited next, or null when it never was
 * @param lastRun when it was visited last, or null
 * @param lastNew when it last named something new, or null
 * @param failures how many visits in a row failed
 * @param mood what a person should know
 * @param trouble what was wrong the last time, or null
 * @param since since when the mood is so, or null
 */
public record Standing(
    String name,
    @Nullable Instant due,
    @Nullable Instant lastRun,
    @Nullable Instant lastNew,
    int failures,
    Mood mood,
    @Nullable String trouble,
    @Nullable Instant since) {
  static final String COLUMNS =
      "name, due, last_run, last_new, failures, mood, trouble, mood_since";

  /** What a person should know of a source. */
  public enum Mood {
    /** All is well. */
    FINE,
    /** It answers, but has named nothing new for long. */
    QUIET,
    /** Its feeds, or nearly all its pages, can't be fetched or give no text. */
    BROKEN,
    /** It asks visitors to prove that they are persons, or shuts them out. */
    CHALLENGING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Standing {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mood, "mood");
  }

  static Standing unknown(String name) {
    return new Standing(name, null, null, null, 0, Mood.FINE, null, null);
  }

  static Standing read(ResultSet row) throws SQLException {
    return new Standing(
        row.getString(1),
        State.instant(row, 2),
        State.instant(row, 3),
        State.instant(row, 4),
        row.getInt(5),
        Mood.valueOf(row.getString(6)),
        row.getString(7),
        State.instant(row, 8));
  }

  /**
   * Returns how the source stands after a run.
   *
   * @param next when it is due again
   */
  Standing after(SourceRun run, Instant now, Instant next, Alarm alarm) {
    int failing = run.failed() ? failures + 1 : 0;
    // A source that never gave anything new is measured from its first visit.
    Instant first = lastNew == null ? now : lastNew;
    Instant news = run.found() > 0 ? now : first;
    Standing visited = new Standing(name, next, now, news, failing, mood, trouble, since);
    boolean brokenByPages = isDown() && failures == 0;
    if (brokenByPages && failing == 0 && run.provesNothing()) {
      // Its feed was never in doubt, and says nothing about its pages.
      return visited;
    }
    if (failing >= alarm.failures() || run.mostPagesFailed()) {
      return visited.in(run.challenged() ? Mood.CHALLENGING : Mood.BROKEN, run.trouble(), now);
    }
    boolean quiet = Duration.between(news, now).compareTo(alarm.quietAfter()) > 0;
    return visited.in(quiet ? Mood.QUIET : Mood.FINE, run.trouble(), now);
  }

  /** Returns how the source stands after pages were read between its visits. */
  Standing read(SourceRun run, Instant now) {
    if (failures > 0 || run.provesNothing()) {
      return this;
    }
    if (run.mostPagesFailed()) {
      return in(run.challenged() ? Mood.CHALLENGING : Mood.BROKEN, run.trouble(), now);
    }
    return isDown() ? in(Mood.FINE, null, now) : this;
  }

  /** Returns whether it is broken or shuts us out. */
  boolean isDown() {
    return mood == Mood.BROKEN || mood == Mood.CHALLENGING;
  }

  private Standing in(Mood after, @Nullable String why, Instant now) {
    Instant changed = after == mood && since != null ? since : now;
    return new Standing(name, due, lastRun, lastNew, failures, after, why, changed);
  }
}
