package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.coupure.block.Block;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place that may say who wrote it, be it an element that is marked as a byline or a block of
 * text.
 *
 * @param text what it says
 * @param found the same as evidence
 */
record Candidate(String text, Found found) {
  /**
   * Returns the bylines near the headline that belong to no other article, in their order.
   *
   * @param text what reads an element
   */
  static List<Candidate> marked(
      Survey survey, @Nullable Spot headline, Function<Element, String> text) {
    List<Candidate> marked = new ArrayList<>();
    for (Spot spot : survey.bylines) {
      if (ShownAuthors.isNear(spot, headline) && !ShownAuthors.isOfCard(spot)) {
        String says = text.apply(spot.element());
        marked.add(new Candidate(says, found(spot, says)));
      }
    }
    return marked;
  }

  /** Returns the lines around the headline, in the order of their nearness. */
  static List<Candidate> lines(HeadlineArea area, boolean below) {
    List<Candidate> lines = new ArrayList<>();
    for (Block block : area.lines()) {
      if (!below || block.index() > area.headline()) {
        lines.add(new Candidate(block.text(), found(block)));
      }
    }
    return lines;
  }

  /** Returns the evidence of an element. */
  static Found found(Spot spot, String text) {
    return new Found(text, "byline", spot.path());
  }

  /** Returns the evidence of a block. */
  static Found found(Block block) {
    return new Found(block.text(), "byline", "block " + block.index());
  }
}
