package org.coupure.fetch;

/** What a request is for: it decides what is asked for, accepted and read. */
public enum Purpose {
  /** A page of text. */
  PAGE("text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.5", Integer.MAX_VALUE),
  /** RSS, Atom or JSON Feed. The largest of the feeds seen have 5 MB. */
  FEED(
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.9, */*;q=0.5",
      10_000_000),
  /** A sitemap or an index of them; sitemaps.org allows them 50 MB. */
  SITEMAP("application/xml, text/xml, text/plain;q=0.8, */*;q=0.5", 50 << 20),
  /** A robots.txt; RFC 9309 section 2.5 wants 500 KiB read, and what follows is left out. */
  ROBOTS("text/plain, */*;q=0.5", 500 << 10),
  /** A site's statement of its rights, {@code /.well-known/tdmrep.json}. */
  RIGHTS("application/json, */*;q=0.5", 500 << 10);

  private final String accept;
  private final int mostBytes;

  Purpose(String accept, int mostBytes) {
    this.accept = accept;
    this.mostBytes = mostBytes;
  }

  /** HTML first, but anything rather than a 406: what came is checked all the same. */
  String accept() {
    return accept;
  }

  /** Returns whether it is a file about the whole site, of which the beginning will do. */
  boolean isOfSite() {
    return this == ROBOTS || this == RIGHTS;
  }

  int mostBytes() {
    return mostBytes;
  }
}
