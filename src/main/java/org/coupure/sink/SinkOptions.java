package org.coupure.sink;

import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a sink writes. Immutable.
 *
 * @param stdout the raw standard output, which is flushed after each record and never closed; a
 *     {@link java.io.PrintStream} will not do, for it swallows the {@link BrokenPipe}
 * @param style how records look
 * @param journaled whether the caller keeps a journal; without one, some files appear only when
 *     they are whole
 * @param notices takes sentences for a person, such as that another program changed the file
 */
public record SinkOptions(
    OutputStream stdout, OutputStyle style, boolean journaled, Consumer<String> notices) {
  public SinkOptions {
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(notices, "notices");
  }

  /** Returns options without a journal, with the default style, and with notices ignored. */
  public static SinkOptions of(OutputStream stdout) {
    return new SinkOptions(stdout, OutputStyle.PLAIN, false, notice -> {});
  }

  /** Returns these options for a caller who keeps a journal. */
  public SinkOptions withJournal() {
    return new SinkOptions(stdout, style, true, notices);
  }

  /** Returns these options for another style. */
  public SinkOptions withStyle(OutputStyle other) {
    return new SinkOptions(stdout, other, journaled, notices);
  }

  /** Returns these options with a listener for notices. */
  public SinkOptions withNotices(Consumer<String> other) {
    return new SinkOptions(stdout, style, journaled, other);
  }
}
