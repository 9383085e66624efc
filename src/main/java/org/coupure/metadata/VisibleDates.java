package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.coupure.article.Moment;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.date.DateLines;
import org.coupure.date.DateLines.Sort;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * When a reader sees that it was published and changed: lines and marked elements around the
 * headline, and what the whole page says where nothing stands there. Used by one thread.
 */
final class VisibleDates {
  /** Elements after the headline, and before it, in which its date is marked. Chosen. */
  private static final int MARKED_AFTER = 100;

  private static final int MARKED_BEFORE = 40;

  /** Characters in which a text is opened by place and day. */
  private static final int MAX_OPENING = 45;

  /** The shortest date before a dash, such as 1.5.24. */
  private static final int MIN_OPENING = 6;

  /** Longer texts are no dates. */
  private static final int MAX_TEXT = 300;

  /** Characters that a link has beside a date when it is a card of another article. Chosen. */
  private static final int CARD_TEXT = 60;

  private static final String CELLS = " tr td dd ";
  private static final String HEADS = " th dt ";

  private final PlausibleDates dates;
  private final DateLines lines;
  private final PageScan scan;
  private final @Nullable MarkedElement headline;
  private final HeadlineArea area;
  private @Nullable List<DateLine> near;

  VisibleDates(
      PlausibleDates dates,
      DateLines lines,
      PageScan scan,
      @Nullable MarkedElement headline,
      HeadlineArea area) {
    this.dates = dates;
    this.lines = lines;
    this.scan = scan;
    this.headline = headline;
    this.area = area;
  }

  /** Returns the lines around the headline that say when, nearest first. */
  List<DateLine> near() {
    if (near == null) {
      near = new ArrayList<>();
      for (Block block : area.headline() < 0 ? area.aboveText() : area.lines()) {
        if (isOwn(block)) {
          add(near, block);
        }
      }
    }
    return near;
  }

  private void add(List<DateLine> found, Block block) {
    for (String part : lines.parts(block.text(), this::isDated)) {
      Sort sort = sort(block, part);
      Found<Moment> moment =
          sort == Sort.NONE ? null : dates.read(part, "text", "block " + block.index());
      if (moment != null) {
        int headline = area.headline();
        int distance = headline < 0 ? Integer.MAX_VALUE : block.index() - headline;
        boolean card = isIn(block.element(), up -> up.normalName().equals("article"));
        found.add(new DateLine(moment, sort, block.text(), distance, card));
      }
    }
  }

  private boolean isDated(String text) {
    return dates.read(text) != null;
  }

  /** The label of a row or an entry says which date it is: "Founded | 28 February 1998". */
  private Sort sort(Block block, String part) {
    Sort sort = lines.sort(part);
    Element cell = block.element();
    while (cell != null && !CELLS.contains(" " + cell.normalName() + " ")) {
      cell = cell.parent();
    }
    Element head = sort != Sort.BARE || cell == null ? null : head(cell);
    if (sort == Sort.BARE && head == null) {
      return labelAbove(block);
    }
    if (cell == null || head == null || (area.headline() >= 0 && holdsHeadline(cell))) {
      return sort;
    }
    Sort labelled = part.startsWith(head.text()) ? sort : lines.sort(head.text() + ": " + part);
    boolean row = head.normalName().equals("th");
    return labelled == Sort.BARE && row ? Sort.NONE : labelled == Sort.NONE ? sort : labelled;
  }

  /** What stands right above a date may say what it is: "Published", "Event date". */
  private Sort labelAbove(Block block) {
    return block.index() - 1 == area.headline() ? Sort.BARE : lines.labelAlone(area.before(block));
  }

  private static @Nullable Element head(Element cell) {
    Element before =
        cell.normalName().equals("tr") ? cell.firstElementChild() : cell.previousElementSibling();
    boolean head = before != null && HEADS.contains(" " + before.normalName() + " ");
    return head ? before : null;
  }

  /** Returns false for what was quoted, and for lines of comments, captions and other articles. */
  private boolean isOwn(Block block) {
    int own = area.headline() < 0 ? 0 : scan.contextOf(area.block().element());
    return block.kind() != PassageKind.QUOTE
        && (scan.contextOf(block.element()) & ~own & ElementRoles.COMMENT) == 0
        && !isOfOther(block.element());
  }

  /**
   * Returns whether an element stands in a quotation, a caption or a link to another article, which
   * does not hold the headline.
   */
  private boolean isOfOther(@Nullable Element element) {
    if (element == null) {
      return false;
    }
    return isIn(
        element,
        up ->
            switch (up.normalName()) {
              case "blockquote" -> true;
              // Some sites put byline and date into the caption of the first image, as elements of
              // time.
              case "figure" -> element.getElementsByTag("time").isEmpty();
              case "a" ->
                  up.text().length() > element.text().length() + CARD_TEXT
                      || !up.select("h1,h2,h3,h4,h5").isEmpty();
              default -> false;
            });
  }

  /** Returns whether an element stands in a box of some kind that does not hold the headline. */
  private boolean isIn(@Nullable Element element, Predicate<Element> kind) {
    for (Element up = element; up != null; up = up.parent()) {
      if (kind.test(up)) {
        return area.headline() >= 0 && !holdsHeadline(up);
      }
    }
    return false;
  }

  private boolean holdsHeadline(Element box) {
    Element up = area.block().element();
    while (up != null && !up.equals(box)) {
      up = up.parent();
    }
    return up != null;
  }

  /** Returns the date of the first element near the headline that is marked as one. */
  @Nullable Found<Moment> marked() {
    return marked(false);
  }

