package org.coupure.sink;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.article.Clip;
import org.jspecify.annotations.Nullable;

/**
 * Lines in several files: one a day, or a new one when the last has reached its size. A place is
 * the file's name, a slash, and the place in it.
 */
final class RotatedFiles implements ArticleSink {
  /** The placeholder of the day in the name of an output. */
  static final String DATE = "{date}";

  /** The file name's part for pages without a capture date. */
  private static final String UNDATED = "undated";

  /** More files are not kept open; captures of a year in any order would be too many. */
  private static final int MOST_OPEN = 16;

  private final Path folder;
  private final String before;
  private final String after;
  private final long bytes;
  private final SinkOptions options;
  private final Map<String, GrowingFile> open = new LinkedHashMap<>(16, 0.75f, true);
  private final TreeSet<String> touched = new TreeSet<>();
  private int number = 1;
  private long written;

  private RotatedFiles(Path file, long bytes, SinkOptions options) {
    Path parent = file.toAbsolutePath().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
    this.bytes = bytes;
    this.options = options;
    String name = String.valueOf(file.getFileName());
    int date = name.indexOf(DATE);
    // Without a mark the day or number stands before all that ends the name: a-000001.jsonl.gz.
    int end = Format.JSONL.suffixStart(name);
    this.before = date < 0 ? name.substring(0, end) + "-" : name.substring(0, date);
    this.after = date < 0 ? name.substring(end) : name.substring(date + DATE.length());
  }

  /**
   * Opens the files that {@code file} stands for.
   *
   * @param bytes the size that ends a file; 0 for a file a day
   */
  static RotatedFiles open(Path file, long bytes, SinkOptions options) throws IOException {
    RotatedFiles files = new RotatedFiles(file, bytes, options);
    ArticleFolder.makeFolder(files.folder);
    files.number = files.last();
    return files;
  }

  private int last() throws IOException {
    int last = 1;
    for (String name : present()) {
      String middle = name.substring(before.length(), name.length() - after.length());
      if (bytes > 0 && middle.matches("[0-9]{6,9}")) {
        last = Math.max(last, Integer.parseInt(middle));
      }
    }
    return last;
  }

  private List<String> present() throws IOException {
    Pattern own =
        Pattern.compile(
            Pattern.quote(before)
                + (bytes > 0 ? "[0-9]{6,9}" : "([0-9]{4}-[0-9]{2}-[0-9]{2}|undated)")
                + Pattern.quote(after));
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = own.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          names.add(name.group());
        }
      }
    }
    return names;
  }

  private GrowingFile file(String name, List<JournalEntry> journal) throws IOException {
    GrowingFile known = open.get(name);
    if (known != null) {
      return known;
    }
    if (open.size() >= MOST_OPEN) {
      closeEldest();
    }
    GrowingFile opened = GrowingFile.open(folder.resolve(name), Format.JSONL, options);
    open.put(name, opened);
    touched.add(name);
    if (journal.isEmpty()) {
      List<JournalEntry> none = opened.recover(List.of());
      assert none.isEmpty();
    }
    return opened;
  }

  /** A file with planned writes must stay open. */
  private void closeEldest() throws IOException {
    for (Map.Entry<String, GrowingFile> entry : open.entrySet()) {
      if (!entry.getValue().isPending()) {
        entry.getValue().close();
        open.remove(entry.getKey());
        return;
      }
    }
  }

  @Override
  public List<JournalEntry> recover(List<JournalEntry> journal) throws IOException {
    Map<String, List<JournalEntry>> byFile = new LinkedHashMap<>();
    for (JournalEntry entry : journal) {
      byFile.computeIfAbsent(name(entry), name -> new ArrayList<>()).add(inner(entry));
    }
    Map<String, List<JournalEntry>> due = new LinkedHashMap<>();
    for (Map.Entry<String, List<JournalEntry>> entries : byFile.entrySet()) {
      GrowingFile file = file(entries.getKey(), entries.getValue());
      due.put(entries.getKey(), new ArrayList<>(file.recover(entries.getValue())));
    }
    List<JournalEntry> all = new ArrayList<>();
    for (JournalEntry entry : journal) {
      String name = name(entry);
      all.add(outer(name, due.getOrDefault(name, List.of()).remove(0)));
    }
    return all;
  }

  private static String name(JournalEntry entry) {
    return entry.place().substring(0, entry.place().lastIndexOf('/'));
  }

  private static JournalEntry inner(JournalEntry entry) {
    String place = entry.place();
    return new JournalEntry(place.substring(place.lastIndexOf('/') + 1), entry.bytes());
  }

  private static JournalEntry outer(String name, JournalEntry entry) {
    return new JournalEntry(name + "/" + entry.place(), entry.bytes());
  }

  @Override
  public JournalEntry plan(Clip clip) throws IOException {
    String name = before + middle(clip) + after;
    return outer(name, file(name, List.of()).plan(clip));
  }

  private String middle(Clip clip) throws IOException {
    if (bytes == 0) {
      Instant captured = clip.requireArticle().dates().captured();
      return captured == null ? UNDATED : captured.toString().substring(0, "2026-01-01".length());
    }
    if (file(before + numbered() + after, List.of()).size() >= bytes) {
      number++;
    }
    return numbered();
  }

  private String numbered() {
    return String.format(Locale.ROOT, "%06d", number);
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    file(name(entry), List.of()).write(inner(entry));
    written++;
  }

  @Override
  public void force() throws IOException {
    for (GrowingFile file : open.values()) {
      file.force();
    }
  }

  @Override
  public @Nullable String summary() {
    Object files =
        touched.size() == 1
            ? folder.resolve(touched.first())
            : touched.size() + " files in " + folder;
    return WrittenSummary.of(false, written, files);
  }

  @Override
  public Predicate<String> recorded() throws IOException {
    List<Predicate<String>> tests = new ArrayList<>();
    for (String name : present()) {
      tests.add(RecordedInputs.ofLines(folder.resolve(name)));
    }
    return source -> tests.stream().anyMatch(test -> test.test(source));
  }

  @Override
  public void close() throws IOException {
    for (GrowingFile file : open.values()) {
      file.close();
    }
    open.clear();
  }
}
