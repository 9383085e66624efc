package org.coupure.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.coupure.sink.FileStyle.Rotation;
import org.jspecify.annotations.Nullable;

/**
 * Opens the place where records go. In one stream, records stand one after the other; in a folder
 * each has its file. Files that are there are appended to.
 *
 * <ul>
 *   <li>{@link Format#JSONL}: a file that grows line by line; {@code .jsonl.gz} and {@code
 *       .jsonl.zst} get one more compressed part, which appears when the sink is closed.
 *   <li>{@link Format#CLIPPINGS}: a folder; or one file that ends in {@code .txt}, or the standard
 *       output, with a form feed on a line of its own between two records.
 *   <li>{@link Format#JSON}, {@link Format#MARKDOWN}: a folder of {@code <id>.json} or {@code
 *       <id>.md}; or one file that bears the format's suffix, or the standard output.
 *   <li>{@link Format#TEI}: a folder of {@code <id>.tei.xml}; or one file, which is a corpus.
 *   <li>{@link Format#CSV}: one file.
 *   <li>What a {@link SinkProvider} takes, such as a database, when no format is named.
 * </ul>
 *
 * <p>Files appear whole or not at all, JSON Lines excepted. With a journal every file grows record
 * by record, compressed ones by a part a record. Missing folders are made.
 */
public final class Sinks {
  private Sinks() {}

  /** Opens a sink without a journal, a guard and notices. */
  public static ArticleSink open(Format format, @Nullable Path out, OutputStream stdout)
      throws IOException {
    return open(format, out == null ? null : out.toString(), SinkOptions.of(stdout));
  }

  /**
   * Opens the sink for {@code out}; the caller closes it.
   *
   * @param format null when {@code out} says it; JSON Lines on the standard output
   * @param out a file, a folder or what a provider takes; null for the standard output
   * @throws IllegalArgumentException if the format can't grow there, as a journal needs it; the
   *     message says what to do
   * @throws IOException if {@code out} cannot be opened; the message names it and what to do
   */
  public static ArticleSink open(@Nullable Format format, @Nullable String out, SinkOptions options)
      throws IOException {
    if (out == null) {
      return StreamSink.standardOutput(format == null ? Format.JSONL : format, options);
    }
    if (format == null) {
      Optional<SinkProvider> provider = provider(out);
      if (provider.isPresent()) {
        return provider.get().open(out, options);
      }
    }
    Path path = Path.of(out);
    Path target = Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
    Format known = format == null ? Format.ofFile(path).orElse(Format.CLIPPINGS) : format;
    if (StreamSink.isSpecial(target)) {
      return StreamSink.special(target, known, options);
    }
    if (!isFolder(known, target)) {
      return file(known, target, options);
    }
    if (known == Format.JSONL || known == Format.CSV) {
      String mistake = target + " is a folder, and " + known.code() + " goes to one file";
      if (options.journaled()) {
        throw new IllegalArgumentException(mistake);
      }
      throw new IOException(
          mistake + ": name it, such as " + target.resolve("articles." + known.code()));
    }
    return ArticleFolder.open(target, known, options);
  }

  /** Returns the provider that takes {@code out}, if it is none of the formats' own files. */
  public static Optional<SinkProvider> provider(String out) {
    // Looking providers up costs milliseconds, which plain files and folders need not pay.
    return !out.contains("://") && isOrdinary(out)
        ? Optional.empty()
        : providers().stream().filter(provider -> provider.takes(out)).findFirst();
  }

  private static boolean isOrdinary(String out) {
    String path = out.replaceFirst("/+$", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.indexOf('.') < 0 || Format.ofFile(Path.of(out)).isPresent();
  }

  /** Returns what the providers take, for messages, such as {@code .sqlite, .db}. */
  public static List<String> providerNames() {
    return providers().stream().map(SinkProvider::names).toList();
  }

  private static List<SinkProvider> providers() {
    List<SinkProvider> found = new ArrayList<>();
    ServiceLoader.load(SinkProvider.class, Sinks.class.getClassLoader()).forEach(found::add);
    return found;
  }

  /**
   * Writes text that is not a record to the standard output, with the same errors.
   *
   * @param stdout the raw standard output, which is flushed
   */
  public static void print(String text, OutputStream stdout) throws IOException {
    StreamSink.write(stdout, null, text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFolder(Format format, Path out) {
    if (Files.isDirectory(out)) {
      return true;
    }
    boolean mayBeFolder = format != Format.JSONL && format != Format.CSV;
    return mayBeFolder && Format.ofFile(out).filter(format::equals).isEmpty();
  }

  private static ArticleSink file(Format format, Path file, SinkOptions options)
      throws IOException {
    if (options.journaled() && (format == Format.JSON || format == Format.TEI)) {
      throw new IllegalArgumentException(
          file
              + ": one "
              + format
              + " document can't grow record by record; name it .jsonl, or a folder");
    }
    Rotation rotation = options.style().files().rotation();
    if (format == Format.JSONL
        && (!rotation.equals(Rotation.NEVER) || file.toString().contains(RotatedFiles.DATE))) {
      return RotatedFiles.open(file, rotation.bytes(), options);
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      ArticleFolder.makeFolder(parent);
    }
    boolean grows = format == Format.JSONL && Packing.of(file) == Packing.NONE;
    if (!options.journaled() && !grows) {
      return RewrittenFile.open(file, format, options);
    }
    GrowingFile sink = GrowingFile.open(file, format, options);
    if (!options.journaled()) {
      recover(sink);
    }
    return sink;
  }

  private static void recover(GrowingFile sink) throws IOException {
    try {
      List<JournalEntry> none = sink.recover(List.of());
      assert none.isEmpty();
    } catch (IOException e) {
      sink.close();
      throw e;
    }
  }
}
