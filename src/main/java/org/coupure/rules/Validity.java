package org.coupure.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The days of capture that a rule is true for, both included; in UTC.
 *
 * @param from first day, or null for any before
 * @param until last day, or null while it is still true
 */
record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
  static final Validity ALWAYS = new Validity(null, null);

  /** A page without a capture date counts as captured after all dates in rules. */
  boolean holds(@Nullable Instant captured) {
    if (captured == null) {
      return until == null;
    }
    LocalDate day = captured.atOffset(ZoneOffset.UTC).toLocalDate();
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  boolean overlaps(Validity other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(Validity other) {
    return from == null || other.until == null || !from.isAfter(other.until);
  }
}
