package org.coupure.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.coupure.article.Clip;
import org.jspecify.annotations.Nullable;

/**
 * All records one after the other in a stream that can't be looked up again: the standard output,
 * or a special file. With a journal a record may come twice after a crash.
 */
final class StreamSink implements ArticleSink {
  private final OutputStream stream;
  private final @Nullable Path special;
  private final Rendered rendered;
  private final boolean journaled;
  private boolean begun;
  private boolean failed;
  private boolean closed;

  private StreamSink(
      OutputStream stream, @Nullable Path special, Rendered rendered, boolean journaled) {
    this.stream = stream;
    this.special = special;
    this.rendered = rendered;
    this.journaled = journaled;
  }

  /** Returns a sink for the standard output, which is flushed after each record, never closed. */
  static StreamSink standardOutput(Format format, SinkOptions options) {
    return new StreamSink(
        options.stdout(), null, Rendered.of(format, options), options.journaled());
  }

  /**
   * Returns whether {@code path} is there but no file: {@code /dev/null}, {@code /dev/stdout}, a
   * named pipe. It is written to directly, because a rename would put a file in its place.
   */
  static boolean isSpecial(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  static StreamSink special(Path path, Format format, SinkOptions options) throws IOException {
    try {
      OutputStream stream = Files.newOutputStream(path, StandardOpenOption.WRITE);
      return new StreamSink(stream, path, Rendered.of(format, options), options.journaled());
    } catch (IOException e) {
      throw Unwritable.file(path, e);
    }
  }

  @Override
  public List<JournalEntry> recover(List<JournalEntry> journal) {
    begun = !journal.isEmpty();
    return List.copyOf(journal);
  }

  @Override
  public JournalEntry plan(Clip clip) {
    byte[] record = rendered.record(clip, !begun);
    begun = true;
    return new JournalEntry("-", record);
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    write(entry.bytes());
  }

  private void write(byte[] bytes) throws IOException {
    failed = true;
    write(stream, special, bytes);
    failed = false;
  }

  /**
   * Writes and flushes.
   *
   * @param special the file, or null for the standard output
   * @throws BrokenPipe if there was a reader and it has gone
   */
  static void write(OutputStream stream, @Nullable Path special, byte[] bytes) throws IOException {
    try {
      stream.write(bytes);
      stream.flush();
    } catch (IOException e) {
      if (BrokenPipe.is(e)) {
        throw new BrokenPipe(e);
      }
      throw special == null ? Unwritable.standardOutput(e) : Unwritable.file(special, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!failed && !journaled) {
        String end = (begun ? "" : rendered.head()) + rendered.tail();
        write(end.getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      if (special != null) {
        stream.close();
      }
    }
  }
}
