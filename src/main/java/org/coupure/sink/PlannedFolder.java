package org.coupure.sink;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.file.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a file a record, which appears whole or not at all. A place is the file's name. A
 * record that comes again replaces its file.
 */
final class PlannedFolder implements PlannedSink {
  private final Path folder;
  private final Format format;
  private final Rendered rendered;
  private final Set<Path> unforced = new LinkedHashSet<>();
  private @Nullable ClippingNames names;

  private PlannedFolder(Path folder, Format format) {
    this.folder = folder;
    this.format = format;
    this.rendered = Rendered.of(format);
  }

  static PlannedFolder open(Path folder, Format format) throws IOException {
    FolderSink.makeFolder(folder);
    return new PlannedFolder(folder, format);
  }

  /** A write that a kill interrupted is still in the journal, and left its half file here. */
  @Override
  public List<Piece> recover(List<Piece> journal) throws IOException {
    WholeFile.sweep(folder, journal.stream().map(Piece::place).collect(toUnmodifiableSet()));
    return List.copyOf(journal);
  }

  @Override
  public Piece plan(Clip clip) throws IOException {
    Article article = Records.articleOf(clip);
    String name =
        format == Format.CLIPPINGS
            ? names().nameFor(article)
            : FileName.of(article.id()) + "." + format.code();
    return new Piece(name, rendered.rendering().write(clip));
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
  public void write(Piece piece) throws IOException {
    Path file = folder.resolve(piece.place());
    FolderSink.write(file, piece.bytes());
    unforced.add(file);
  }

  @Override
  public void force() throws IOException {
    for (Path file : unforced) {
      // Somebody may have taken it away already, which is what clippings are for.
      if (Files.exists(file)) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
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
