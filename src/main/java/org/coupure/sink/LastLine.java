package org.coupure.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** The end of a JSON Lines file that is to be appended to. */
final class LastLine {
  private static final int CHUNK = 1 << 16;

  /** A record may be as long as it likes; it was written by us. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final Path file;
  private final FileChannel channel;

  LastLine(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Leaves the file empty or ended by a line break: a whole record gets its line break, half a
   * record is cut off.
   *
   * @throws IOException if the last line is no record at all, whole or half: then the file is not
   *     JSON Lines, and cutting would destroy data
   */
  void mend() throws IOException {
    long size = channel.size();
    long start = afterLastLineBreak(size);
    if (start == size) {
      return;
    }
    if (byteAt(start) != '{') {
      throw new IOException(
          file + " does not end like JSON Lines, so nothing was appended; name another output");
    }
    if (isWhole(start)) {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
    } else {
      channel.truncate(start);
    }
  }

  private byte byteAt(long position) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    channel.read(one, position);
    return one.get(0);
  }

  /** Returns the position behind the last line break, 0 when there is none. */
  private long afterLastLineBreak(long size) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long end = size; end > 0; ) {
      long from = Math.max(0, end - CHUNK);
      chunk.clear().limit((int) (end - from));
      while (chunk.hasRemaining() && channel.read(chunk, from + chunk.position()) >= 0) {
        // A read may give less than was asked for.
      }
      for (int i = chunk.position() - 1; i >= 0; i--) {
        if (chunk.get(i) == '\n') {
          return from + i + 1;
        }
      }
      end = from;
    }
    return 0;
  }

  private boolean isWhole(long start) throws IOException {
    channel.position(start);
    try (JsonParser json =
        JSON.createParser(ObjectReadContext.empty(), Channels.newInputStream(channel))) {
      json.nextToken();
      json.skipChildren();
      return json.nextToken() == null;
    } catch (JacksonIOException e) {
      throw Unwritable.file(file, new IOException(e.getOriginalMessage(), e));
    } catch (JacksonException ignored) {
      // Half a record is what we came for.
      return false;
    }
  }
}
