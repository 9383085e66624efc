package org.coupure.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A path that is no file: {@code /dev/null}, {@code /dev/stdout}, a named pipe. It is written to
 * directly, because a rename would put a file in its place.
 */
final class Device implements Output {
  private final Path path;
  private final OutputStream stream;

  private Device(Path path, OutputStream stream) {
    this.path = path;
    this.stream = stream;
  }

  static boolean is(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  static Device open(Path path) throws IOException {
    try {
      return new Device(path, Files.newOutputStream(path, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw Unwritable.file(path, e);
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      stream.write(bytes);
    } catch (IOException e) {
      throw BrokenPipe.is(e) ? new BrokenPipe(e) : Unwritable.file(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
