package org.coupure.sink;

import org.jspecify.annotations.Nullable;

/** What a sink says at its end. */
public final class WrittenSummary {
  private WrittenSummary() {}

  /** Returns such as {@code appended 6 records to a.jsonl}; null when nothing was written. */
  public static @Nullable String of(boolean appended, long records, Object out) {
    return records == 0
        ? null
        : (appended ? "appended " : "wrote ")
            + records
            + (records == 1 ? " record to " : " records to ")
            + out;
  }
}
