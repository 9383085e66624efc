package org.coupure.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.coupure.article.Clip;

/** The standard output: written at least once, for what went through a pipe can't be looked up. */
final class PlannedStream implements PlannedSink {
  private final StandardOutput output;
  private final Rendered rendered;
  private boolean begun;

  PlannedStream(OutputStream stdout, Rendered rendered) {
    this.output = new StandardOutput(stdout);
    this.rendered = rendered;
  }

  @Override
  public List<Piece> recover(List<Piece> journal) {
    begun = !journal.isEmpty();
    return List.copyOf(journal);
  }

  @Override
  public Piece plan(Clip clip) {
    byte[] record = rendered.record(clip, !begun);
    begun = true;
    return new Piece("-", record);
  }

  @Override
  public void write(Piece piece) throws IOException {
    output.write(piece.bytes());
  }

  @Override
  public void force() {
    // Each write is flushed.
  }

  @Override
  public void close() {
    // The stream is the process's own.
  }
}
