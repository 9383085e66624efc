package org.coupure.discover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/** Collects links, each page once, up to a limit. Not thread-safe. */
final class LinkList {
  /** A headline is a line; what is longer is the whole text in the wrong place. */
  private static final int TITLE = 500;

  private final Url base;
  private final Canonical canonical;
  private final int limit;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
  private boolean full;

  LinkList(Url base, Canonical canonical, int limit) {
    this.base = base;
    this.canonical = canonical;
    this.limit = limit;
  }

  /** Adds a page, unless its URL is none; a URL that came before is left as it was. */
  void add(
      @Nullable String url,
      @Nullable String title,
      @Nullable Instant published,
      @Nullable Instant modified,
      @Nullable String language) {
    add(url, title, published, modified, language, ItemMetadata.NONE);
  }

  /** Adds a page of which {@code item} is said, too. */
  void add(
      @Nullable String url,
      @Nullable String title,
      @Nullable Instant published,
      @Nullable Instant modified,
      @Nullable String language,
      ItemMetadata item) {
    Url found = url == null ? null : base.resolve(url);
    if (found == null) {
      return;
    }
    String clean = canonical.clean(found).toString();
    if (links.size() >= limit && !places.containsKey(clean)) {
      full = true;
      return;
    }
    if (places.putIfAbsent(clean, links.size()) == null) {
      links.add(new Link(clean, title(title), published, modified, language(language), item));
    }
  }

  List<Link> links() {
    return links;
  }

  boolean isEmpty() {
    return links.isEmpty();
  }

  /** Returns what to say when there were more links than wanted, or null. */
  @Nullable String complaint() {
    return full ? "more than " + limit + " links; the rest was left out" : null;
  }

  private static @Nullable String title(@Nullable String text) {
    String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? null : line.substring(0, Math.min(TITLE, line.length()));
  }

  private static @Nullable String language(@Nullable String tag) {
    String clean = tag == null ? "" : tag.strip().replace('_', '-');
    return clean.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}") ? clean : null;
  }
}
