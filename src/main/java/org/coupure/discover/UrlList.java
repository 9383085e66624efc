package org.coupure.discover;

import java.util.List;
import org.coupure.discover.Listing.Kind;
import org.coupure.page.Url;

/**
 * URLs as plain text: one a line, {@code #} begins a comment, what follows a blank is the page's
 * title.
 */
final class UrlList {
  private UrlList() {}

  static boolean looksLikeOne(String text) {
    for (String line : text.lines().limit(50).toList()) {
      String clean = line.strip();
      if (!clean.isEmpty() && !clean.startsWith("#")) {
        return Url.parse(clean.split("\\s", 2)[0]) != null;
      }
    }
    return false;
  }

  static Listing read(String text, LinkList links) {
    int bad = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String clean = line.strip();
      if (!clean.isEmpty() && !clean.startsWith("#")) {
        String[] parts = clean.split("\\s+", 2);
        if (Url.parse(parts[0]) == null) {
          bad++;
        } else {
          links.add(parts[0], parts.length > 1 ? parts[1] : null, null, null, null);
        }
      }
    }
    String complaint =
        bad == 0 ? links.complaint() : bad + (bad == 1 ? " line is" : " lines are") + " no URL";
    return new Listing(Kind.URL_LIST, links.links(), List.of(), complaint);
  }
}
