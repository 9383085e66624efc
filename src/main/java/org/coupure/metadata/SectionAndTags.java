package org.coupure.metadata;

import java.util.ArrayList;
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

/** Reads where an article stands: canonical URL, site, section; and its tags. */
final class SectionAndTags {
  private static final int MAX_TAGS = 30;
  private static final int MAX_TAG = 60;
  private static final int MAX_NAME = 100;

  private static final List<String> SECTIONS = MetaNames.of("section");
  private static final List<String> TAGS = MetaNames.of("tags");

  private final Head head;
  private final LinkedData data;
  private final @Nullable Thing main;
  private final Microdata item;
  private final EvidenceLog log;

  SectionAndTags(
      Head head, LinkedData data, @Nullable Thing main, Microdata item, EvidenceLog log) {
    this.head = head;
    this.data = data;
    this.main = main;
    this.item = item;
    this.log = log;
  }

  /**
   * Returns the place of the page that was captured from {@code url}.
   *
   * @param crumbs the links of the visible path to it, outermost first
   */
  WebLocation place(@Nullable String url, SiteNames site, List<String> crumbs) {
    String section = section(site);
    return new WebLocation(
        url, canonical(url), name(site), section == null ? visible(crumbs, site) : section);
  }

  /**
   * The page's own URL; one of another site is believed only when nobody knows where the page was
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

  private @Nullable String section(SiteNames site) {
    for (String meta : SECTIONS) {
      String value = head.meta(meta);
      if (value != null && isName(value, site)) {
        log.add("section", "meta", meta, value);
        return Text.plain(value);
      }
    }
    String linked = main == null ? null : main.json().text("articleSection");
    if (linked != null && isName(linked, site)) {
      log.add("section", "json-ld", "articleSection", linked);
      return Text.plain(linked);
    }
    String own = item.section();
    if (own != null && isName(own, site)) {
      log.add("section", "microdata", "articleSection", own);
      return Text.plain(own);
    }
    return breadcrumb(site);
  }

  private @Nullable String visible(List<String> crumbs, SiteNames site) {
    for (int i = crumbs.size() - 1; i >= 0; i--) {
      if (isName(crumbs.get(i), site)) {
        log.add("section", "text", "breadcrumb", crumbs.get(i));
        return Text.plain(crumbs.get(i));
      }
    }
    return null;
  }

  private static boolean isName(String value, SiteNames site) {
    String plain = Text.plain(value);
    return !plain.isEmpty()
        && plain.length() <= MAX_TAG
        && !Url.isHttp(plain)
        && !site.isExactly(plain);
  }

  /** The last crumb that is neither the page itself nor the site. */
  private @Nullable String breadcrumb(SiteNames site) {
    for (Thing thing : data.things()) {
      if (!thing.is("BreadcrumbList")) {
        continue;
      }
      List<String> crumbs = new ArrayList<>();
      for (Json item : thing.json().all("itemListElement")) {
        String name = crumb(item);
        if (name != null) {
          crumbs.add(name);
        }
      }
      for (int i = crumbs.size() - 2; i >= 1; i--) {
        if (isName(crumbs.get(i), site)) {
          log.add("section", "json-ld", "BreadcrumbList", crumbs.get(i));
          return crumbs.get(i);
        }
      }
    }
    return null;
  }

  private @Nullable String crumb(Json item) {
    String name = item.text("name");
    Json inner = item.get("item");
    if (name == null && inner != null) {
      name = data.resolve(inner).text("name");
    }
    return name == null ? null : Text.plain(name);
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
