package org.coupure.sink.parquet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.coupure.article.Clip;
import org.coupure.article.Sha256;
import org.coupure.file.AtomicFile;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.FileStyle.Partition;
import org.coupure.sink.Format;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.OutputStyle;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.Sinks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of Parquet files. A Parquet file can't grow, so records are first appended to {@code
 * .tail.jsonl} in the folder, as safely as to any JSON Lines, and pressed into files when there are
 * many and at the end. Readers pass over names that begin with a dot.
 *
 * <p>Each record is in the files once, whenever the process is killed: {@code .pressing} says that
 * a pressing has begun and how much of the tail it takes, so that it is done again, into files of
 * the same names; {@code .pressed} then says which records it took, so that a journal that still
 * has them does not write them again; then the tail is emptied.
 */
final class ParquetFolder implements ArticleSink {
  private static final String TAIL = ".tail.jsonl";
  private static final String PRESSING = ".pressing";
  private static final String PRESSED = ".pressed";

  /** In bytes of JSON: about 5,000 articles, of which a file of 40 MB comes. */
  private static final long PRESS_AT = 128_000_000;

  /** The place of a write that was done and pressed before a crash. */
  private static final String DONE = "done";

  private final Path folder;
  private final Partition partition;
  private final SinkOptions tailOptions;
  private final long pressAt;
  private ArticleSink tail;
  private long bytes;
  private long written;

  private ParquetFolder(Path folder, long pressAt, SinkOptions options) throws IOException {
    this.folder = folder;
    this.pressAt = pressAt;
    this.partition = options.style().files().partition();
    this.tailOptions = options.withStyle(OutputStyle.PLAIN);
    if (Files.exists(folder.resolve(PRESSING))) {
      press();
    }
    this.tail = openTail();
    this.bytes = Files.size(folder.resolve(TAIL));
  }

  static ParquetFolder open(Path folder, SinkOptions options) throws IOException {
    return open(folder, PRESS_AT, options);
  }

  /** For tests, with another size of the tail. */
  static ParquetFolder open(Path folder, long pressAt, SinkOptions options) throws IOException {
    if (Files.isDirectory(folder)) {
      AtomicFile.sweep(folder);
    }
    return new ParquetFolder(folder, pressAt, options);
  }

  private ArticleSink openTail() throws IOException {
    return Sinks.open(Format.JSONL, folder.resolve(TAIL).toString(), tailOptions);
  }

  @Override
  public List<JournalEntry> recover(List<JournalEntry> journal) throws IOException {
    Set<String> pressed = pressed();
    // A place that says so was found out by an earlier run, which was killed as well.
    Predicate<JournalEntry> done =
        entry -> entry.place().equals(DONE) || pressed.contains(hash(entry));
    List<JournalEntry> left = journal.stream().filter(done.negate()).toList();
    List<JournalEntry> due = new ArrayList<>(tail.recover(left));
    List<JournalEntry> all = new ArrayList<>();
    for (JournalEntry entry : journal) {
      all.add(done.test(entry) ? new JournalEntry(DONE, entry.bytes()) : due.remove(0));
    }
    return all;
  }

  private Set<String> pressed() throws IOException {
    try {
      return new HashSet<>(Files.readAllLines(folder.resolve(PRESSED)));
    } catch (NoSuchFileException ignored) { // Nothing was pressed yet.
      return Set.of();
    }
  }

  private static String hash(JournalEntry entry) {
    return Sha256.of(new String(entry.bytes(), StandardCharsets.UTF_8).strip());
  }

  @Override
  public JournalEntry plan(Clip clip) throws IOException {
    return tail.plan(clip);
  }

  @Override
  public void accept(Clip clip) throws IOException {
    write(plan(clip));
    pressWhenLong();
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    if (!entry.place().equals(DONE)) {
      tail.write(entry);
      bytes += entry.bytes().length;
      written++;
    }
  }

  /** Who keeps a journal strikes what is forced, so at most one pressing lies behind a journal. */
  @Override
  public void force() throws IOException {
    tail.force();
    pressWhenLong();
  }

  private void pressWhenLong() throws IOException {
    if (bytes >= pressAt) {
      tail.close();
      press();
      tail = openTail();
      List<JournalEntry> none = tail.recover(List.of());
      assert none.isEmpty();
      bytes = 0;
    }
  }

  private void press() throws IOException {
    Path file = folder.resolve(TAIL);
    long length = Files.exists(file) ? Files.size(file) : 0;
    if (length > 0) {
      AtomicFile.write(
          folder.resolve(PRESSING), Long.toString(length).getBytes(StandardCharsets.UTF_8));
      AtomicFile.write(
          folder.resolve(PRESSED),
          String.join("\n", pressInto(file)).getBytes(StandardCharsets.UTF_8));
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(0);
        channel.force(true);
      }
    }
    Files.deleteIfExists(folder.resolve(PRESSING));
  }

  /** Returns the hashes of the lines that were pressed. */
  private List<String> pressInto(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    List<String> hashes = new ArrayList<>();
    try (ParquetParts parts = new ParquetParts(folder, name(file), partition);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode record = json.readTree(line);
        parts.add(record);
        hashes.add(Sha256.of(line.strip()));
      }
      parts.finish();
    } catch (LinkageError e) {
      throw new IOException(
          "Parquet needs the libraries parquet-hadoop and parquet-floor, which are not there", e);
    }
    return hashes;
  }

  /** The same tail gives the same name, so that a pressing that was killed is done over. */
  private static String name(Path file) throws IOException {
    return "part-" + Sha256.of(Files.readAllBytes(file)).substring(0, 16) + ".parquet";
  }

  @Override
  public @Nullable String summary() {
    return written == 0
        ? null
        : "wrote " + written + (written == 1 ? " record to " : " records to ") + folder;
  }

  @Override
  public Predicate<String> recorded() throws IOException {
    Predicate<String> appended = tail.recorded();
    Predicate<String> pressed = ParquetInputs.of(folder);
    return source -> appended.test(source) || pressed.test(source);
  }

  @Override
  public void close() throws IOException {
    tail.close();
    press();
  }
}
