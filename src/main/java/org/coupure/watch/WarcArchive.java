package org.coupure.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.coupure.Clipper;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.PageStore;
import org.coupure.watch.State.Archived;
import org.jspecify.annotations.Nullable;

/**
 * All pages that were fetched, as WARC files of a bounded size. A record is on the disk before its
 * article is delivered, and what a crash left half-written at a file's end is cut off. Thread-safe.
 */
final class WarcArchive implements Closeable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final long maxBytes;
  private final State state;
  private final Clock clock;
  private @Nullable Path file;
  private @Nullable PageStore store;

  private WarcArchive(Path folder, long maxBytes, State state, Clock clock) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.state = state;
    this.clock = clock;
  }

  /** Opens the archive in {@code folder}, going on with its last file. */
  static WarcArchive open(Path folder, long maxBytes, State state, Clock clock) throws IOException {
    Files.createDirectories(folder);
    WarcArchive archive = new WarcArchive(folder, maxBytes, state, clock);
    Optional<Archived> last = state.archive();
    if (last.isPresent()) {
      archive.resume(folder.resolve(last.get().file()), last.get().length());
    }
    return archive;
  }

  private void resume(Path last, long length) throws IOException {
    if (!Files.exists(last) || Files.size(last) < length) {
      // Somebody moved it away or touched it; a new file is always right.
      return;
    }
    try (FileChannel channel = FileChannel.open(last, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
    file = last;
    store = PageStore.open(last, Clipper.VERSION);
  }

  /** Keeps an answer; safe on the disk when this returns. */
  void save(Fetched.Answered answered) {
    save(answered, PageStore::save);
  }

  /** Keeps a feed, sitemap or index page; safe on the disk when this returns. */
  void saveListing(Fetched.Answered answered) {
    save(answered, PageStore::saveListing);
  }

  /** A way to keep an answer in a store. */
  private interface Keeping {
    void keep(PageStore store, Fetched.Answered answered) throws IOException;
  }

  private synchronized void save(Fetched.Answered answered, Keeping how) {
    try {
      PageStore open = store();
      how.keep(open, answered);
      Path current = java.util.Objects.requireNonNull(file);
      long length;
      try (FileChannel channel = FileChannel.open(current, StandardOpenOption.WRITE)) {
        channel.force(true);
        length = channel.size();
      }
      state.keep(new Archived(String.valueOf(current.getFileName()), length));
      if (length >= maxBytes) {
        close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PageStore store() throws IOException {
    PageStore open = store;
    if (open == null) {
      Path fresh = fresh(clock.instant());
      // Noted down before it is there, so that the next run finds what a crash leaves of it.
      state.keep(new Archived(String.valueOf(fresh.getFileName()), 0));
      state.secure();
      open = PageStore.open(fresh, Clipper.VERSION);
      file = fresh;
      store = open;
    }
    return open;
  }

  private Path fresh(Instant now) {
    String stem = "coupure-" + STAMP.format(now);
    for (int i = 0; ; i++) {
      Path candidate = folder.resolve(String.format(Locale.ROOT, "%s-%05d.warc.gz", stem, i));
      if (!Files.exists(candidate)) {
        return candidate;
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    PageStore open = store;
    store = null;
    if (open != null) {
      open.close();
    }
  }
}
