package org.coupure.block;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds the blocks inside boxes that ask for consent, by the names their makers gave them. */
final class ConsentBoxes {
  private static final Set<String> NAMES =
      Set.of(
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "rgpd",
          "dsgvo",
          "ccpa",
          "onetrust",
          "didomi",
          "usercentrics",
          "sourcepoint",
          "quantcast",
          "cookiebot");

  private ConsentBoxes() {}

  /** Returns for each block whether such a box holds it. */
  static boolean[] blocks(Blocks page) {
    Outline outline = page.outline();
    Map<String, Boolean> known = new HashMap<>();
    boolean[] inside = new boolean[outline.size()];
    boolean[] blocks = new boolean[page.list().size()];
    // The body is named after what hangs over it, so it is no box itself.
    for (int row = 1; row < inside.length; row++) {
      Element element = outline.element(row);
      inside[row] =
          inside[outline.parent(row)]
              || (element.attributesSize() > 0
                  && (known.computeIfAbsent(element.attr("class"), ConsentBoxes::tells)
                      || known.computeIfAbsent(element.attr("id"), ConsentBoxes::tells)));
    }
    for (Block block : page.list()) {
      blocks[block.index()] = block.row() >= 0 && inside[block.row()];
    }
    return blocks;
  }

  private static boolean tells(String attribute) {
    for (String word : attribute.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      if (NAMES.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
