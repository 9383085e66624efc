package org.coupure.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.page.Page;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.source.PageConsumer;
import org.coupure.source.PageSource;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.jspecify.annotations.Nullable;

/** The stored pages that rules are tried on: a file, a folder, an archive. Immutable. */
final class SitePages {
  /** Enough to see what a rule does to a site, and few enough to be tried while one waits. */
  static final int MOST = 50;

  /** More pages of other sites are not looked through for those of one. */
  private static final int MOST_LOOKED_AT = 5_000;

  private final @Nullable Path place;

  /** Makes the pages of a place; null has none. */
  SitePages(@Nullable Path place) {
    this.place = place;
  }

  boolean areThere() {
    return place != null;
  }

  /** Returns up to 50 pages of a host, without {@code www.}. */
  List<Page> of(@Nullable String host) throws IOException {
    List<Page> found = new ArrayList<>();
    if (place != null && host != null) {
      source(place).read(new Wanted(host, found));
    }
    return found;
  }

  /** Returns up to 50 pages of any host. */
  List<Page> some() throws IOException {
    List<Page> found = new ArrayList<>();
    if (place != null) {
      source(place).read(new Wanted(null, found));
    }
    return found;
  }

  /** What {@code fetch --save} writes has its pages' URLs in a list beside them. */
  private static PageSource source(Path place) {
    SourceOptions options = SourceOptions.of(Clipper.VERSION);
    Path list = place.resolve("index.jsonl");
    return Files.isRegularFile(list)
        ? Sources.manifest(list.toString(), InputStream.nullInputStream(), options)
        : Sources.of(List.of(place.toString()), InputStream.nullInputStream(), options);
  }

  private static final class Wanted implements PageConsumer {
    private final @Nullable String host;
    private final List<Page> found;
    private int seen;

    Wanted(@Nullable String host, List<Page> found) {
      this.host = host;
      this.found = found;
    }

    @Override
    public boolean page(Page page) {
      seen++;
      String its = Url.host(page.url());
      if (host == null || (its != null && host.equals(Site.withoutWww(its)))) {
        found.add(page);
      }
      return found.size() < MOST && seen < MOST_LOOKED_AT;
    }

    @Override
    public boolean failed(Clip clip) {
      return true;
    }
  }
}
