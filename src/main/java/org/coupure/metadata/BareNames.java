package org.coupure.metadata;

import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.byline.BylineParser;
import org.coupure.byline.SiteNames;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds who wrote it in lines that are nothing but names: beneath the headline, beneath the text,
 * or above all of a site of one's own. Only given names that are known say that such a line names
 * people.
 */
final class BareNames {
  /** Blocks beneath the headline within which a given name alone is the author's. */
  private static final int NEXT = 2;

  private final BylineParser names;
  private final SiteNames site;

  BareNames(BylineParser names, SiteNames site) {
    this.names = names;
    this.site = site;
  }

  /** Returns the people of the first such line right beneath the headline. */
  Attribution beneath(PageScan scan, @Nullable MarkedElement headline, HeadlineArea area) {
    int own = headline == null ? 0 : headline.context();
    for (Block block : area.lines()) {
      int distance = block.index() - area.headline();
      boolean line = block.kind() == PassageKind.PARAGRAPH || block.kind() == PassageKind.LIST_ITEM;
      boolean close = distance >= 1 && distance <= VisibleAuthors.CLOSE;
      List<String> people = line && close ? people(block.text(), distance) : List.of();
      if (people.isEmpty() || ClosingLine.isAmidText(area.below(), block)) {
        continue;
      }
      int foreign = scan.contextOf(block.element()) & ~own & VisibleAuthors.BARRED;
      if (foreign == 0 && !isOfOther(block.element(), people.get(0))) {
        return Attribution.of(people, Candidate.found(block));
      }
    }
    return Attribution.NONE;
  }

  private List<String> people(String line, int distance) {
    return distance <= NEXT && names.isGivenName(line) ? List.of(line) : names.known(line, site);
  }

  /** Returns who signs at the end of the text, or whose site it is. */
  Attribution farther(PageScan scan, HeadlineArea area) {
    Block line = closing(scan, area);
    if (line == null) {
      line = masthead(area);
    }
    return line == null
        ? Attribution.NONE
        : Attribution.of(names.known(line.text(), site), Candidate.found(line));
  }

  /** Known names that end the text. */
  private @Nullable Block closing(PageScan scan, HeadlineArea area) {
    return ClosingLine.last(
        area.below(),
        block ->
            !names.known(block.text(), site).isEmpty()
                && (scan.contextOf(block.element()) & VisibleAuthors.BARRED) == 0);
  }

  /** Whose site it is, as it says above the headline and as its host is called. */
  private @Nullable Block masthead(HeadlineArea area) {
    for (Block block : area.lines()) {
      boolean above = block.index() < area.headline();
      List<String> people = above ? names.known(block.text(), site) : List.of();
      if (people.size() == 1 && site.isCalledAfter(people.get(0))) {
        return block;
      }
    }
    return null;
  }

  /** A link that holds more than the name, unless it leads to that person's page. */
  private static boolean isOfOther(@Nullable Element element, String name) {
    Element link = element == null ? null : element.closest("a");
    String slug = Text.key(name).replace(' ', '-');
    return VisibleAuthors.isOfCard(element) && (link == null || !link.attr("href").contains(slug));
  }
}
