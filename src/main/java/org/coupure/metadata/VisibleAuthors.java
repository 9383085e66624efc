package org.coupure.metadata;

import java.util.List;
import java.util.function.Predicate;
import org.coupure.article.Byline;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.byline.BylineParser;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.byline.SiteNames;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds who wrote it where a reader looks: around the headline, then beneath the text. */
final class VisibleAuthors {
  /** Elements after the headline within which its byline stands. */
  private static final int NEAR = 80;

  /** Elements after the headline within which asides and footers are the article's own. */
  private static final int BESIDE = 30;

  /** Elements before the headline within which its byline may stand. */
  private static final int BEFORE = 30;

  /** A name so short that it may be a nickname. */
  private static final int SHORT = 30;

  /** Blocks after the headline within which a name beside a date is the author's. */
  static final int CLOSE = 6;

  private static final int CLOSE_BEFORE = 3;

  /** Elements after the headline within which a thread's first post stands. */
  private static final int FIRST_POST = 300;

  /** Longer texts far from the headline are about people, not by them. */
  private static final int FAR_LENGTH = 60;

  /** Longer lines with a date in them are text. */
  private static final int DATED = 90;

  /** Hidden elements, and credits of pictures. */
  private static final int UNDER = PageScan.HIDDEN | PageScan.FIGURE;

  static final int BARRED =
      ElementRoles.NAVIGATION
          | ElementRoles.RELATED
          | ElementRoles.COMMENT
          | ElementRoles.SPONSOR
          | UNDER;

  private final BylineParser names;
  private final BareNames lone;
  private final Predicate<String> isDated;
  private final SiteNames site;

  VisibleAuthors(BylineParser names, Predicate<String> isDated, SiteNames site) {
    this.names = names;
    this.lone = new BareNames(names, site);
    this.isDated = isDated;
    this.site = site;
  }

  /** Returns what a reader learns at the headline: of these sources the first that names people. */
  Attribution near(PageScan scan, @Nullable MarkedElement headline, HeadlineArea area) {
    return visible(scan.bylines, headline)
        .or(() -> line(area, false))
        .or(() -> marked(area))
        .or(() -> lone.beneath(scan, headline, area));
  }

  /** Returns what a reader learns farther off: of these sources the first that names people. */
  Attribution far(PageScan scan, @Nullable MarkedElement headline, HeadlineArea area) {
    return farther(scan.bylines, headline)
        .or(() -> labelled(scan, area))
        .or(() -> besideDate(area))
        .or(() -> box(scan.bylines, headline))
        .or(() -> firstPoster(scan.bylines, headline))
        .or(() -> lone.farther(scan, area));
  }

  /**
   * Returns whom the first line near the headline names that says "by".
   *
   * @param any whether any byline's element will do, also one without "by"
   */
  Attribution signed(
      PageScan scan, @Nullable MarkedElement headline, HeadlineArea area, boolean any) {
    for (MarkedElement spot : scan.bylines) {
      String text = isNear(spot, headline) && !isOfCard(spot) ? BylineText.of(spot.element()) : "";
      if (any || names.prefixes().startsAsByline(text)) {
        Byline byline = names.read(Text.plain(text), site, Trust.SEEN);
        if (!byline.authors().isEmpty()) {
          return Attribution.of(byline, Candidate.found(spot, text));
        }
      }
    }
    return line(area, true);
  }

  /** The first element after the headline, or shortly before it, that names people. */
  private Attribution visible(List<MarkedElement> bylines, @Nullable MarkedElement headline) {
    String agency = null;
    for (MarkedElement spot : bylines) {
      if (!isNear(spot, headline) || isOfCard(spot)) {
        continue;
      }
      String text = BylineText.of(spot.element());
      if (headline != null && holds(spot, headline)) {
        continue;
      }
      String alone = beginning(text);
      boolean given = text.length() <= SHORT && names.isGivenName(alone);
      text = given ? alone : text;
      boolean stated = given || isStated(spot.element()) || isNickname(spot, text);
      boolean said = names.prefixes().startsAsByline(text) && text.length() <= SHORT;
      Byline byline =
          names.read(Text.plain(text), site, stated || said ? Trust.STATED : Trust.SEEN);
      agency = agency == null ? byline.agency() : agency;
      if (!byline.authors().isEmpty()) {
        return Attribution.of(byline, Candidate.found(spot, text)).withAgency(agency);
      }
    }
    return Attribution.agency(agency);
  }

