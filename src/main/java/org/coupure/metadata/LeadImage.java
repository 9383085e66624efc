package org.coupure.metadata;

import java.util.List;
import org.coupure.article.Image;
import org.coupure.json.Json;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/** Finds the picture that the page puts before itself. */
final class LeadImage {
  private static final int MAX_CAPTION = 600;

  private LeadImage() {}

  /** Returns the lead image with its caption where structured data has one, or null. */
  static @Nullable Found<Image> find(
      Head head, LinkedData data, @Nullable Thing main, Microdata item, @Nullable String base) {
    Image linked = main == null ? null : linked(data, main.json(), base);
    return Found.first(
        List.of(
            () -> meta(head, linked, base),
            () ->
                linked == null
                    ? null
                    : Found.of(linked, new RawValue(linked.url(), "json-ld", "image")),
            () -> item.image(base)));
  }

  private static @Nullable Found<Image> meta(
      Head head, @Nullable Image linked, @Nullable String base) {
    for (String name : MetaNames.of("image")) {
      String raw = head.meta(name);
      String url = raw == null ? null : Url.absolute(raw, base);
      if (raw != null && url != null) {
        boolean same = linked != null && Url.pageKey(linked.url()).equals(Url.pageKey(url));
        Image image =
            same && linked != null
                ? new Image(url, linked.caption(), linked.credit())
                : new Image(url, null, null);
        return Found.of(image, new RawValue(raw, "meta", name));
      }
    }
    return null;
  }

  private static @Nullable Image linked(LinkedData data, Json main, @Nullable String base) {
    for (Json image : data.all(main, "image")) {
      String raw = image.text();
      if (raw == null) {
        raw = image.text("url") != null ? image.text("url") : image.text("contentUrl");
      }
      String url = raw == null ? null : Url.absolute(raw, base);
      if (url != null) {
        return new Image(url, caption(image, "caption"), caption(image, "creditText"));
      }
    }
    return null;
  }

  private static @Nullable String caption(Json image, String member) {
    String raw = image.text(member);
    String plain = raw == null ? "" : Text.plain(raw);
    return plain.isEmpty() || plain.length() > MAX_CAPTION ? null : plain;
  }
}
