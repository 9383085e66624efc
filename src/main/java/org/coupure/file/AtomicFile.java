package org.coupure.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that appears whole or not at all: it grows under another name in the same folder, and
 * takes its own when it is {@linkplain #finish finished}. Closed before that it leaves no trace,
 * and a file that was there before stays as it was. Not thread-safe.
 *
 * <p>A process that is killed leaves the other name behind, {@code .NAME.HEX.part}. Who writes the
 * file again removes it a day later: until then a second process may be at work on it.
 */
public final class AtomicFile implements Closeable {
  private static final String PART = ".part";
  private static final Pattern PART_NAME =
      Pattern.compile("\\.(.*)\\.[0-9a-f]{1,16}\\.part", Pattern.DOTALL);

  /** Longer than any writer is silent that still lives. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path file;
  private final Path part;
  private final OutputStream stream;

  private AtomicFile(Path file, Path part, OutputStream stream) {
    this.file = file;
    this.part = part;
    this.stream = stream;
  }

  /**
   * Opens {@code file}, whose folder must exist; what it holds is replaced in the end.
   *
   * @throws IOException if nothing can be written there
   */
  public static AtomicFile replace(Path file) throws IOException {
    AtomicFile whole = open(file);
    try {
      Path folder = Objects.requireNonNull(whole.part.toAbsolutePath().getParent());
      sweep(folder, String.valueOf(file.getFileName())::equals, whole.liveSince());
    } catch (IOException ignored) {
      // Files left by others do no harm, and the folder may be one that can't be listed.
    }
    return whole;
  }

  /**
   * Writes {@code bytes} as {@code file}, whose folder must exist, unless it holds just these: a
   * second run over the same pages then costs reads only and leaves the files' times alone.
   *
   * @throws IOException if it can't be written
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    if (holds(file, bytes)) {
      return;
    }
    try (AtomicFile whole = open(file)) {
      whole.stream.write(bytes);
      whole.finish();
    }
  }

  /**
   * Removes what writers of the files called {@code names} left half written in {@code folder} when
   * they were killed. Nobody else may be writing these files.
   *
   * @throws IOException if the folder can't be read or changed
   */
  public static void sweep(Path folder, Set<String> names) throws IOException {
    sweep(folder, names::contains, Instant.MAX);
  }

  /**
   * Removes what writers of any file left half written in {@code folder} when they were killed, a
   * day or longer ago, as far as that can be done.
   */
  public static void sweep(Path folder) {
    // The file system's own clock, which may be another machine's.
    try (AtomicFile probe = open(folder.resolve("clock"))) {
      sweep(folder, name -> true, probe.liveSince());
    } catch (IOException ignored) {
      // What others left does no harm; a folder that takes no files says so when one is written.
    }
  }

  private static void sweep(Path folder, Predicate<String> names, Instant before)
      throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + PART)) {
      for (Path part : left) {
        Matcher name = PART_NAME.matcher(String.valueOf(part.getFileName()));
        if (name.matches() && names.test(name.group(1)) && isOlder(part, before)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static boolean isOlder(Path part, Instant than) throws IOException {
    try {
      return Files.getLastModifiedTime(part).toInstant().isBefore(than);
    } catch (NoSuchFileException ignored) {
      // Its writer has finished in between.
      return false;
    }
  }

  private static AtomicFile open(Path file) throws IOException {
    // Not Files.createTempFile: its files are readable by their owner only, and stay so.
    String mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Path part = file.resolveSibling("." + file.getFileName() + "." + mark + PART);
    OutputStream stream =
        Files.newOutputStream(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    return new AtomicFile(file, part, new BufferedOutputStream(stream));
  }

  /** Returns the time since which a half file must have been touched to be somebody's still. */
  private Instant liveSince() throws IOException {
    return Files.getLastModifiedTime(part).toInstant().minus(ABANDONED);
  }

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

  /** Returns what to write to; closing it is left to {@link #finish} and {@link #close}. */
  public OutputStream stream() {
    return stream;
  }

  /**
   * Gives the file its name; nothing may be written to it afterwards.
   *
   * @throws IOException if it can't be written; it does not appear then
   */
  public void finish() throws IOException {
    stream.close();
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException ignored) {
      // Some network drives cannot; the plain move is the best there is.
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Takes back what was written, unless it was finished. */
  @Override
  public void close() throws IOException {
    try (stream) {
      // Closed first, for some systems remove no file that is open.
    } catch (IOException ignored) {
      // The file could not be written, so it is given up anyway.
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
