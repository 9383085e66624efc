package org.coupure.fetch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coupure.article.Reason;

/**
 * One run of a command in a folder of its own, which is gone afterwards, as are all processes that
 * the command began. Its output goes to files, so that a process left behind can't block the
 * reader.
 */
final class RenderProcess implements AutoCloseable {
  /** How often sizes and children are looked at; the end of the command is seen at once. */
  private static final long GLANCE_MILLIS = 100;

  /** The time that killed processes have to release their files. */
  private static final long FAREWELL_MILLIS = 2000;

  /** Killed processes may write on for a moment, so that a folder is not empty at once. */
  private static final int DELETIONS = 5;

  /** How many characters of the error output are shown: up to three lines. */
  private static final int SHOWN_CHARS = 300;

  private final Path folder;
  private final Path out;
  private final Path err;
  private final Set<ProcessHandle> family = new HashSet<>();

  RenderProcess() throws IOException {
    this.folder = Files.createTempDirectory("coupure-render");
    this.out = folder.resolve("out");
    this.err = folder.resolve("err");
  }

  /** Returns the folder for the browser's profile. */
  Path profile() {
    return folder.resolve("profile");
  }

  /**
   * Returns what the command printed.
   *
   * @throws RefusalException when it failed, printed nothing or too much, or took too long
   */
  byte[] run(List<String> words, Duration limit, int mostBytes)
      throws IOException, InterruptedException {
    Process process = start(words);
    long deadline = System.nanoTime() + limit.toNanos();
    while (!process.waitFor(glance(deadline), TimeUnit.NANOSECONDS)) {
      process.descendants().forEach(family::add);
      if (Math.max(size(out), size(err)) > mostBytes) {
        throw tooMuch(words, mostBytes);
      }
      if (System.nanoTime() - deadline >= 0) {
        throw failed(
            words.get(0) + " took longer than " + FailureReasons.seconds(limit) + complaints());
      }
    }
    return printed(words, process.exitValue(), mostBytes);
  }

  private Process start(List<String> words) throws IOException {
    Files.createDirectories(profile());
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    // A browser without an explicit profile must not use the user's own either.
    builder.environment().put("TMPDIR", folder + File.separator);
    builder.environment().put("XDG_CONFIG_HOME", profile().toString());
    try {
      Process process = builder.start();
      family.add(process.toHandle());
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw failed(
          words.get(0)
              + " could not be started; is it installed, and can it be run? ("
              + e.getMessage()
              + ")");
    }
  }

  private static long glance(long deadline) {
    long left = deadline - System.nanoTime();
    return Math.max(1, Math.min(left, TimeUnit.MILLISECONDS.toNanos(GLANCE_MILLIS)));
  }

  private byte[] printed(List<String> words, int exit, int mostBytes) throws IOException {
    if (exit != 0) {
      throw failed(words.get(0) + " ended with exit code " + exit + complaints());
    }
    long size = size(out);
    if (size > mostBytes) {
      throw tooMuch(words, mostBytes);
    }
    byte[] bytes = Files.readAllBytes(out);
    if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
      throw failed(
          words.get(0)
              + " printed nothing: it could not load the page, or does not print pages"
              + complaints());
    }
    return bytes;
  }

  private static RefusalException tooMuch(List<String> words, int mostBytes) {
    return failed(words.get(0) + " printed more than " + mostBytes + " bytes");
  }

  private static RefusalException failed(String sentence) {
    return new RefusalException(FetchFailure.failed(Reason.RENDER_FAILED, sentence));
  }

  /** Returns the end of what the command complained of, on one line. */
  private String complaints() throws IOException {
    if (size(err) == 0) {
      return "";
    }
    try (InputStream stream = Files.newInputStream(err)) {
      // A character has four bytes at most.
      stream.skipNBytes(Math.max(0, size(err) - 4 * SHOWN_CHARS));
      String text = new String(stream.readNBytes(4 * SHOWN_CHARS), StandardCharsets.UTF_8);
      String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
      if (line.isEmpty()) {
        return "";
      }
      int cut = line.length() - SHOWN_CHARS;
      return ": " + (cut > 0 ? "…" + line.substring(cut) : line);
    }
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Ends all processes and deletes the folder. */
  @Override
  public void close() {
    for (ProcessHandle member : List.copyOf(family)) {
      member.descendants().forEach(family::add);
    }
    family.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture<?>[] ends =
        family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
        .join();
    boolean there = true;
    for (int i = 0; there && i < DELETIONS; i++) {
      there = !delete();
    }
  }

  /** Returns whether the folder is gone; a rest of it is the system's to clear away. */
  private boolean delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (IOException | UncheckedIOException written) {
      return false;
    }
  }
}
