package org.coupure.metadata;

import java.util.List;
import org.coupure.article.Moment;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.jspecify.annotations.Nullable;

/** When a page's structured data and meta elements say that it was published and changed. */
final class StatedDates {
  private static final List<String> PUBLISHED = MetaNames.of("published");
  private static final List<String> MODIFIED = MetaNames.of("modified");

  private final PlausibleDates dates;
  private final Head head;
  private final @Nullable Thing main;

  StatedDates(PlausibleDates dates, Head head, @Nullable Thing main) {
    this.dates = dates;
    this.head = head;
    this.main = main;
  }

  /** Returns when the article was published, by its own data before those of a film on it. */
  @Nullable Found<Moment> published() {
    boolean work = main != null && main.rank() >= Thing.WORK;
    return Found.first(
        List.of(
            () -> work ? linked("datePublished") : null,
            () -> meta(PUBLISHED),
            // When a film was put on the site says little about the article around it.
            () -> work ? linked("uploadDate", "dateCreated") : null));
  }

  /** Returns when the thing was published that the page is about, whatever it is. */
  @Nullable Found<Moment> ofAnyThing() {
    return linked("datePublished");
  }

  /** Returns when it was changed. */
  @Nullable Found<Moment> modified() {
    return Found.first(List.of(() -> linked("dateModified"), () -> meta(MODIFIED)));
  }

  private @Nullable Found<Moment> linked(String... members) {
    for (String member : members) {
      String raw = main == null ? null : main.json().text(member);
      Found<Moment> found = raw == null ? null : dates.read(raw, "json-ld", member);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Found<Moment> meta(List<String> names) {
    for (String name : names) {
      String raw = head.meta(name);
      Found<Moment> found = raw == null ? null : dates.read(raw, "meta", name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