  /** Who began a thread, above the first post; menus and notices may stand between. */
  private Attribution firstPoster(List<MarkedElement> bylines, @Nullable MarkedElement headline) {
    for (MarkedElement spot : bylines) {
      int distance = spot.order() - (headline == null ? 0 : headline.order());
      boolean nickname = (spot.hint() & ElementRoles.NICKNAME) != 0;
      int foreign = spot.context() & ~(headline == null ? 0 : headline.context());
      boolean elsewhere = (foreign & (PageScan.ELSEWHERE | PageScan.HIDDEN)) != 0;
      if (!nickname || distance < 0 || distance > FIRST_POST || elsewhere) {
        continue;
      }
      String text = Text.fold(BylineText.of(spot.element()));
      int end = text.indexOf(" ;");
      String name = end < 0 ? text : text.substring(0, end);
      Byline byline =
          name.length() <= SHORT && !names.prefixes().startsAsByline(text)
              ? names.read(Text.plain(name), site, Trust.STATED)
              : Byline.NONE;
      if (byline.authors().size() == 1) {
        return Attribution.of(byline.authors(), Candidate.found(spot, text));
      }
    }
    return Attribution.NONE;
  }

  /** Returns what stands before the first line or link of its own. */
  private static String beginning(String text) {
    int end = text.indexOf(" ;");
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /** A box around headline and byline says more than who wrote it. */
  private static boolean holds(MarkedElement spot, MarkedElement headline) {
    boolean before = spot.order() <= headline.order();
    for (Element up = headline.element(); before && up != null; up = up.parent()) {
      if (up.equals(spot.element())) {
        return true;
      }
    }
    return false;
  }

  /** A link that holds more than the name leads to another article. */
  static boolean isOfCard(MarkedElement spot) {
    return (spot.context() & PageScan.LINKED) != 0 && isOfCard(spot.element());
  }

  static boolean isOfCard(@Nullable Element element) {
    if (element == null) {
      return false;
    }
    Element link = element;
    while (link != null && !link.normalName().equals("a")) {
      link = link.parent();
    }
    return link != null && link.text().length() > element.text().length() + SHORT;
  }

  /** Blocks with "by" below the text, where some themes have their bylines. */
  private Attribution farther(List<MarkedElement> bylines, @Nullable MarkedElement headline) {
    for (MarkedElement spot : bylines) {
      boolean after = headline == null || spot.order() > headline.order();
      if (!after || (spot.context() & BARRED) != 0 || isOfCard(spot)) {
        continue;
      }
      String text = BylineText.of(spot.element());
      boolean signs = text.length() <= FAR_LENGTH && names.prefixes().startsAsByline(text);
      if (!signs && !(headline != null && isOwn(spot) && names.isName(Text.fold(text), site))) {
        continue;
      }
      Byline byline = names.read(Text.plain(text), site, Trust.SEEN);
      if (!byline.authors().isEmpty()) {
        return Attribution.of(byline, Candidate.found(spot, text));
      }
    }
    return Attribution.NONE;
  }

  /** Inside the article, be it in its footer. */
  private static boolean isOwn(MarkedElement spot) {
    int place = spot.context() & (PageScan.ARTICLE | PageScan.ELSEWHERE);
    return place == PageScan.ARTICLE || place == (PageScan.ARTICLE | ElementRoles.FOOTER);
  }

  /** Blocks with "Text:" or "Written by" somewhere below the headline. */
  private Attribution labelled(PageScan scan, HeadlineArea area) {
    List<Block> below = area.below();
    for (int i = 0; i < below.size(); i++) {
      Block block = below.get(i);
      String text = block.text();
      boolean labelled =
          text.length() <= DATED
              && (names.prefixes().startsLabelled(text)
                  || names.prefixes().isLabel(area.before(block)));
      if (!labelled || isQuoted(text)) {
        continue;
      }
      if (block.hidden() != 0 || (scan.contextOf(block.element()) & BARRED) != 0) {
        continue;
      }
      Byline byline = names.read(Text.plain(text), site, Trust.SEEN);
      if (!byline.authors().isEmpty()) {
        return Attribution.of(byline, Candidate.found(block));
      }
    }
    return Attribution.NONE;
  }

  /** A name on a line of its own, a date on the next; and the page says more about that name. */
  private Attribution besideDate(HeadlineArea area) {
    for (Block block : area.lines()) {
      int distance = block.index() - area.headline();
      if (distance > 0
          && distance <= CLOSE
          && names.isName(block.text(), site)
          && area.tellsOf(block)
          && area.after(block).stream().anyMatch(next -> isDateLine(next.text()))) {
        return Attribution.of(List.of(block.text().strip()), Candidate.found(block));
      }
    }
    return Attribution.NONE;
  }

  private boolean isDateLine(String line) {
    return line.length() <= SHORT && isDated.test(line);
  }

  /** A box about the author, which begins with the name and says it again. */
  private Attribution box(List<MarkedElement> bylines, @Nullable MarkedElement headline) {
    for (MarkedElement spot : bylines) {
      boolean after = headline != null && spot.order() > headline.order();
      if (!after || (spot.context() & BARRED) != 0 || isOfCard(spot)) {
        continue;
      }
      String text = Text.fold(BylineText.of(spot.element()));
      int end = text.indexOf(" ;");
      String name = end < 0 ? "" : text.substring(0, end).strip();
      if (names.isName(name, site) && text.indexOf(firstWord(name), end) > 0) {
        return Attribution.of(List.of(name), Candidate.found(spot, text));
      }
    }
    return Attribution.NONE;
  }

  private static String firstWord(String name) {
    return name.substring(0, name.indexOf(' '));
  }

  /** A line near the headline that begins as bylines do, or that is a name beside a date. */
  private Attribution line(HeadlineArea area, boolean signed) {
    for (Block block : area.lines()) {
      String names = signed && !isSigned(block) ? null : claimed(block, area);
      Byline byline =
          names == null ? Byline.NONE : this.names.read(Text.plain(names), site, Trust.SEEN);
      if (!byline.authors().isEmpty()) {
        return Attribution.of(byline, Candidate.found(block));
      }
      String nickname = names == null ? null : this.names.nickname(names, site);
      if (nickname != null) {
        return Attribution.of(List.of(nickname), Candidate.found(block));
      }
    }
    return Attribution.NONE;
  }

  /** Who signs at the beginning of the text. */
  private Attribution marked(HeadlineArea area) {
    for (Block block : area.beginning()) {
      List<String> people = ReporterMark.names(block.text());
      if (!people.isEmpty()) {
        return Attribution.of(people, Candidate.found(block));
      }
    }
    return Attribution.NONE;
  }

  private boolean isSigned(Block block) {
    return block.kind() != PassageKind.HEADING && names.prefixes().startsAsByline(block.text());
  }

  /** Returns what a line says about its author, or null when it says nothing. */
  private @Nullable String claimed(Block block, HeadlineArea area) {
    String line = BylineParser.unbracketed(block.text());
    boolean says =
        (names.prefixes().startsAsByline(line) && !names.prefixes().startsAsHeadline(line))
            || names.endsAsByline(line)
            || names.prefixes().isLabel(area.before(block));
    int distance = block.index() - area.headline();
    boolean close = distance >= -CLOSE_BEFORE && distance <= CLOSE && line.length() <= DATED;
    String role = close && distance > 0 ? nameWithRole(block, line) : null;
    boolean claims = says || role != null || (close && isDated.test(line));
    if (!claims || isQuoted(line) || isOfCard(block.element())) {
      return null;
    }
    if (says || role != null) {
      return says ? line : role;
    }
    String behind = names.prefixes().behindBy(line);
    return behind != null ? behind : area.isOfHeadline(line) ? null : line;
  }

  /** Returns a name with a role as it stands in a block, where elements may part them; or null. */
  private @Nullable String nameWithRole(Block block, String line) {
    if (names.isNameWithRole(line)) {
      return line;
    }
    Element box = block.box();
    String parted = box == null ? "" : Text.fold(BylineText.of(box));
    return parted.indexOf(';') > 0 && names.isNameWithRole(parted) ? parted : null;
  }

  /** Embedded posts and quotations are signed behind a dash. */
  private static boolean isQuoted(String line) {
    char first = line.isEmpty() ? ' ' : line.charAt(0);
    return first == '\u2014' || first == '\u2013' || line.contains("(@");
  }

  /** Forums write the thread's first author under such a class. */
  private static boolean isNickname(MarkedElement spot, String text) {
    return (spot.hint() & ElementRoles.NICKNAME) != 0
        && text.length() <= SHORT
        && spot.element().children().size() <= 1;
  }

  private static boolean isStated(Element element) {
    return element.attr("rel").contains("author")
        || element.attr("itemprop").equals("author")
        || element.hasClass("u-author")
        || element.hasClass("p-author");
  }

  static boolean isNear(MarkedElement spot, @Nullable MarkedElement headline) {
    int from = headline == null ? 0 : headline.order();
    int ignored = headline == null ? 0 : headline.context();
    int foreign = spot.context() & ~ignored;
    int distance = spot.order() - from;
    boolean beside = distance >= -BEFORE && distance <= BESIDE;
    int barred =
        beside
            ? ElementRoles.NAVIGATION | ElementRoles.RELATED | ElementRoles.COMMENT | UNDER
            : PageScan.ELSEWHERE | UNDER;
    if ((foreign & barred) != 0 || distance < -BEFORE) {
      return false;
    }
    return distance <= NEAR || (isStated(spot.element()) && headline != null);
  }
}
