package org.coupure.rules;

import java.util.IdentityHashMap;
import java.util.List;
import org.coupure.block.Block;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which selector covers which part of a page. The matched elements are marked once; each element
 * that is asked about learns its answer from its parent and remembers it, so that all blocks
 * together cost one walk. Not thread-safe; lives as long as one judging.
 */
final class Coverage {
  private final IdentityHashMap<Element, Hit> matched;
  private final IdentityHashMap<Element, Hit> known;

  private Coverage(IdentityHashMap<Element, Hit> matched) {
    this.matched = matched;
    this.known = new IdentityHashMap<>(matched);
  }

  static Coverage none() {
    return new Coverage(new IdentityHashMap<>());
  }

  /** Returns what {@code selectors} match; where two match the same element the first counts. */
  static Coverage of(List<Selector> selectors, PageDom page) {
    IdentityHashMap<Element, Hit> matched = new IdentityHashMap<>();
    for (Selector selector : selectors) {
      add(selector, page, matched);
    }
    return new Coverage(matched);
  }

  /** Of alternatives, verdicts name the one that counts. */
  private static void add(Selector selector, PageDom page, IdentityHashMap<Element, Hit> matched) {
    List<Selector> tried =
        selector instanceof FirstOf first ? first.alternatives() : List.of(selector);
    for (Selector one : tried) {
      List<Element> elements = one.elements(page);
      if (tried.size() == 1 || FirstOf.hold(elements)) {
        elements.forEach(element -> matched.putIfAbsent(element, new Hit(element, one)));
        return;
      }
    }
  }

  /** Returns this but for those matches that hold a match of {@code other}. */
  Coverage withoutThoseAround(Coverage other) {
    IdentityHashMap<Element, Hit> rest = new IdentityHashMap<>(matched);
    for (Element inner : other.matched.keySet()) {
      for (Element at = inner; at != null; at = at.parent()) {
        rest.remove(at);
      }
    }
    return new Coverage(rest);
  }

  boolean isEmpty() {
    return matched.isEmpty();
  }

  /** Returns the nearest match around {@code element}, itself included, or null. */
  @Nullable Hit around(@Nullable Element element) {
    if (matched.isEmpty() || element == null) {
      return null;
    }
    Element at = element;
    while (at != null && !known.containsKey(at)) {
      at = at.parent();
    }
    Hit hit = at == null ? null : known.get(at);
    for (Element below = element; below != null && !below.equals(at); below = below.parent()) {
      known.put(below, hit == null ? Hit.NONE : hit);
    }
    return hit == Hit.NONE ? null : hit;
  }

  /** Returns the nearest match that covers all of a block, or null. */
  @Nullable Hit over(Block block) {
    Hit hit = around(block.element());
    if (hit == null || hit.holds(block)) {
      return hit;
    }
    return around(block.box());
  }

  /** An element with the selector that matched it. */
  static final class Hit {
    private static final Hit NONE = new Hit(null, null);

    private final @Nullable Element element;
    private final @Nullable Selector selector;

    private Hit(@Nullable Element element, @Nullable Selector selector) {
      this.element = element;
      this.selector = selector;
    }

    String where() {
      return selector == null ? "" : selector.where();
    }

    /**
     * Returns whether none of the block's text lies outside of this match, which may be no more
     * than a link or a span in the block's line.
     */
    private boolean holds(Block block) {
      for (Element at = block.box(); at != null; at = at.parent()) {
        if (at.equals(element)) {
          return true;
        }
      }
      return element == null || element.text().contains(block.text());
    }
  }
}
