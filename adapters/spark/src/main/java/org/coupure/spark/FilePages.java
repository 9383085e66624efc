package org.coupure.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.source.PageIterator;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.jspecify.annotations.Nullable;

/** The pages of a task's files, one file open at a time. Not thread-safe; to be closed. */
final class FilePages implements Iterator<PlacedEntry>, AutoCloseable {
  private final Iterator<InputFile> files;
  private final Configuration hadoop;

  private @Nullable InputFile file;
  private @Nullable PageIterator pages;
  private @Nullable InputStream stream;
  private java.nio.file.@Nullable Path copy;
  private @Nullable PlacedEntry next;
  private long entry;

  FilePages(List<InputFile> files, Configuration hadoop) {
    this.files = files.iterator();
    this.hadoop = hadoop;
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      if (file == null) {
        if (!files.hasNext()) {
          return false;
        }
        open(files.next());
      } else {
        read(file);
      }
    }
    return true;
  }

  @Override
  public PlacedEntry next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    PlacedEntry given = next;
    next = null;
    return given;
  }

  private void open(InputFile opened) {
    file = opened;
    entry = 0;
    SourceOptions options = SourceOptions.of(Clipper.VERSION).withName(opened.name());
    try {
      Path path = new Path(opened.path());
      InputStream in = path.getFileSystem(hadoop).open(path);
      stream = in;
      if (opened.name().endsWith(".wacz")) {
        // Its list of pages stands at its end, so it must be a file.
        copy = Files.createTempFile("coupure", ".wacz");
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        pages = Sources.of(List.of(copy.toString()), in, options).pull();
      } else {
        pages =
            (opened.named()
                    ? Sources.of(List.of("-"), in, options)
                    : Sources.inFolder(in, options))
                .pull();
      }
    } catch (IOException e) {
      fail(opened, e);
    }
  }

  private void read(InputFile from) {
    try {
      if (pages != null && pages.hasNext()) {
        next = new PlacedEntry(from.number(), entry++, pages.next());
        return;
      }
    } catch (RuntimeException e) {
      fail(from, e);
      return;
    }
    close();
  }

  /** A file that can't be read is one outcome, and the task goes on. */
  private void fail(InputFile from, Exception why) {
    close();
    Clip clip = Clip.failed(from.name(), Reason.UNREADABLE, "can't be read: " + why.getMessage());
    next = new PlacedEntry(from.number(), entry++, new PageIterator.Unread(clip));
  }

  @Override
  public void close() {
    file = null;
    if (pages != null) {
      pages.close();
      pages = null;
    }
    try {
      if (stream != null) {
        stream.close();
      }
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException ignored) {
      // Everything wanted was read.
    }
    stream = null;
    copy = null;
  }
}
