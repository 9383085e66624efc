package org.coupure.sink;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
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
  private final Path folder;
  private final Format format;
  private final RecordBytes recordBytes;
  private final boolean journaled;

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
        folder, journal.stream().map(JournalEntry::place).collect(toUnmodifiableSet()));
    return List.copyOf(journal);
  }

  @Override
  public JournalEntry plan(Clip clip) throws IOException {
    Article article = named(clip.requireArticle());
    String name =
        format == Format.CLIPPINGS
            ? names().nameFor(article)
            : FileName.of(article.id()) + "." + format.code();
    return new JournalEntry(name, recordBytes.write(clip));
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
    Path file = folder.resolve(entry.place());
    replaced += Files.exists(file) ? 1 : 0;
    try {
      AtomicFile.write(file, entry.bytes());
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
    written++;
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
      String name = format == Format.CLIPPINGS ? ClippingNames.sourceName(source) : null;
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
