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
record Candidate(String text, RawValue found) {
  /**
   * Returns the bylines near the headline that belong to no other article, in their order.
   *
   * @param text what reads an element
   */
  static List<Candidate> marked(
      PageScan scan, @Nullable MarkedElement headline, Function<Element, String> text) {
    List<Candidate> marked = new ArrayList<>();
    for (MarkedElement element : scan.bylines) {
      if (VisibleAuthors.isNear(element, headline) && !VisibleAuthors.isOfCard(element)) {
        String says = text.apply(element.element());
        marked.add(new Candidate(says, found(element, says)));
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
  static RawValue found(MarkedElement element, String text) {
    return new RawValue(text, "byline", element.path());
  }

  /** Returns the evidence of a block. */
  static RawValue found(Block block) {
    return new RawValue(block.text(), "byline", "block " + block.index());
  }
}
