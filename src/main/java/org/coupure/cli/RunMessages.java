package org.coupure.cli;

import java.io.PrintStream;
import org.coupure.article.Clip;

/** What a run says on standard error while it goes on. Used by one thread. */
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

  /** Says what became of one input, and how far the run is. */
  void delivered(Clip clip, Tally tally) {
    if (!clip.hasText() || detail == Detail.EVERYTHING) {
      progress.clear();
      err.println(line(clip, palette));
    }
    progress.show(tally);
  }

  /** Says what a person should know about the output. */
  void notice(String sentence) {
    progress.clear();
    err.println(sentence);
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
    String line = printable(clip.input()) + ": " + code;
    return clip.detail() == null ? line : line + ": " + printable(clip.detail());
  }

  /** Returns {@code text} as one line that can't steer a terminal, whatever a file is called. */
  private static String printable(String text) {
    StringBuilder line = new StringBuilder(text);
    for (int i = 0; i < line.length(); i++) {
      if (Character.isISOControl(line.charAt(i))) {
        line.setCharAt(i, ' ');
      }
    }
    return line.toString();
  }
}
