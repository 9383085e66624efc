package org.coupure.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Provenance;
import org.coupure.article.Sha256;
import org.coupure.batch.ResultConsumer;
import org.coupure.sink.ArticleSink;
import org.coupure.watch.Subjects;

/**
 * Takes clips in order, writes their records, counts them and reports failures. Used by one thread.
 */
final class Delivery implements ResultConsumer<Clip> {
  /** Which clips are written. */
  enum Records {
    /** Those with text. */
    WITH_TEXT,
    /** Every clip; an input that could not be read gets an empty record. */
    ALL
  }

  private final ArticleSink sink;
  private final Records records;
  private final KindFilter kinds;
  private final ArticleFilter filter;
  private final Subjects subjects;
  private final RunMessages messages;
  private final Tally tally = new Tally();
  private final long start = System.nanoTime();

  Delivery(
      ArticleSink sink,
      Records records,
      KindFilter kinds,
      ArticleFilter filter,
      Subjects subjects,
      RunMessages messages) {
    this.sink = sink;
    this.records = records;
    this.kinds = kinds;
    this.filter = filter;
    this.subjects = subjects;
    this.messages = messages;
  }

  @Override
  public void accept(Clip clip) throws IOException {
    tally.add(clip);
    if (!kinds.admits(clip)) {
      tally.leaveOut();
    } else if (!filter.admits(clip)) {
      tally.filterOut();
    } else if (records == Records.ALL || clip.hasText()) {
      sink.accept(subjects.assign(withRecord(clip), Instant.now()));
    }
    messages.delivered(clip, tally);
  }

  /** Returns the clip with a record that says at least which input failed. */
  private static Clip withRecord(Clip clip) {
    if (clip.article() != null) {
      return clip;
    }
    Provenance provenance = new Provenance(clip.input(), null, null, null, Clipper.VERSION);
    Article stub = Article.builder(Sha256.of(clip.input()), provenance).build();
    String detail = clip.detail() == null ? clip.reason().code() : clip.detail();
    return Clip.failed(clip.input(), clip.reason(), detail, stub);
  }

  /** Prints the summary of the run. */
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

  /** Returns how many records the target refused. */
  long refused() {
    return sink.refused();
  }

  Tally tally() {
    return tally;
  }
}
