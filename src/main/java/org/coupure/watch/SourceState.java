package org.coupure.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.coupure.sqlite.Database;
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
 * @param lost how many new pages in a row gave nothing, over all runs
 * @param mood what a person should know
 * @param trouble what was wrong the last time, or null
 * @param since since when the mood is so, or null
 */
public record SourceState(
    String name,
    @Nullable Instant due,
    @Nullable Instant lastRun,
    @Nullable Instant lastNew,
    int failures,
    int lost,
    Mood mood,
    @Nullable String trouble,
    @Nullable Instant since) {
  static final String COLUMNS =
      "name, due, last_run, last_new, failures, lost, mood, trouble, mood_since";

  /** Problems of a source that a person should know. */
  public enum Mood {
    /** All is well. */
    FINE,
    /** It answers, but has named nothing new for long. */
    QUIET,
    /** Its feeds, or nearly all its pages, can't be fetched or give no text. */
    BROKEN,
    /** It asks visitors to prove that they are human, or refuses them. */
    CHALLENGING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SourceState {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mood, "mood");
  }

  static SourceState unknown(String name) {
    return new SourceState(name, null, null, null, 0, 0, Mood.FINE, null, null);
  }

  static SourceState read(ResultSet row) throws SQLException {
    return new SourceState(
        row.getString(1),
        Database.instant(row, 2),
        Database.instant(row, 3),
        Database.instant(row, 4),
        row.getInt(5),
        row.getInt(6),
        Mood.valueOf(row.getString(7)),
        row.getString(8),
        Database.instant(row, 9));
  }

  /**
   * Returns how the source stands after a run.
   *
   * @param next when it is due again
   */
  SourceState after(SourceRun run, Instant now, Instant next, Alarm alarm) {
    int failing = run.failed() ? failures + 1 : 0;
    Instant news = run.found() > 0 ? now : lastNew;
    int missing = run.lost(lost);
    SourceState visited =
        new SourceState(name, next, now, news, failing, missing, mood, trouble, since);
    boolean brokenByPages = isDown() && failures == 0;
    if (brokenByPages && failing == 0 && run.provesNothing()) {
      // Its feed was never in doubt, and says nothing about its pages.
      return visited;
    }
    // Patience is for servers that are down; one that never gave a listing to read gives none
    // later.
    boolean neverReadable = run.failed() && run.isUnreadable() && news == null;
    if (neverReadable
        || failing >= alarm.failures()
        || run.mostPagesFailed()
        || visited.givesNothing()) {
      return visited.down(run, now);
    }
    Instant waits = visited.waitsSince(now);
    boolean quiet = Duration.between(waits, now).compareTo(alarm.quietAfter()) > 0;
    return quiet
        ? visited.in(Mood.QUIET, run.failed() ? run.trouble() : visited.silence(), now)
        : visited.in(Mood.FINE, visited.worry(run), now);
  }

  /** Small sites have a page or two a run; that all of them fail is seen over several runs. */
  private boolean givesNothing() {
    return lost >= SourceRun.PROOF;
  }

  private SourceState down(SourceRun run, Instant now) {
    if (!run.hasFailures()) {
      return in(isDown() ? mood : Mood.BROKEN, trouble, now);
    }
    return in(run.challenged() ? Mood.CHALLENGING : Mood.BROKEN, run.trouble(), now);
  }

  /** Returns what a person may want to know of one that is well so far. */
  private @Nullable String worry(SourceRun run) {
    if (run.failed() || lost > 0) {
      return run.hasFailures() ? run.trouble() : trouble;
    }
    return null;
  }

  private String silence() {
    return lastNew == null
        ? "it never named a page"
        : "nothing new since " + lastNew.truncatedTo(ChronoUnit.MINUTES);
  }

  /** One that never gave anything new is measured from when it was well first. */
  private Instant waitsSince(Instant now) {
    if (lastNew != null) {
      return lastNew;
    }
    return since == null || isDown() ? now : isQuiet() ? Instant.EPOCH : since;
  }

  /**
   * Returns whether it is to be visited: also when its last visit lies ahead of a clock put back.
   */
  boolean isDue(Instant now) {
    return due == null || !due.isAfter(now) || (lastRun != null && lastRun.isAfter(now));
  }

  /** Returns how the source stands after pages were read between its visits. */
  SourceState read(SourceRun run, Instant now) {
    SourceState after =
        new SourceState(
            name, due, lastRun, lastNew, failures, run.lost(lost), mood, trouble, since);
    if (failures > 0) {
      return after;
    }
    if (run.mostPagesFailed() || after.givesNothing()) {
      return after.down(run, now);
    }
    if (run.provesNothing() && isDown()) {
      return after;
    }
    return after.in(isDown() ? Mood.FINE : mood, isQuiet() ? trouble : after.worry(run), now);
  }

  private boolean isQuiet() {
    return mood == Mood.QUIET;
  }

  SourceState dueAt(Instant time) {
    return new SourceState(name, time, lastRun, lastNew, failures, lost, mood, trouble, since);
  }

  /** Returns whether it is broken or shuts us out. */
  boolean isDown() {
    return mood == Mood.BROKEN || mood == Mood.CHALLENGING;
  }

  private SourceState in(Mood after, @Nullable String why, Instant now) {
    Instant changed = after == mood && since != null ? since : now;
    return new SourceState(name, due, lastRun, lastNew, failures, lost, after, why, changed);
  }
}
