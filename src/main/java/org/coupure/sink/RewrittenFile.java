package org.coupure.sink;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import org.coupure.article.Clip;
import org.coupure.file.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * A file whose new records appear all together when it is closed, behind what it held, and not at
 * all after a failed write. A name that ends in {@code .gz} or {@code .zst} is compressed.
 */
final class RewrittenFile implements ArticleSink {
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final Format format;
  private final AtomicFile whole;
  private final OutputStream stream;
  private final Rendered rendered;
  private final Packing packing;
  private final boolean kept;

  /** What stands before the next record. */
  private String before;

  private boolean begun;
  private boolean failed;
  private boolean closed;
  private long written;

  private RewrittenFile(Path file, Format format, AtomicFile whole, SinkOptions options)
      throws IOException {
    this.file = file;
    this.format = format;
    this.whole = whole;
    this.rendered = Rendered.of(format, options);
    this.packing = Packing.of(file);
    this.kept = Files.exists(file) && Files.size(file) > 0;
    if (kept && rendered.tail().isEmpty()) {
      checkHead();
      Files.copy(file, whole.stream());
      endLine();
    }
    this.stream = packing.pack(whole.stream());
    this.before = kept ? rendered.between() : rendered.head();
    if (kept && !rendered.tail().isEmpty() && !copyWithoutTail()) {
      before = "";
    }
  }

  /** Opens {@code file}, whose folder must exist; what it holds is kept in front. */
  static RewrittenFile open(Path file, Format format, SinkOptions options) throws IOException {
    AtomicFile whole = null;
    try {
      whole = AtomicFile.replace(file);
      return new RewrittenFile(file, format, whole, options);
    } catch (IOException e) {
      if (whole != null) {
        whole.close();
      }
      throw e instanceof Foreign ? e : Unwritable.file(file, e);
    }
  }

  /** The file is there, but holds something else. */
  private static final class Foreign extends IOException {
    private static final long serialVersionUID = 1L;

    Foreign(String message) {
      super(message);
    }
  }

  private void checkHead() throws IOException {
    byte[] head = bytes(rendered.head());
    try (InputStream in = front()) {
      if (!Arrays.equals(in.readNBytes(head.length), head)) {
        throw foreign();
      }
    }
  }

  private void endLine() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      if (packing == Packing.NONE && last.get(0) != '\n') {
        whole.stream().write('\n');
      }
    }
  }

  /** Copies what the file held but for its tail; returns whether there was a record. */
  private boolean copyWithoutTail() throws IOException {
    checkHead();
    byte[] tail = bytes(rendered.tail());
    try (InputStream in = front()) {
      stream.write(in.readNBytes(rendered.head().length()));
      byte[] held = in.readNBytes(tail.length);
      boolean any = false;
      for (byte[] next = in.readNBytes(CHUNK); next.length > 0; next = in.readNBytes(CHUNK)) {
        byte[] all = Arrays.copyOf(held, held.length + next.length);
        System.arraycopy(next, 0, all, held.length, next.length);
        stream.write(all, 0, next.length);
        held = Arrays.copyOfRange(all, next.length, all.length);
        any = true;
      }
      if (!Arrays.equals(held, tail)) {
        throw foreign();
      }
      return any;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Foreign foreign() {
    return new Foreign(
        file
            + " holds something else than such records, so nothing was appended; name another"
            + " output");
  }

  private InputStream front() throws IOException {
    return new BufferedInputStream(packing.unpack(Files.newInputStream(file)));
  }

  @Override
  public JournalEntry plan(Clip clip) {
    byte[] record = rendered.record(clip, before);
    before = rendered.between();
    begun = true;
    return new JournalEntry("-", record);
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    try {
      stream.write(entry.bytes());
      written++;
    } catch (IOException e) {
      failed = true;
      throw Unwritable.file(file, e);
    }
  }

  /** Nothing of a run that was killed is there; an earlier run's records may be. */
  @Override
  public Predicate<String> recorded() throws IOException {
    if (!kept) {
      return source -> false;
    }
    try {
      if (format == Format.JSONL) {
        return RecordedInputs.ofLines(file);
      }
    } catch (IOException e) {
      failed = true;
      throw new IOException("cannot read what " + file + " holds: " + e.getMessage(), e);
    }
    failed = true;
    throw new IOException(
        file
            + " does not say which inputs its records come from; leave out --resume to append, or"
            + " name a .jsonl file, a folder or a database");
  }

  @Override
  public @Nullable String summary() {
    return WrittenSummary.of(kept, written, file);
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (whole) {
      if (!failed) {
        String end = (begun || kept ? "" : rendered.head()) + rendered.tail();
        stream.write(bytes(end));
        stream.close();
        whole.finish();
      }
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }
}
