package org.coupure.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.coupure.article.Byline;
import org.coupure.block.Block;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.metadata.Names.Trust;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides who wrote it: structured data of the main thing, then meta elements, then what stands as
 * a byline near the headline.
 */
final class Authors {
  private static final List<String> META_AUTHORS =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "sailthru.author",
          "citation_author",
          "citation_authors",
          "dc.creator",
          "dcterms.creator",
          "dc.creator.personalname",
          "article.author",
          "og:article:author",
          "cxenseparse:author",
          "cxense:author",
          "byl",
          "authors",
          "twitter:data1");

  /** Elements after the headline within which its byline stands. */
  private static final int NEAR = 80;

  /** Elements after the headline within which asides and footers are the article's own. */
  private static final int BESIDE = 30;

  /** Elements before the headline within which its byline may stand. */
  private static final int BEFORE = 30;

  /** "by somebody": so short that it may be a nickname. */
  private static final int SHORT = 30;

  /** Blocks after the headline within which a name beside a date is the author's. */
  private static final int CLOSE = 6;

  private static final int CLOSE_BEFORE = 3;

  /** More names than that are a list of people, not a byline. */
  private static final int MOST = 6;

  /** Longer texts far from the headline are about people, not by them. */
  private static final int FAR_LENGTH = 60;

  /** Longer lines with a date in them are text. */
  private static final int DATED = 90;

  private static final int BARRED =
      ClassWords.NAVIGATION
          | ClassWords.RELATED
          | ClassWords.COMMENT
          | ClassWords.SPONSOR
          | Survey.HIDDEN;

  private final Names names;
  private final Predicate<String> isDated;
  private final SiteNames site;
  private final EvidenceLog log;

  Authors(Names names, Predicate<String> isDated, SiteNames site, EvidenceLog log) {
    this.names = names;
    this.isDated = isDated;
    this.site = site;
    this.log = log;
  }

  Byline decide(
      Survey survey,
      LinkedData data,
      @Nullable Thing main,
      @Nullable Spot headline,
      HeadlineArea area) {
    Byline linked = linked(data, main);
    if (!linked.authors().isEmpty()) {
      return fuller(linked, survey, headline);
    }
    Byline meta = meta(survey.head);
    if (!meta.authors().isEmpty()) {
      Byline stated = new Byline(meta.authors(), first(linked.agency(), meta.agency()));
      return fuller(stated, survey, headline);
    }
    Byline visible = visible(survey.bylines, headline);
    if (visible.authors().isEmpty()) {
      visible = line(area, visible.agency());
    }
    if (visible.authors().isEmpty()) {
      visible = farther(survey.bylines, headline, visible.agency());
    }
    if (visible.authors().isEmpty()) {
      visible = labelled(survey, area, visible.agency());
    }
    if (visible.authors().isEmpty()) {
      visible = besideDate(area, visible.agency());
    }
    if (visible.authors().isEmpty()) {
      visible = box(survey.bylines, headline, visible.agency());
    }
    String agency = first(linked.agency(), meta.agency(), visible.agency());
    if (visible.authors().isEmpty() && agency == null) {
      return team(survey, data, main, headline);
    }
    return new Byline(visible.authors(), agency);
  }

  /**
   * Returns what a reader sees at the headline, when it names the stated authors and others:
   * content systems often hand on the first of several.
   */
  private Byline fuller(Byline stated, Survey survey, @Nullable Spot headline) {
    for (Spot spot : survey.bylines) {
      if (headline == null || !isNear(spot, headline) || isOfCard(spot)) {
        continue;
      }
      String text = BylineText.of(spot.element());
      Byline seen = names.read(text, site, Trust.SEEN);
      if (seen.authors().size() > stated.authors().size()
          && seen.authors().size() <= MOST
          && seen.authors().containsAll(stated.authors())
          && names.isAll(text, seen.authors())) {
        log.add("authors", "byline", spot.path(), text);
        return new Byline(seen.authors(), first(stated.agency(), seen.agency()));
      }
    }
    return stated;
  }

  /** Who signs together is named where no person is. */
  private Byline team(
      Survey survey, LinkedData data, @Nullable Thing main, @Nullable Spot headline) {
    if (main != null) {
      for (Json author : data.all(main.json(), "author")) {
        for (Found found : nameOf(author)) {
          String team = names.team(found.value());
          if (team != null) {
            log.add("authors", found);
            return new Byline(List.of(team), null);
          }
        }
      }
    }
    for (String value : survey.head.metas("author")) {
      String team = names.team(value);
      if (team != null) {
        log.add("authors", "meta", "author", value);
        return new Byline(List.of(team), null);
      }
    }
    for (Spot spot : survey.bylines) {
      String text = spot.element().text();
      String team = isNear(spot, headline) ? names.team(text) : null;
      if (team != null) {
        log.add("authors", "byline", spot.path(), text);
        return new Byline(List.of(team), null);
      }
    }
    return Byline.NONE;
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private Byline linked(LinkedData data, @Nullable Thing main) {
    if (main == null) {
      return Byline.NONE;
    }
    List<Json> authors = data.all(main.json(), "author");
    if (authors.isEmpty()) {
      authors = data.all(main.json(), "creator");
    }
    Set<String> people = new LinkedHashSet<>();
    String agency = null;
    for (Json author : authors) {
      for (Found found : nameOf(author)) {
        Byline byline =
            isOutlet(author)
                ? names.organisation(found.value(), site)
                : names.read(found.value(), site, Trust.STATED);
        agency = agency == null ? byline.agency() : agency;
        if (people.addAll(byline.authors())) {
          log.add("authors", found);
        }
      }
    }
    return new Byline(List.copyOf(people), agency);
  }

  private static List<Found> nameOf(Json author) {
    String text = author.text();
    if (text != null) {
      return List.of(new Found(text, "json-ld", "author"));
    }
    if (author.text("@type") != null && isOutlet(author)) {
      String name = author.text("name");
      return name == null ? List.of() : List.of(new Found(name, "json-ld", "author.name"));
    }
    List<Found> found = new ArrayList<>();
    for (Json name : author.all("name")) {
      String value = name.text();
      if (value != null) {
        found.add(new Found(value, "json-ld", "author.name"));
      }
    }
    return found;
  }

  private static boolean isOutlet(Json author) {
    String type = author.text("@type");
    return type != null && type.endsWith("Organization");
  }

  private Byline meta(HeadFacts head) {
    for (String name : META_AUTHORS) {
      if (name.equals("twitter:data1") && !saysAuthor(head.meta("twitter:label1"))) {
        continue;
      }
      Set<String> people = new LinkedHashSet<>();
      String agency = null;
      for (String value : head.metas(name)) {
        Byline byline = names.read(value, site, Trust.STATED);
        agency = agency == null ? byline.agency() : agency;
        if (people.addAll(byline.authors())) {
          log.add("authors", "meta", name, value);
        }
      }
      if (!people.isEmpty() || agency != null) {
        return new Byline(List.copyOf(people), agency);
      }
    }
    return Byline.NONE;
  }

  private boolean saysAuthor(@Nullable String label) {
    return label != null && names.startsAsByline(label + " x");
  }

  /** The first element after the headline, or shortly before it, that names people. */
  private Byline visible(List<Spot> bylines, @Nullable Spot headline) {
    String agency = null;
    for (Spot spot : bylines) {
      if (!isNear(spot, headline) || isOfCard(spot)) {
        continue;
      }
      String text = BylineText.of(spot.element());
      boolean stated = isStated(spot.element()) || isNickname(spot, text);
      boolean said = names.startsAsByline(text) && text.length() <= SHORT;
      Byline byline = names.read(text, site, stated || said ? Trust.STATED : Trust.SEEN);
      agency = agency == null ? byline.agency() : agency;
      if (!byline.authors().isEmpty()) {
        log.add("authors", "byline", spot.path(), text);
        return new Byline(byline.authors(), agency);
      }
    }
    return new Byline(List.of(), agency);
  }

  /** A link that holds more than the name leads to another article. */
  private static boolean isOfCard(Spot spot) {
    return (spot.context() & Survey.LINKED) != 0 && isOfCard(spot.element());
  }

  private static boolean isOfCard(@Nullable Element element) {
    if (element == null) {
      return false;
    }
    Element link = element.closest("a");
    return link != null && link.text().length() > element.text().length() + SHORT;
  }

  /** What says "by" beneath the text, where some themes have their bylines. */
  private Byline farther(List<Spot> bylines, @Nullable Spot headline, @Nullable String agency) {
    for (Spot spot : bylines) {
      boolean after = headline == null || spot.order() > headline.order();
      if (!after || (spot.context() & BARRED) != 0 || isOfCard(spot)) {
        continue;
      }
      String text = BylineText.of(spot.element());
      if (text.length() > FAR_LENGTH || !names.startsAsByline(text)) {
        continue;
      }
      Byline byline = names.read(text, site, Trust.SEEN);
      if (!byline.authors().isEmpty()) {
        log.add("authors", "byline", spot.path(), text);
        return new Byline(byline.authors(), first(agency, byline.agency()));
      }
    }
    return new Byline(List.of(), agency);
  }

  /** What says "Text:" or "Written by" somewhere beneath the headline. */
  private Byline labelled(Survey survey, HeadlineArea area, @Nullable String agency) {
    for (Block block : area.below()) {
      String text = block.text();
      boolean label = names.isLabel(area.before(block));
      if (text.length() > DATED || (!label && !names.startsLabelled(text)) || isQuoted(text)) {
        continue;
      }
      if (block.hidden() != 0 || (survey.contextOf(block.element()) & BARRED) != 0) {
        continue;
      }
      Byline byline = names.read(text, site, Trust.SEEN);
      if (!byline.authors().isEmpty()) {
        log.add("authors", "byline", "block " + block.index(), text);
        return new Byline(byline.authors(), first(agency, byline.agency()));
      }
    }
    return new Byline(List.of(), agency);
  }

  /** A name on a line of its own, a date on the next; and the page says more about that name. */
  private Byline besideDate(HeadlineArea area, @Nullable String agency) {
    for (Block block : area.lines()) {
      int distance = block.index() - area.headline();
      if (distance > 0
          && distance <= CLOSE
          && names.isName(block.text(), site)
          && area.tellsOf(block)
          && area.after(block).stream().anyMatch(next -> isDateLine(next.text()))) {
        log.add("authors", "byline", "block " + block.index(), block.text());
        return new Byline(List.of(block.text().strip()), agency);
      }
    }
    return new Byline(List.of(), agency);
  }

  private boolean isDateLine(String line) {
    return line.length() <= SHORT && isDated.test(line);
  }

  /** A box about the author, which begins with the name and says it again. */
  private Byline box(List<Spot> bylines, @Nullable Spot headline, @Nullable String agency) {
    for (Spot spot : bylines) {
      boolean after = headline != null && spot.order() > headline.order();
      if (!after || (spot.context() & BARRED) != 0 || isOfCard(spot)) {
        continue;
      }
      String text = Text.fold(BylineText.of(spot.element()));
      int end = text.indexOf(" ;");
      String name = end < 0 ? "" : text.substring(0, end).strip();
      if (names.isName(name, site) && text.indexOf(firstWord(name), end) > 0) {
        log.add("authors", "byline", spot.path(), text);
        return new Byline(List.of(name), agency);
      }
    }
    return new Byline(List.of(), agency);
  }

  private static String firstWord(String name) {
    return name.substring(0, name.indexOf(' '));
  }

  /** A line near the headline that begins as bylines do, or that is a name beside a date. */
  private Byline line(HeadlineArea area, @Nullable String agency) {
    for (Block block : area.lines()) {
      String names = claimed(block, area);
      Byline byline = names == null ? Byline.NONE : this.names.read(names, site, Trust.SEEN);
      if (!byline.authors().isEmpty()) {
        log.add("authors", "byline", "block " + block.index(), block.text());
        return new Byline(byline.authors(), first(agency, byline.agency()));
      }
    }
    return new Byline(List.of(), agency);
  }

  /** Returns what a line says about its author, or null when it says nothing. */
  private @Nullable String claimed(Block block, HeadlineArea area) {
    String line = block.text();
    if (isQuoted(line) || isOfCard(block.element())) {
      return null;
    }
    if (names.startsAsByline(line) || names.isLabel(area.before(block))) {
      return line;
    }
    int distance = block.index() - area.headline();
    if (distance < -CLOSE_BEFORE
        || distance > CLOSE
        || line.length() > DATED
        || !isDated.test(line)) {
      return null;
    }
    String behind = names.behindBy(line);
    return behind == null ? line : behind;
  }

  /** Embedded posts and quotations are signed behind a dash. */
  private static boolean isQuoted(String line) {
    char first = line.isEmpty() ? ' ' : line.charAt(0);
    return first == '\u2014' || first == '\u2013' || line.contains("(@");
  }

  /** Forums write the thread's first author under such a class. */
  private static boolean isNickname(Spot spot, String text) {
    return (spot.hint() & ClassWords.NICKNAME) != 0
        && text.length() <= SHORT
        && spot.element().children().size() <= 1;
  }

  private static boolean isStated(Element element) {
    return element.attr("rel").contains("author") || element.attr("itemprop").equals("author");
  }

  private static boolean isNear(Spot spot, @Nullable Spot headline) {
    int from = headline == null ? 0 : headline.order();
    int ignored = headline == null ? 0 : headline.context();
    int foreign = spot.context() & ~ignored;
    int distance = spot.order() - from;
    boolean beside = distance >= -BEFORE && distance <= BESIDE;
    int barred =
        beside
            ? ClassWords.NAVIGATION | ClassWords.RELATED | ClassWords.COMMENT | Survey.HIDDEN
            : Survey.ELSEWHERE | Survey.HIDDEN;
    if ((foreign & barred) != 0 || distance < -BEFORE) {
      return false;
    }
    return distance <= NEAR || (isStated(spot.element()) && headline != null);
  }
}
