package org.coupure.sink;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Sha256;
import org.coupure.file.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a file a record, which appears whole or not at all. A place is the file's name. A
 * record that comes again replaces its file.
 */
final class ArticleFolder implements ArticleSink {
  /** In a place between the file's name and its length, when its record stands beside it. */
  private static final String SIDECAR = "//";

  private final Path folder;
  private final Format format;
  private final RecordBytes recordBytes;
  private final boolean journaled;
  private final FileStyle style;
  private final SourceNames sourceNames;

  /** The title of the first record of an id, for records that have no URL to tell them apart. */
  private final Map<String, String> titles = new HashMap<>();

  private final Set<Path> unforced = new LinkedHashSet<>();
  private @Nullable ClippingNames names;
  private long written;
  private long replaced;

  private ArticleFolder(Path folder, Format format, SinkOptions options) {
    this.folder = folder;
    this.format = format;
    this.recordBytes = Rendered.alone(format, options.style());
    this.journaled = options.journaled();
    this.style = options.style().files();
    this.sourceNames = new SourceNames(journaled);
  }

  static ArticleFolder open(Path folder, Format format, SinkOptions options) throws IOException {
    makeFolder(folder);
    if (!options.journaled()) {
      AtomicFile.sweep(folder);
    }
    return new ArticleFolder(folder, format, options);
  }

  static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Unwritable.folder(folder, e);
    }
  }

  /** A write that a kill interrupted is still in the journal, and left its half file here. */
  @Override
  public List<JournalEntry> recover(List<JournalEntry> journal) throws IOException {
    AtomicFile.sweep(
        folder,
        journal.stream()
            .map(entry -> entry.place().split(SIDECAR, 2)[0])
            .flatMap(name -> Stream.of(name, sidecar(Path.of(name)).toString()))
            .collect(toUnmodifiableSet()));
    return List.copyOf(journal);
  }

  @Override
  public JournalEntry plan(Clip clip) throws IOException {
    Article article = named(clip.requireArticle());
    byte[] main = recordBytes.write(clip);
    String name = name(article);
    if (!style.sidecar()) {
      return new JournalEntry(name, main);
    }
    byte[] record = Rendered.alone(Format.JSON, OutputStyle.PLAIN).write(clip);
    byte[] both = Arrays.copyOf(main, main.length + record.length);
    System.arraycopy(record, 0, both, main.length, record.length);
    return new JournalEntry(name + SIDECAR + main.length, both);
  }

  private String name(Article article) throws IOException {
    if (style.naming() == FileStyle.Naming.SOURCE) {
      return sourceNames.of(article.provenance().source()) + "." + format.suffix();
    }
    return format == Format.CLIPPINGS
        ? names().nameFor(article)
        : FileName.of(article.id()) + "." + format.suffix();
  }

  /**
   * Without a URL the id is the text's, and pages of one text and other titles would replace each
   * other: the later ones are named after their title, too.
   */
  private Article named(Article article) {
    if (article.place().url() != null || article.place().canonicalUrl() != null) {
      return article;
    }
    String title = Objects.requireNonNullElse(article.headline().title(), "");
    String first = titles.putIfAbsent(article.id(), title);
    return first == null || first.equals(title)
        ? article
        : article.withId(Sha256.of(article.id() + "\n" + title));
  }

  /** Looked up late, when the files of the journal are there. */
  private ClippingNames names() throws IOException {
    ClippingNames known = names;
    if (known == null) {
      known = ClippingNames.of(folder);
      names = known;
    }
    return known;
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    int mark = entry.place().indexOf(SIDECAR);
    Path file = folder.resolve(mark < 0 ? entry.place() : entry.place().substring(0, mark));
    replaced += Files.exists(file) ? 1 : 0;
    byte[] bytes = entry.bytes();
    if (mark >= 0) {
      int end = Integer.parseInt(entry.place().substring(mark + SIDECAR.length()));
      write(sidecar(file), Arrays.copyOfRange(bytes, end, bytes.length));
      bytes = Arrays.copyOf(bytes, end);
    }
    write(file, bytes);
    written++;
  }

  private Path sidecar(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(
        name.substring(0, name.length() - format.suffix().length()) + "json");
  }

  private void write(Path file, byte[] bytes) throws IOException {
    try {
      AtomicFile.write(file, bytes);
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
    if (journaled) {
      unforced.add(file);
    }
  }

  @Override
  public long replaced() {
    return replaced;
  }

  @Override
  public @Nullable String summary() {
    return WrittenSummary.of(false, written, folder);
  }

  /** A record that is written again is the same file, so only clippings of clippings are told. */
  @Override
  public Predicate<String> recorded() {
    return source -> {
      boolean numbered = format == Format.CLIPPINGS && style.naming() == FileStyle.Naming.ID;
      String name = numbered ? ClippingNames.sourceName(source) : null;
      return name != null && Files.exists(folder.resolve(name));
    };
  }

  @Override
  public void force() throws IOException {
    for (Path file : unforced) {
      // Somebody may have taken it away already, which is what clippings are for.
      if (Files.exists(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        } catch (IOException e) {
          throw Unwritable.file(file, e);
        }
      }
    }
    unforced.clear();
  }

  @Override
  public void close() {
    // Every file is complete when it was written.
  }
}
