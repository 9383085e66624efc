package org.coupure.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.file.WholeFile;

/** A file a record in one folder. A record that comes again replaces its file. */
final class FolderSink implements ArticleSink {
  private final Path folder;
  private final Function<Article, String> name;
  private final Rendering rendering;
  private long replaced;

  private FolderSink(Path folder, Function<Article, String> name, Rendering rendering) {
    this.folder = folder;
    this.name = name;
    this.rendering = rendering;
    WholeFile.sweep(folder);
  }

  /** Opens a folder whose files are named after their record's id. */
  static FolderSink named(Path folder, String suffix, Rendering rendering) throws IOException {
    makeFolder(folder);
    return new FolderSink(folder, article -> FileName.of(article.id()) + suffix, rendering);
  }

  /** Opens the clippings folder: {@code NNN_<16 hex>.txt}. */
  static FolderSink clippings(Path folder) throws IOException {
    makeFolder(folder);
    return new FolderSink(folder, ClippingNames.of(folder)::nameFor, PlainText::write);
  }

  static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Unwritable.folder(folder, e);
    }
  }

  @Override
  public void accept(Clip clip) throws IOException {
    byte[] bytes = rendering.write(clip);
    Path file = folder.resolve(name.apply(Records.articleOf(clip)));
    replaced += Files.exists(file) ? 1 : 0;
    write(file, bytes);
  }

  @Override
  public long replaced() {
    return replaced;
  }

  /** Writes {@code bytes} as a file that appears whole. */
  static void write(Path file, byte[] bytes) throws IOException {
    try {
      WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw Unwritable.file(file, e);
    }
  }

  @Override
  public void close() {
    // Every file is complete when its record was accepted.
  }
}
