package org.coupure.metadata;

import java.util.List;
import org.coupure.json.Json;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/**
 * Finds the thing of the structured data that the page is about, among those that it only lists: by
 * its type, by its headline against the page's titles, by its URL.
 */
final class MainEntity {
  private MainEntity() {}

  /**
   * Returns the thing that the page is about, or null when there is none or nobody can tell which.
   *
   * @param titles what the page calls itself elsewhere, as keys
   * @param urls the page's own URLs
   */
  static @Nullable Thing find(LinkedData data, List<String> titles, List<String> urls) {
    Thing best = null;
    double bestScore = 0;
    for (Thing thing : data.things()) {
      int rank = thing.rank();
      if (rank == 0) {
        continue;
      }
      double score = rank + match(thing, titles, urls) - (thing.listed() ? 4 : 0);
      if (score > bestScore) {
        best = thing;
        bestScore = score;
      }
    }
    return best;
  }

  private static double match(Thing thing, List<String> titles, List<String> urls) {
    Json json = thing.json();
    double match = 0;
    String headline = json.text("headline");
    String name = headline != null ? headline : json.text("name");
    if (name != null && !titles.isEmpty()) {
      double likeness = 0;
      String key = Text.key(Text.plain(name));
      for (String title : titles) {
        likeness = Math.max(likeness, TitleSimilarity.ofKeys(key, title));
      }
      // A headline unlike every title of the page is another article's.
      match += likeness > 0.5 ? 3 * likeness : thing.rank() == 5 ? -1 : -thing.rank() + 1;
    }
    return match + (isAt(json, urls) ? 2 : 0);
  }

  private static boolean isAt(Json json, List<String> urls) {
    for (String member : List.of("url", "mainEntityOfPage", "@id")) {
      Json value = json.get(member);
      String url = value == null ? null : value.text();
      if (url == null && value != null) {
        url = value.text("@id");
      }
      if (url != null && urls.contains(Url.pageKey(url))) {
        return true;
      }
    }
    return false;
  }
}
