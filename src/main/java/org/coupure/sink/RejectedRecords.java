package org.coupure.sink;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.coupure.record.WellFormed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The file beside which a target's refusals are kept, so that no record is lost: {@code
 * NAME.rejected.jsonl}, a line of {@code reason} and {@code record} each. It appears with the first
 * of them. A record that is refused again after a crash may stand there twice.
 */
final class RejectedRecords implements Closeable {
  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private @Nullable FileChannel channel;
  private long count;

  RejectedRecords(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  long count() {
    return count;
  }

  void add(Rejection rejection) throws IOException {
    try {
      FileChannel open = channel;
      if (open == null) {
        open =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
        channel = open;
      }
      ByteBuffer line = ByteBuffer.wrap(line(rejection));
      while (line.hasRemaining()) {
        open.write(line);
      }
      count++;
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }

  private static byte[] line(Rejection rejection) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("reason", WellFormed.of(rejection.reason()));
      json.writeName("record");
      json.writeRawValue(new String(rejection.entry().bytes(), StandardCharsets.UTF_8));
      json.writeEndObject();
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  void force() throws IOException {
    FileChannel open = channel;
    if (open != null) {
      open.force(false);
    }
  }

  @Override
  public void close() throws IOException {
    FileChannel open = channel;
    if (open != null) {
      open.force(false);
      open.close();
    }
  }
}