  private @Nullable Found<Moment> marked(boolean modified) {
    int from = headline == null ? 0 : headline.order();
    int ignored = headline == null ? 0 : headline.context();
    for (MarkedElement spot : scan.dates) {
      int foreign = spot.context() & ~ignored & (PageScan.ELSEWHERE | PageScan.HIDDEN);
      int distance = spot.order() - from;
      boolean near = distance <= MARKED_AFTER && distance >= -MARKED_BEFORE;
      boolean wanted = isModified(spot) == modified && !isOfCapture(spot.element());
      if (foreign == 0 && near && wanted && !isOfOther(spot.element())) {
        Found<Moment> found = read(spot);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Found<Moment> read(MarkedElement spot) {
    Element element = spot.element();
    String stated = element.attr("datetime");
    stated = stated.isEmpty() ? element.attr("content") : stated;
    stated = stated.isEmpty() ? element.attr("ts") : stated;
    Found<Moment> found = stated.isEmpty() ? null : dates.read(stated, "time", spot.path());
    return found != null ? found : dates.read(spaced(element), "time", spot.path());
  }

  /**
   * Returns the nearest line about publication.
   *
   * @param day the only day that counts, or null for any
   */
  @Nullable Found<Moment> line(@Nullable Moment day) {
    for (DateLine line : near()) {
      boolean other = day != null && !PublishDates.sameDay(day, line.moment());
      if (!other && line.sort() != Sort.MODIFIED) {
        return line.found();
      }
    }
    return null;
  }

  /** Returns the date that stands in the heading, behind its words. */
  @Nullable Found<Moment> inHeading() {
    String rest = area.behindTitle();
    return rest.isEmpty() || lines.sort(rest) == Sort.NONE
        ? null
        : dates.read(rest, "text", "headline");
  }

  /** Returns when a reader sees that it was changed, not before {@code published}. */
  @Nullable Found<Moment> modified(@Nullable Moment published) {
    Found<Moment> changed = marked(true);
    for (DateLine line : near()) {
      if (line.sort() == Sort.MODIFIED) {
        changed = line.found();
        break;
      }
    }
    boolean before =
        changed != null
            && published != null
            && changed.value().time().toLocalDate().isBefore(published.time().toLocalDate());
    return before ? null : changed;
  }

  /**
   * Returns the one day that all of the page's times, its lines "Published …" and its closing
   * sentences give, wherever they stand.
   */
  @Nullable Found<Moment> only() {
    List<Found<Moment>> all = new ArrayList<>();
    for (MarkedElement spot : scan.dates) {
      boolean barred =
          (spot.context() & (PageScan.ELSEWHERE | PageScan.HIDDEN)) != 0
              || !saysWhen(spot.element())
              || isOfOther(spot.element());
      boolean above = headline != null && spot.order() < headline.order();
      if (!barred && !above && !isModified(spot) && !isOfCapture(spot.element())) {
        add(all, read(spot));
      }
    }
    for (Block block : area.below()) {
      add(all, labelled(block));
    }
    boolean one =
        all.stream().allMatch(found -> PublishDates.sameDay(all.get(0).value(), found.value()));
    return one && !all.isEmpty() ? all.get(0) : null;
  }

  private static void add(List<Found<Moment>> all, @Nullable Found<Moment> found) {
    if (found != null) {
      all.add(found);
    }
  }

  private @Nullable Found<Moment> labelled(Block block) {
    String text = block.text();
    String line = lines.closing(text);
    for (String part : line == null ? lines.parts(text, this::isDated) : List.of(line)) {
      Sort sort = lines.sort(part);
      boolean says =
          line != null
              || sort == Sort.PUBLISHED
              || (sort == Sort.BARE && labelAbove(block) == Sort.PUBLISHED);
      if (says && block.hidden() == 0 && !isForeign(block)) {
        return dates.read(part, "text", "block " + block.index());
      }
    }
    return null;
  }

  private boolean isForeign(Block block) {
    return (scan.contextOf(block.element()) & PageScan.ELSEWHERE) != 0 || !isOwn(block);
  }

  /** A date that opens the text, as agencies do it: "BERLIN, 14 March 2025 – The ..." */
  @Nullable Found<Moment> opening() {
    for (Block block : area.firstParagraphs()) {
      int end = openingEnd(block.text());
      Found<Moment> found =
          end < 0
              ? null
              : dates.read(block.text().substring(0, end), "text", "block " + block.index());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Returns where the sign stands that parts the opening from the text, or -1. */
  private static int openingEnd(String text) {
    for (int i = MIN_OPENING; i < text.length() && i < MAX_OPENING; i++) {
      char c = text.charAt(i);
      boolean dash = c == '-' || c == '\u2013' || c == '\u2014';
      boolean alone = text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '.';
      boolean digit = Character.isDigit(text.charAt(i - 1));
      if ((dash && alone) || ((c == ')' || c == ':') && digit)) {
        return i;
      }
    }
    return -1;
  }

  private boolean saysWhen(Element element) {
    return element.normalName().equals("time") || lines.sort(element.text()) == Sort.PUBLISHED;
  }

  private boolean isModified(MarkedElement spot) {
    return (spot.hint() & ElementRoles.MODIFIED) != 0
        || spot.element().attr("itemprop").equals("dateModified")
        || lines.sort(Text.fold(spaced(spot.element()))) == Sort.MODIFIED;
  }

  /** Tools that save pages show the time of saving above the page. */
  private boolean isOfCapture(Element element) {
    return dates.isCapture(element.attr("datetime"));
  }

  /** Returns an element's text with its parts apart: "Feb 18" and "2009" are boxes of their own. */
  private static String spaced(Element element) {
    StringBuilder text = new StringBuilder();
    element.forEachNode(
        node -> {
          if (node instanceof TextNode words && text.length() <= MAX_TEXT) {
            text.append(' ').append(words.getWholeText());
          }
        });
    return text.toString();
  }
}
