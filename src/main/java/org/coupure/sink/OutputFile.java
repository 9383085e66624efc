package org.coupure.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.coupure.file.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears whole when it is closed, and not at all after a failed write. A name that
 * ends in {@code .gz} is compressed.
 */
final class OutputFile implements Output {
  private final Path file;
  private final WholeFile whole;
  private final OutputStream stream;
  private boolean failed;
  private boolean closed;

  private OutputFile(Path file, WholeFile whole, OutputStream stream) {
    this.file = file;
    this.whole = whole;
    this.stream = stream;
  }

  /** Opens {@code file}, whose folder must exist; what it held is replaced. */
  static OutputFile replace(Path file) throws IOException {
    return open(file, null);
  }

  /** Opens {@code file}, whose folder must exist; what it held is kept in front. */
  static OutputFile extend(Path file) throws IOException {
    return open(file, Files.exists(file) ? file : null);
  }

  private static OutputFile open(Path file, @Nullable Path front) throws IOException {
    WholeFile whole = null;
    try {
      whole = WholeFile.replace(file);
      if (front != null) {
        Files.copy(front, whole.stream());
      }
      boolean compressed = file.toString().endsWith(".gz");
      OutputStream stream = compressed ? new GZIPOutputStream(whole.stream()) : whole.stream();
      return new OutputFile(file, whole, stream);
    } catch (IOException e) {
      if (whole != null) {
        whole.close();
      }
      throw Unwritable.file(file, e);
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      stream.write(bytes);
    } catch (IOException e) {
      failed = true;
      throw Unwritable.file(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (whole) {
      if (!failed) {
        stream.close();
        whole.finish();
      }
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }
}
