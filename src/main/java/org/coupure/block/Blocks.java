package org.coupure.block;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A page as a sequence of blocks, in the order of its source. Immutable.
 *
 * @param list the blocks; never null
 * @param layout what they were cut from
 * @param document the parse they point into, or null for plain text
 * @param classes every class name seen on the way, for recognising themes; empty for plain text
 * @param deepest deepest nesting of elements that was met, 0 for plain text
 */
public record Blocks(
    List<Block> list,
    Layout layout,
    @Nullable Document document,
    Set<String> classes,
    int deepest) {

  /** How the blocks of a page are told from one another. */
  public enum Layout {
    /** By the elements of the page. */
    HTML,
    /** Plain text whose paragraphs have blank lines between them. */
    BLANK_LINES,
    /** Plain text in which every line is a paragraph. */
    SINGLE_NEWLINES,
    /** Plain text whose paragraphs are folded at a fixed width, with blank lines between them. */
    WRAPPED
  }

  public Blocks {
    list = List.copyOf(list);
  }

  /** Returns whether the page came without HTML. */
  public boolean isPlainText() {
    return layout != Layout.HTML;
  }
}
