package org.coupure.cli;

import java.io.IOException;
import java.time.Duration;
import org.coupure.article.Clip;
import org.coupure.sink.ArticleSink;

/** Takes clips in order: writes their records, says what failed, counts. Used by one thread. */
final class Delivery {
  /** What is said on standard error. */
  enum Detail {
    /** Failures only. */
    QUIET,
    /** Failures and the summary. */
    NORMAL,
    /** A line for every page. */
    EVERYTHING
  }

  /** Which clips are written. */
  enum Records {
    /** Those with text. */
    WITH_TEXT,
    /** All that have a record, also a record without text. */
    ALL
  }

  private final ArticleSink sink;
  private final Records records;
  private final Detail detail;
  private final Terminal terminal;
  private final Progress progress;
  private final Tally tally = new Tally();
  private final long start = System.nanoTime();

  Delivery(ArticleSink sink, Records records, Detail detail, Terminal terminal, Progress progress) {
    this.sink = sink;
    this.records = records;
    this.detail = detail;
    this.terminal = terminal;
    this.progress = progress;
  }

  /** Delivers one clip. */
  void accept(Clip clip) throws IOException {
    tally.add(clip);
    if (clip.article() != null && (records == Records.ALL || clip.hasText())) {
      sink.accept(clip);
    }
    if (!clip.hasText() || detail == Detail.EVERYTHING) {
      say(line(clip));
    }
    progress.show(tally);
  }

  /** Says what the run came to. */
  void summarise(boolean interrupted) {
    if (detail != Detail.QUIET) {
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      terminal.err().println((interrupted ? "interrupted; " : "") + tally.summary(time));
    }
  }

  Tally tally() {
    return tally;
  }

  private void say(String line) {
    progress.clear();
    terminal.err().println(line);
  }

  /** Returns such as {@code dump.zip!/a.html: truncated: the entry ends too early}. */
  static String line(Clip clip) {
    String code = clip.hasText() ? clip.outcome().code() : clip.reason().code();
    String line = clip.input() + ": " + code;
    return printable(clip.detail() == null ? line : line + ": " + clip.detail());
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
