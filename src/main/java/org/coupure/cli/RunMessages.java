package org.coupure.cli;

import java.io.PrintStream;
import org.coupure.article.Clip;
import org.coupure.article.Reason;

/** The messages of a run on standard error. Used by one thread. */
final class RunMessages {
  /** How much is said. */
  enum Detail {
    /** Failures only. */
    QUIET,
    /** Failures and the summary. */
    NORMAL,
    /** A line for every page. */
    EVERYTHING
  }

  private final PrintStream err;
  private final Progress progress;
  private final Detail detail;
  private final Palette palette;

  RunMessages(PrintStream err, Progress progress, Detail detail, Palette palette) {
    this.err = err;
    this.progress = progress;
    this.detail = detail;
    this.palette = palette;
  }

  /** Reports the outcome of one input, and how far the run is. */
  void delivered(Clip clip, Tally tally) {
    if (!clip.hasText() || detail == Detail.EVERYTHING) {
      progress.clear();
      err.println(line(clip, palette));
    }
    progress.show(tally);
  }

  /** Prints a notice about the output. */
  void notice(String sentence) {
    progress.clear();
    err.println(Printable.of(sentence));
  }

  void summary(String line) {
    if (detail != Detail.QUIET) {
      err.println(line);
    }
  }

  /** Returns such as {@code dump.zip!/a.html: truncated: the entry ends too early}. */
  static String line(Clip clip, Palette palette) {
    String code =
        clip.hasText() ? palette.green(clip.outcome().code()) : palette.red(clip.reason().code());
    String line = Printable.of(clip.input()) + ": " + code;
    if (clip.detail() != null) {
      line += ": " + Printable.of(clip.detail());
    }
    return clip.reason() == Reason.UNSAFE_ADDRESS
        ? line + "; fetch --allow-private reads it"
        : line;
  }
}
