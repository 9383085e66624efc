package org.coupure.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.rules.Coverage.Hit;
import org.coupure.text.Composition;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A part of a block's text that a rule removes: the text of an element in the line, such as the
 * mark of a footnote.
 *
 * @param block the block's index
 * @param text what goes
 * @param before how often the same text stands in the block before it
 * @param where the entry of the rule, with its file and line
 */
record LineCut(int block, String text, int before, String where) {

  /** Returns what {@code matches} cut out of lines, the last first, so that counts stay right. */
  static List<LineCut> of(Coverage matches, Blocks blocks) {
    Outline outline = blocks.outline();
    List<Hit> hits =
        matches.hits().stream().filter(hit -> !holdsBlock(hit.row(), outline, blocks)).toList();
    if (hits.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Block>> byBox = new HashMap<>();
    for (Block block : blocks.list()) {
      byBox.computeIfAbsent(block.boxRow(), row -> new ArrayList<>(1)).add(block);
    }
    List<LineCut> cuts = new ArrayList<>();
    int outer = -1;
    for (Hit hit : hits) {
      // Matches inside a match that was cut are removed with it.
      if (isInside(hit.row(), outer, outline)) {
        continue;
      }
      LineCut cut = cut(hit, outline, byBox, matches);
      if (cut != null) {
        cuts.add(0, cut);
        outer = hit.row();
      }
    }
    return cuts;
  }

  /** An element with blocks of its own is no part of a line; most matches are such elements. */
  private static boolean holdsBlock(int row, Outline outline, Blocks blocks) {
    for (int i = outline.firstBlock(row); i < outline.endBlock(row); i++) {
      if (blocks.list().get(i).boxRow() >= row) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(int row, int outer, Outline outline) {
    int up = row;
    while (outer >= 0 && up > outer) {
      up = outline.parent(up);
    }
    return outer >= 0 && up == outer;
  }

  private static @Nullable LineCut cut(
      Hit hit, Outline outline, Map<Integer, List<Block>> byBox, Coverage matches) {
    String text = Composition.of(hit.element().text());
    if (text.isEmpty()) {
      return null;
    }
    int box = outline.parent(hit.row());
    while (box >= 0 && !byBox.containsKey(box)) {
      box = outline.parent(box);
    }
    if (box < 0) {
      return null;
    }
    int left = count(Composition.of(textBefore(outline.element(box), hit.element())), text);
    LineCut last = null;
    for (Block block : byBox.getOrDefault(box, List.of())) {
      int there = count(block.text(), text);
      if (there > 0 && matches.over(block) == null) {
        last = new LineCut(block.index(), text, Math.min(left, there - 1), hit.where());
      }
      if (there > left) {
        return last;
      }
      left -= there;
    }
    return last;
  }

  /** Returns {@code line} without the part; the same when it no longer holds it. */
  String apply(String line) {
    int at = line.indexOf(text);
    for (int i = 0; i < before && at >= 0; i++) {
      at = line.indexOf(text, at + text.length());
    }
    if (at < 0) {
      return line;
    }
    String head = line.substring(0, at);
    String tail = line.substring(at + text.length());
    boolean doubled = head.endsWith(" ") && tail.startsWith(" ");
    return (head + (doubled ? tail.substring(1) : tail)).strip();
  }

  private static int count(String line, String part) {
    int count = 0;
    for (int at = line.indexOf(part); at >= 0; at = line.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /** Returns the text inside of {@code box} that stands before {@code inner}, folded. */
  private static String textBefore(Element box, Element inner) {
    TextBefore reader = new TextBefore(inner);
    NodeTraversor.traverse(reader, box);
    return reader.text.toString().replaceAll("\\s+", " ");
  }

  /** Collects text up to an element. */
  private static final class TextBefore implements NodeVisitor {
    private final Element end;
    private final StringBuilder text = new StringBuilder();
    private boolean reached;

    TextBefore(Element end) {
      this.end = end;
    }

    @Override
    public void head(Node node, int depth) {
      reached |= node.equals(end);
      if (!reached && node instanceof TextNode one) {
        text.append(one.getWholeText());
      }
    }
  }
}
