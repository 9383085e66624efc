package org.coupure.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.coupure.sink.StreamSink.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Opens the place where records go. In one stream, records stand one after the other; in a folder
 * each has its file.
 *
 * <ul>
 *   <li>{@link Format#JSONL}: a file is appended to, line by line; {@code .jsonl.gz} gets one more
 *       compressed part, which appears when the sink is closed.
 *   <li>{@link Format#CLIPPINGS}: a folder; or one file that ends in {@code .txt}, or the standard
 *       output, with a form feed on a line of its own between two records.
 *   <li>{@link Format#JSON}, {@link Format#MARKDOWN}: a folder of {@code <id>.json} or {@code
 *       <id>.md}; or one file that bears the format's suffix, or the standard output.
 *   <li>{@link Format#CSV}: one file.
 * </ul>
 *
 * <p>Files appear whole or not at all, JSON Lines excepted. Missing folders are made.
 */
public final class Sinks {
  /** What a CSV file does with a text that a spreadsheet would take for a formula. */
  public enum Formulas {
    /** It stays as it is. */
    AS_WRITTEN,
    /** It gets an apostrophe in front, so that opening the file runs nothing. */
    GUARDED
  }

  private Sinks() {}

  /** Opens a sink whose CSV keeps what looks like formulas as it is. */
  public static ArticleSink open(Format format, @Nullable Path out, OutputStream stdout)
      throws IOException {
    return open(format, out, stdout, Formulas.AS_WRITTEN);
  }

  /**
   * Opens the sink for {@code out}; the caller closes it.
   *
   * @param out a file or folder, or null for the standard output
   * @param stdout the raw standard output, which is flushed after each record and never closed; a
   *     {@link java.io.PrintStream} will not do, for it swallows the {@link BrokenPipe}
   * @throws IOException if {@code out} cannot be opened; the message names it and what to do
   */
  public static ArticleSink open(
      Format format, @Nullable Path out, OutputStream stdout, Formulas formulas)
      throws IOException {
    if (out == null) {
      return stream(format, new StandardOutput(stdout), formulas);
    }
    Path target = Files.isSymbolicLink(out) && Files.exists(out) ? out.toRealPath() : out;
    if (Device.is(target)) {
      return stream(format, Device.open(target), formulas);
    }
    return isFolder(format, target) ? folder(format, target) : file(format, target, formulas);
  }

  /**
   * Writes text that is not a record to the standard output, with the same errors.
   *
   * @param stdout the raw standard output, which is flushed
   */
  public static void print(String text, OutputStream stdout) throws IOException {
    new StandardOutput(stdout).write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFolder(Format format, Path out) {
    if (Files.isDirectory(out)) {
      return true;
    }
    boolean mayBeFolder = format != Format.JSONL && format != Format.CSV;
    return mayBeFolder && Format.ofFile(out).filter(format::equals).isEmpty();
  }

  private static ArticleSink folder(Format format, Path folder) throws IOException {
    return switch (format) {
      case CLIPPINGS -> FolderSink.clippings(folder);
      case JSON ->
          FolderSink.named(folder, ".json", clip -> lineOf(RecordWriter.pretty().write(clip)));
      case MARKDOWN -> FolderSink.named(folder, ".md", Markdown::write);
      case JSONL, CSV ->
          throw new IOException(
              folder
                  + " is a folder, and "
                  + format.code()
                  + " goes to one file: name it, such as "
                  + folder.resolve("articles." + format.code()));
    };
  }

  private static ArticleSink file(Format format, Path file, Formulas formulas) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      FolderSink.makeFolder(parent);
    }
    if (format != Format.JSONL) {
      return stream(format, OutputFile.replace(file), formulas);
    }
    boolean compressed = file.toString().endsWith(".gz");
    return stream(
        format, compressed ? OutputFile.extend(file) : JsonLinesFile.open(file), formulas);
  }

  private static ArticleSink stream(Format format, Output output, Formulas formulas) {
    return switch (format) {
      case JSONL ->
          new StreamSink(output, clip -> lineOf(RecordWriter.compact().write(clip)), Frame.NONE);
      case JSON ->
          new StreamSink(output, RecordWriter.pretty()::write, new Frame("[\n", ",\n", "\n]\n"));
      case CLIPPINGS -> new StreamSink(output, PlainText::write, new Frame("", "\f\n", ""));
      case MARKDOWN -> new StreamSink(output, Markdown::write, new Frame("", "\n", ""));
      case CSV -> {
        CsvRows rows = new CsvRows(formulas);
        yield new StreamSink(output, rows, new Frame(rows.header(), "", ""));
      }
    };
  }

  private static byte[] lineOf(byte[] record) {
    byte[] line = Arrays.copyOf(record, record.length + 1);
    line[record.length] = '\n';
    return line;
  }
}
