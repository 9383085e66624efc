package org.coupure.sink;

import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a sink writes. Immutable.
 *
 * @param stdout the raw standard output, which is flushed after each record and never closed; a
 *     {@link java.io.PrintStream} will not do, for it swallows the {@link BrokenPipe}
 * @param formulas what a CSV file does with a text that a spreadsheet would take for a formula
 * @param journaled whether the caller keeps a journal; without one, some files appear only when
 *     they are whole
 * @param notices takes sentences for a person, such as that another program changed the file
 */
public record SinkOptions(
    OutputStream stdout, Formulas formulas, boolean journaled, Consumer<String> notices) {
  /** What a CSV file does with a text that a spreadsheet would take for a formula. */
  public enum Formulas {
    /** It stays as it is. */
    AS_WRITTEN,
    /** It gets an apostrophe in front, so that opening the file runs nothing. */
    GUARDED
  }

  public SinkOptions {
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(formulas, "formulas");
    Objects.requireNonNull(notices, "notices");
  }

  /** Returns options without a journal and guard, whose notices nobody hears. */
  public static SinkOptions of(OutputStream stdout) {
    return new SinkOptions(stdout, Formulas.AS_WRITTEN, false, notice -> {});
  }

  /** Returns these options for a caller who keeps a journal. */
  public SinkOptions withJournal() {
    return new SinkOptions(stdout, formulas, true, notices);
  }

  /** Returns these options with another way to treat formulas. */
  public SinkOptions withFormulas(Formulas other) {
    return new SinkOptions(stdout, other, journaled, notices);
  }

  /** Returns these options with somebody who hears the notices. */
  public SinkOptions withNotices(Consumer<String> other) {
    return new SinkOptions(stdout, formulas, journaled, other);
  }
}
