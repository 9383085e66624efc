package org.coupure.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.article.WebLocation;
import org.coupure.byline.SiteNames;
import org.coupure.json.Json;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/** Reads where an article stands: canonical URL and site; and its tags. */
final class PlaceAndTags {
  private static final int MAX_TAGS = 30;
  private static final int MAX_TAG = 60;
  private static final int MAX_NAME = 100;

  private static final List<String> TAGS = MetaNames.of("tags");

  private final Head head;
  private final @Nullable Thing main;
  private final Microdata item;
  private final EvidenceLog log;

  PlaceAndTags(Head head, @Nullable Thing main, Microdata item, EvidenceLog log) {
    this.head = head;
    this.main = main;
    this.item = item;
    this.log = log;
  }

  /** Returns the place of the page that was captured from {@code url}, without its section. */
  WebLocation place(@Nullable String url, SiteNames site) {
    return new WebLocation(url, canonical(url), name(site), null);
  }

  /**
   * The page's own URL; one of another site is used only when it is not known where the page was
   * captured, because syndicated copies and careless themes point elsewhere.
   */
  private @Nullable String canonical(@Nullable String url) {
    String link = plausible(head.canonical(), url);
    if (link != null) {
      log.add("canonicalUrl", "meta", "link[rel=canonical]", head.canonical());
      return link;
    }
    String graph = plausible(head.meta("og:url"), url);
    if (graph != null) {
      log.add("canonicalUrl", "meta", "og:url", head.meta("og:url"));
    }
    return graph;
  }

  private static @Nullable String plausible(@Nullable String stated, @Nullable String url) {
    // Archives of the web rewrite the URLs of what they copied.
    String absolute = stated == null ? null : Url.original(Url.absolute(stated, url));
    String host = Url.host(absolute);
    if (absolute == null || host == null || host.indexOf('.') < 0) {
      return null;
    }
    String own = Url.host(Url.original(url));
    if (own == null) {
      return absolute;
    }
    // An article is not at the URL of a front page.
    boolean front = Url.isHome(absolute) && !Url.isHome(Url.original(url));
    return !front && Site.isSameOwner(own, host) ? absolute : null;
  }

  private @Nullable String name(SiteNames site) {
    String name = site.name();
    if (name == null || name.length() > MAX_NAME) {
      return null;
    }
    log.add("site", "meta", "site name", name);
    return name;
  }

  /** Returns the page's keywords, in its order, one spelling each. */
  List<String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String meta : TAGS) {
      for (String value : head.metas(meta)) {
        add(tags, value, "meta", meta);
      }
    }
    if (main != null) {
      for (Json keyword : main.json().all("keywords")) {
        String value = keyword.text() != null ? keyword.text() : keyword.text("name");
        if (value != null) {
          add(tags, value, "json-ld", "keywords");
        }
      }
    }
    for (String keyword : item.keywords()) {
      add(tags, keyword, "microdata", "keywords");
    }
    return List.copyOf(tags.values());
  }

  private void add(Map<String, String> tags, String value, String from, String where) {
    String plain = Text.plain(value);
    String separator = plain.indexOf(',') >= 0 ? "," : plain.indexOf(';') >= 0 ? ";" : null;
    boolean added = false;
    for (String part : separator == null ? new String[] {plain} : plain.split(separator, -1)) {
      String tag = part.strip();
      boolean fits = !tag.isEmpty() && tag.length() <= MAX_TAG && !Url.isHttp(tag);
      if (fits && tags.size() < MAX_TAGS) {
        added |= tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag) == null;
      }
    }
    if (added) {
      log.add("tags", from, where, value);
    }
  }
}
