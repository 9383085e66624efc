package org.coupure.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A JSON Lines file that grows a record at a time: each is on its way to the disk when {@link
 * #write} returns, and safe there after {@link #close}. What the file held is kept; half a line
 * that an earlier, interrupted run left at its end is cut off first.
 */
final class JsonLinesFile implements Output {
  private final Path file;
  private final FileChannel channel;

  private JsonLinesFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens {@code file}, whose folder must exist. */
  static JsonLinesFile open(Path file) throws IOException {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
    try {
      new LastLine(file, channel).mend();
      channel.position(channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new JsonLinesFile(file, channel);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    long before = channel.position();
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException e) {
      forgetFrom(before);
      throw Unwritable.file(file, e);
    }
  }

  /** Takes back half a record, as a full disk leaves it. */
  private void forgetFrom(long position) {
    try {
      channel.truncate(position);
    } catch (IOException ignored) {
      // The write's own failure is what the person needs; the next run mends the line.
    }
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      channel.force(false);
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }
}
