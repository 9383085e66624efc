package org.coupure.sink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears whole or not at all: it grows under another name in the same folder and takes
 * its own when it is closed. A name that ends in {@code .gz} is compressed. After a failed write
 * nothing appears, and a file that was there before stays as it was.
 */
final class WholeFile implements Output {
  private static final String PART = ".part";
  private static final Pattern PART_NAME = Pattern.compile("\\.(.*)\\.[0-9a-f]{1,16}\\.part");

  private final Path file;
  private final Path part;
  private final OutputStream stream;
  private boolean failed;
  private boolean closed;

  private WholeFile(Path file, Path part, OutputStream stream) {
    this.file = file;
    this.part = part;
    this.stream = stream;
  }

  /** Opens {@code file}, whose folder must exist; what it held is replaced. */
  static WholeFile replace(Path file) throws IOException {
    return open(file, null);
  }

  /** Opens {@code file}, whose folder must exist; what it held is kept in front. */
  static WholeFile extend(Path file) throws IOException {
    return open(file, Files.exists(file) ? file : null);
  }

  private static WholeFile open(Path file, @Nullable Path front) throws IOException {
    Path part = partOf(file);
    try {
      OutputStream stream = create(part);
      if (front != null) {
        Files.copy(front, stream);
      }
      return new WholeFile(file, part, compressedByName(file, stream));
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw Unwritable.file(file, e);
    }
  }

  /** Writes {@code bytes} as {@code file} in one go, unless it holds just these. */
  static void write(Path file, byte[] bytes) throws IOException {
    if (holds(file, bytes)) {
      return;
    }
    try (WholeFile whole = replace(file)) {
      whole.write(bytes);
    }
  }

  /** A second run over the same pages then costs reads only and leaves the files' times alone. */
  private static boolean holds(Path file, byte[] bytes) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) == bytes.length
          && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException ignored) {
      // A file that cannot be read may still be replaced; if not, writing says why.
      return false;
    }
  }

  /**
   * Removes what writers of the files called {@code names} left half written in {@code folder} when
   * they were killed. Nobody else may be writing these files.
   */
  static void sweep(Path folder, Set<String> names) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + PART)) {
      for (Path part : left) {
        Matcher name = PART_NAME.matcher(String.valueOf(part.getFileName()));
        if (name.matches() && names.contains(name.group(1))) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static Path partOf(Path file) {
    // Not Files.createTempFile: its files are readable by their owner only, and stay so.
    String mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return file.resolveSibling("." + file.getFileName() + "." + mark + PART);
  }

  private static OutputStream create(Path part) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
  }

  private static OutputStream compressedByName(Path file, OutputStream stream) throws IOException {
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(stream) : stream;
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
    try {
      stream.close();
      if (!failed) {
        takeName();
      }
    } catch (IOException e) {
      if (!failed) {
        throw Unwritable.file(file, e);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void takeName() throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException ignored) {
      // Some network drives cannot; the plain move is the best there is.
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
