package org.coupure.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Shows what declarative shadow roots hold ({@code <template shadowrootmode>}, HTML Standard, "The
 * template element"): the template's content takes the place of its host's content, which goes into
 * the slots of the template.
 */
final class ShadowRoots {
  private ShadowRoots() {}

  static boolean isShadowRoot(Element template) {
    // The second is what Chrome read before the standard settled on the first.
    return template.hasAttr("shadowrootmode") || template.hasAttr("shadowroot");
  }

  /** Shows the roots, which are in document order, the innermost first. */
  static void show(List<Element> roots) {
    List<Element> inner = new ArrayList<>(roots);
    Collections.reverse(inner);
    inner.forEach(ShadowRoots::show);
  }

  private static void show(Element template) {
    Element host = template.parent();
    if (host == null) {
      return;
    }
    template.remove();
    List<Node> light = new ArrayList<>(host.childNodes());
    light.forEach(Node::remove);
    List<Node> shadow = new ArrayList<>(template.childNodes());
    shadow.forEach(Node::remove);
    shadow.forEach(host::appendChild);
    Map<String, List<Node>> bySlot = new HashMap<>();
    light.forEach(n -> bySlot.computeIfAbsent(n.attr("slot"), k -> new ArrayList<>()).add(n));
    for (Element slot : host.select("slot")) {
      fill(slot, bySlot.remove(slot.attr("name")));
    }
    if (host.text().isBlank()) {
      // A root without text of its own: a browser would show nothing, which no page wants.
      light.forEach(host::appendChild);
    }
  }

  /** Puts {@code assigned} into {@code slot}; without any, what the slot itself holds is shown. */
  private static void fill(Element slot, @Nullable List<Node> assigned) {
    if (assigned != null) {
      slot.empty();
      assigned.forEach(slot::appendChild);
    }
    // A slot is no box of its own.
    slot.unwrap();
  }
}
