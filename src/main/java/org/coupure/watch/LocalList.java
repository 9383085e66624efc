package org.coupure.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coupure.discover.Canonical;
import org.coupure.discover.Listing;
import org.coupure.discover.ListingReader;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;

/** Reads lists of URLs, feeds and sitemaps that are files on this computer. Pure functions. */
final class LocalList {
  /**
   * Links of a file are absolute; a listing's reader wants to know against what it reads others.
   */
  private static final String BASE = "https://list.invalid/";

  private LocalList() {}

  static Listing read(Path file) throws IOException {
    Page page = Page.builder(file.toString(), Files.readAllBytes(file)).url(BASE).build();
    return new ListingReader(Canonical.bundled(), new PageReader(Limits.DEFAULT)::read).read(page);
  }
}
