package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import org.coupure.byline.SiteNames;
import org.coupure.json.Json;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/** Finds the part of its site that an article is in. */
final class SiteSection {
  /** Longer names are headlines. Chosen. */
  private static final int MAX_NAME = 60;

  private static final List<String> NAMES = MetaNames.of("section");

  private final Head head;
  private final LinkedData data;
  private final @Nullable Thing main;
  private final SiteNames site;

  SiteSection(Head head, LinkedData data, @Nullable Thing main, SiteNames site) {
    this.head = head;
    this.data = data;
    this.main = main;
    this.site = site;
  }

  /**
   * Returns the section, or null.
   *
   * @param item what the microdata around the headline say
   * @param crumbs the links of the visible path to the page, outermost first
   */
  @Nullable Found<String> find(Microdata item, List<String> crumbs) {
    return Found.first(
        List.of(
            this::meta,
            () -> named(main == null ? null : main.json().text("articleSection"), "json-ld"),
            () -> named(item.section(), "microdata"),
            this::linkedBreadcrumb,
            () -> shown(crumbs)));
  }

  private @Nullable Found<String> meta() {
    for (String name : NAMES) {
      String value = head.meta(name);
      if (value != null && isName(value)) {
        return Found.of(Text.plain(value), new RawValue(value, "meta", name));
      }
    }
    return null;
  }

  private @Nullable Found<String> named(@Nullable String value, String from) {
    return value == null || !isName(value)
        ? null
        : Found.of(Text.plain(value), new RawValue(value, from, "articleSection"));
  }

  private @Nullable Found<String> shown(List<String> crumbs) {
    for (int i = crumbs.size() - 1; i >= 0; i--) {
      String crumb = crumbs.get(i);
      if (isName(crumb)) {
        return Found.of(Text.plain(crumb), new RawValue(crumb, "text", "breadcrumb"));
      }
    }
    return null;
  }

  private boolean isName(String value) {
    String plain = Text.plain(value);
    return !plain.isEmpty()
        && plain.length() <= MAX_NAME
        && !Url.isHttp(plain)
        && !site.isExactly(plain);
  }

  /** The last crumb that is neither the page itself nor the site. */
  private @Nullable Found<String> linkedBreadcrumb() {
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
        if (isName(crumbs.get(i))) {
          return Found.of(crumbs.get(i), new RawValue(crumbs.get(i), "json-ld", "BreadcrumbList"));
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
}
