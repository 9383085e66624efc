package org.coupure.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where raw pages are kept, so that a better rule means to clean again and not to fetch again. Safe
 * for any number of threads; what {@link #save} returned from is on its way to the disk.
 */
public sealed interface PageStore extends Closeable permits SavedFolder, SavedWarc {

  /**
   * Opens a store, which is made when it is not there and continued when it is.
   *
   * @param where a file whose name ends in {@code .warc.gz} or {@code .warc}, else a folder
   * @param version Coupure's version, noted in WARC files
   * @throws IOException when it can't be written, or a file stands where the folder should
   */
  static PageStore open(Path where, String version) throws IOException {
    String name = String.valueOf(where.getFileName()).toLowerCase(Locale.ROOT);
    boolean warc = name.endsWith(".warc.gz") || name.endsWith(".warc");
    return warc && !Files.isDirectory(where)
        ? SavedWarc.open(where, version)
        : SavedFolder.open(where);
  }

  /** Keeps one answer's page. */
  void save(Fetched.Answered answered) throws IOException;

  /**
   * Keeps a feed, sitemap or other list of pages as evidence; in a WARC file only, where it is
   * marked so that it is not taken for a page.
   */
  void saveListing(Fetched.Answered answered) throws IOException;
}
