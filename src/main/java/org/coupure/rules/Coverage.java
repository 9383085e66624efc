package org.coupure.rules;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.coupure.block.Block;
import org.coupure.block.Outline;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which selector covers which part of a page. Matched elements are marked in the rows of the page's
 * outline, where each row learns its answer from its parent's in one pass over numbers: to walk up
 * the page from each block and to look its elements up costs many times that. Not thread-safe;
 * lives as long as one judging.
 */
final class Coverage {
  private final Outline outline;

  /** The matches by row; null while there are none. */
  private @Nullable Hit @Nullable [] matched;

  /** The matches that have no row: around the body, in the head, in what holds no text. */
  private final IdentityHashMap<Element, Hit> outside = new IdentityHashMap<>(0);

  /** The nearest match around each row; made when the first block is asked about. */
  private @Nullable Hit @Nullable [] nearest;

  private int count;

  private Coverage(Outline outline) {
    this.outline = outline;
  }

  /**
   * Returns what {@code selectors} match; where two match the same element the first counts.
   *
   * @param page one that was cut into blocks
   */
  static Coverage of(List<Selector> selectors, PageDom page) {
    Coverage coverage = new Coverage(Objects.requireNonNull(page.outline(), "outline"));
    for (int i = 0; i < selectors.size(); i++) {
      coverage.add(selectors.get(i), page);
    }
    return coverage;
  }

  /** Of alternatives, verdicts name the one that counts. */
  private void add(Selector selector, PageDom page) {
    if (!(selector instanceof FirstOf first)) {
      add(selector.elements(page), selector);
      return;
    }
    for (Selector one : first.alternatives()) {
      List<Element> elements = one.elements(page);
      if (first.alternatives().size() == 1 || FirstOf.hold(elements)) {
        add(elements, one);
        return;
      }
    }
  }

  /** Elements come in page order, so that each row is nearly always found behind the last. */
  private void add(List<Element> elements, Selector selector) {
    int last = 0;
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      int row = outline.row(element, last);
      if (row < 0) {
        row = outline.row(element, 0);
      }
      last = Math.max(last, row);
      add(new Hit(element, selector, row));
    }
  }

  private void add(Hit hit) {
    if (hit.row < 0) {
      count += outside.putIfAbsent(hit.element, hit) == null ? 1 : 0;
      return;
    }
    if (matched == null) {
      matched = new Hit[outline.size()];
    }
    if (matched[hit.row] == null) {
      matched[hit.row] = hit;
      count++;
    }
  }

  /**
   * Returns these matches without those that contain a match of {@code other}, which is of the same
   * page.
   */
  Coverage withoutThoseAround(Coverage other) {
    if (count == 0 || other.count == 0) {
      return this;
    }
    boolean[] around = new boolean[outline.size()];
    IdentityHashMap<Element, Hit> beside = new IdentityHashMap<>(outside);
    for (Element inner : other.outside.keySet()) {
      for (Element up = inner; up != null; up = up.parent()) {
        beside.remove(up);
        int row = outline.row(up, 0);
        around[Math.max(row, 0)] |= row >= 0;
      }
    }
    for (int row = 0; other.matched != null && row < around.length; row++) {
      if (other.matched[row] != null) {
        for (int up = row; up >= 0; up = outline.parent(up)) {
          around[up] = true;
        }
        if (!beside.isEmpty()) {
          outline.element(row).parents().forEach(beside::remove);
        }
      }
    }
    Coverage rest = new Coverage(outline);
    beside.values().forEach(rest::add);
    for (int row = 0; matched != null && row < around.length; row++) {
      Hit hit = around[row] ? null : matched[row];
      if (hit != null) {
        rest.add(hit);
      }
    }
    return rest;
  }

  /** Returns the matches that have a row, in page order. */
  List<Hit> hits() {
    List<Hit> hits = new ArrayList<>();
    for (int row = 0; matched != null && row < matched.length; row++) {
      Hit hit = matched[row];
      if (hit != null) {
        hits.add(hit);
      }
    }
    return hits;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Returns the nearest match around a block's first text, or null. */
  @Nullable Hit around(Block block) {
    return count == 0 ? null : nearest()[block.row()];
  }

  /** Returns the nearest match around {@code element}, itself included, or null. */
  @Nullable Hit around(Element element) {
    for (Element up = element; count > 0 && up != null; up = up.parent()) {
      int row = outline.row(up, 0);
      Hit hit = row >= 0 ? nearest()[row] : outside.get(up);
      if (row >= 0 || hit != null) {
        return hit;
      }
    }
    return null;
  }

  /** Returns the nearest match that covers all of a block, or null. */
  @Nullable Hit over(Block block) {
    Hit hit = around(block);
    if (hit == null || holds(hit, block)) {
      return hit;
    }
    return nearest()[block.boxRow()];
  }

  private @Nullable Hit[] nearest() {
    if (nearest == null) {
      nearest = new Hit[outline.size()];
      for (int row = 0; row < nearest.length; row++) {
        Hit own = matched == null ? null : matched[row];
        int parent = outline.parent(row);
        nearest[row] = own != null ? own : parent < 0 ? aroundBody(row) : nearest[parent];
      }
    }
    return nearest;
  }

  private @Nullable Hit aroundBody(int body) {
    Hit hit = null;
    for (Element up = outline.element(body).parent(); hit == null && up != null; up = up.parent()) {
      hit = outside.get(up);
    }
    return hit;
  }

  /**
   * Returns whether none of the block's text lies outside of a match, which may be no more than a
   * link or a span in the block's line.
   */
  private boolean holds(Hit hit, Block block) {
    int up = block.boxRow();
    while (up > hit.row) {
      up = outline.parent(up);
    }
    return up == hit.row || hit.element.text().contains(block.text());
  }

  /**
   * An element with the selector that matched it.
   *
   * @param row its row in the outline; -1 when it has none
   */
  record Hit(Element element, Selector selector, int row) {
    String where() {
      return selector.where();
    }
  }
}
