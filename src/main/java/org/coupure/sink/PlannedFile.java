package org.coupure.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.coupure.article.Clip;

/**
 * A file that grows a record at a time, each at an offset that was noted down before. A place is
 * the offset in bytes.
 */
final class PlannedFile implements PlannedSink {
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final Rendered rendered;
  private final boolean packed;
  private long end;

  private PlannedFile(Path file, FileChannel channel, Rendered rendered) throws IOException {
    this.file = file;
    this.channel = channel;
    this.rendered = rendered;
    this.packed = file.toString().endsWith(".gz");
    this.end = channel.size();
  }

  static PlannedFile open(Path file, Rendered rendered) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      FolderSink.makeFolder(parent);
    }
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      return new PlannedFile(file, channel, rendered);
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }

  @Override
  public List<Piece> recover(List<Piece> journal) throws IOException {
    long size = channel.size();
    if (!journal.isEmpty() && isOurs(journal, size)) {
      Piece last = journal.get(journal.size() - 1);
      end = offset(last) + last.bytes().length;
      return List.copyOf(journal);
    }
    if (!packed && size > 0) {
      mend(size);
    }
    end = channel.size();
    List<Piece> moved = new ArrayList<>();
    for (Piece piece : journal) {
      moved.add(place(piece.bytes()));
    }
    return moved;
  }

  /** A hand or a program that knows nothing of us may have left a line without its end. */
  private void mend(long size) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, size - 1);
    if (last.get(0) != '\n') {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
    }
  }

  /** Returns whether the file ends within the journal's writes, and with nothing but them. */
  private boolean isOurs(List<Piece> journal, long size) throws IOException {
    if (size < offset(journal.get(0))) {
      return false;
    }
    long reached = 0;
    for (Piece piece : journal) {
      long offset = offset(piece);
      reached = offset + piece.bytes().length;
      int there = (int) Math.max(0, Math.min(piece.bytes().length, size - offset));
      if (!Arrays.equals(read(offset, there), Arrays.copyOf(piece.bytes(), there))) {
        return false;
      }
    }
    return size <= reached;
  }

  private byte[] read(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
      // A read may give less than was asked for.
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static long offset(Piece piece) {
    return Long.parseLong(piece.place());
  }

  private Piece place(byte[] bytes) {
    Piece piece = new Piece(Long.toString(end), bytes);
    end += bytes.length;
    return piece;
  }

  @Override
  public Piece plan(Clip clip) {
    byte[] record = rendered.record(clip, end == 0);
    return place(packed ? gzip(record) : record);
  }

  /** Each record is a member of its own, so that the file is whole at any time. */
  private static byte[] gzip(byte[] record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, CHUNK)) {
      gzip.write(record);
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array takes everything", impossible);
    }
    return bytes.toByteArray();
  }

  @Override
  public void write(Piece piece) throws IOException {
    long offset = offset(piece);
    ByteBuffer bytes = ByteBuffer.wrap(piece.bytes());
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, offset + bytes.position());
      }
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }

  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
