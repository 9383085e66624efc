package org.coupure.cli;

import java.io.IOException;
import java.time.Duration;
import org.coupure.article.Clip;
import org.coupure.sink.ArticleSink;

/** Takes clips in order: writes their records, counts, says what failed. Used by one thread. */
final class Delivery {
  /** Which clips are written. */
  enum Records {
    /** Those with text. */
    WITH_TEXT,
    /** All that have a record, also a record without text. */
    ALL
  }

  private final ArticleSink sink;
  private final Records records;
  private final KindFilter kinds;
  private final RunMessages messages;
  private final Tally tally = new Tally();
  private final long start = System.nanoTime();

  Delivery(ArticleSink sink, Records records, KindFilter kinds, RunMessages messages) {
    this.sink = sink;
    this.records = records;
    this.kinds = kinds;
    this.messages = messages;
  }

  /** Delivers one clip. */
  void accept(Clip clip) throws IOException {
    tally.add(clip);
    if (!kinds.admits(clip)) {
      tally.leaveOut();
    } else if (clip.article() != null && (records == Records.ALL || clip.hasText())) {
      sink.accept(clip);
    }
    messages.delivered(clip, tally);
  }

  /** Says what the run came to. */
  void summarise(boolean interrupted) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    messages.summary((interrupted ? "interrupted; " : "") + tally.summary(time));
    String written = sink.summary();
    if (written != null) {
      messages.summary(written);
    }
    if (sink.replaced() > 0) {
      String files = sink.replaced() == 1 ? " record replaced a file" : " records replaced files";
      messages.summary(Tally.grouped(sink.replaced()) + files + " of the same id");
    }
    tally.ruleLines().forEach(messages::summary);
  }

  Tally tally() {
    return tally;
  }
}
