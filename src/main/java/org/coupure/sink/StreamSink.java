package org.coupure.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.coupure.article.Clip;

/** All records one after the other in one stream. */
final class StreamSink implements ArticleSink {
  /** What stands around the records. */
  record Frame(String head, String between, String tail) {
    static final Frame NONE = new Frame("", "", "");
  }

  private final Output output;
  private final Rendering rendering;
  private final Frame frame;
  private boolean begun;
  private boolean failed;
  private boolean closed;

  StreamSink(Output output, Rendering rendering, Frame frame) {
    this.output = output;
    this.rendering = rendering;
    this.frame = frame;
  }

  @Override
  public void accept(Clip clip) throws IOException {
    byte[] record = rendering.write(clip);
    String before = begun ? frame.between() : frame.head();
    begun = true;
    write(concat(before, record));
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (output) {
      if (!failed) {
        write(concat((begun ? "" : frame.head()) + frame.tail(), new byte[0]));
      }
    }
  }

  private void write(byte[] bytes) throws IOException {
    failed = true;
    output.write(bytes);
    failed = false;
  }

  /** One write a record, so that a reader never sees half of one for long. */
  private static byte[] concat(String before, byte[] record) {
    byte[] head = before.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + record.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(record, 0, all, head.length, record.length);
    return all;
  }
}
