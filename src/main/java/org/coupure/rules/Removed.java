package org.coupure.rules;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.rules.Coverage.Hit;
import org.jspecify.annotations.Nullable;

/** Which blocks of one page a rule removes, and by which of its entries. */
final class Removed {
  private final @Nullable String[] why;
  private List<LineCut> cuts = List.of();
  private boolean any;

  private Removed(int blocks) {
    this.why = new String[blocks];
  }

  /** Returns what {@code rule} removes; elements that contain {@code content} are never removed. */
  static Removed of(Rule rule, Blocks blocks, PageDom page, Coverage content) {
    Removed removed = new Removed(blocks.list().size());
    Coverage furniture = Coverage.of(rule.removedElements(), page).withoutThoseAround(content);
    List<Block> list = blocks.list();
    for (int i = 0; i < list.size() && !furniture.isEmpty(); i++) {
      Hit hit = furniture.over(list.get(i));
      if (hit != null) {
        removed.add(i, hit.where());
      }
    }
    if (!furniture.isEmpty()) {
      removed.cuts = LineCut.of(furniture, blocks);
    }
    Place place = new Place(blocks, page, content);
    for (Removal removal : rule.otherRemovals()) {
      removed.add(removal, place);
    }
    return removed;
  }

  /** Returns the entry that removes block {@code index}, or null. */
  @Nullable String why(int index) {
    return why[index];
  }

  /** Returns the parts of lines that go, the last on the page first. */
  List<LineCut> cuts() {
    return cuts;
  }

  boolean any() {
    return any;
  }

  private void add(int index, String where) {
    if (why[index] == null) {
      why[index] = where;
      any = true;
    }
  }

  private void add(Removal removal, Place place) {
    if (removal instanceof Removal.Texts texts) {
      place.blocks.list().stream()
          .filter(block -> texts.pattern().fits(block.text()))
          .forEach(block -> add(block.index(), texts.where()));
    } else if (removal instanceof Removal.Stretch stretch) {
      stretch(stretch, place);
    } else if (removal instanceof Removal.Section section) {
      section(section, place);
    }
  }

  private void stretch(Removal.Stretch stretch, Place place) {
    Spot spot = place.find(stretch.marker());
    if (spot == null) {
      return;
    }
    int count = place.blocks.list().size();
    int from =
        switch (stretch.side()) {
          case AFTER -> spot.end;
          case FROM -> spot.first;
          case BEFORE -> 0;
        };
    int end = stretch.side() == Removal.Side.BEFORE ? spot.first : count;
    for (int i = from; i < end; i++) {
      if (place.isIn(place.blocks.list().get(i))) {
        add(i, stretch.where());
      }
    }
  }

  private void section(Removal.Section section, Place place) {
    List<Block> list = place.blocks.list();
    int i = 0;
    while (i < list.size()) {
      Block block = list.get(i);
      boolean begins =
          place.isIn(block)
              && Removal.Section.level(block) > 0
              && section.heading().fits(block.text());
      int end = begins ? Removal.Section.end(list, i) : i + 1;
      for (int j = i; begins && j < end; j++) {
        if (place.isIn(list.get(j))) {
          add(j, section.where());
        }
      }
      i = end;
    }
  }

  /** The blocks that a marker holds; none when the ends are the same. */
  private record Spot(int first, int end) {}

  /** Where markers are looked for: in the content, or on the whole page when it has none. */
  private record Place(Blocks blocks, PageDom page, Coverage content) {
    boolean isIn(Block block) {
      return content.isEmpty() || content.around(block) != null;
    }

    @Nullable Spot find(Removal marker) {
      if (marker instanceof Removal.Texts texts) {
        for (Block block : blocks.list()) {
          if (isIn(block) && texts.pattern().fits(block.text())) {
            return new Spot(block.index(), block.index() + 1);
          }
        }
      } else if (marker instanceof Removal.Elements elements) {
        for (org.jsoup.nodes.Element element : elements.selector().elements(page)) {
          int first = blocks.firstIn(element);
          boolean in = content.isEmpty() || content.around(element) != null;
          if (in && first >= 0) {
            return new Spot(first, blocks.endIn(element));
          }
        }
      }
      return null;
    }
  }
}
