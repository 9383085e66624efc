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

  /** Longer texts far from the headline are about people, not by them. */
  private static final int FAR_LENGTH = 60;

  /** Longer lines with a date in them are text. */
  private static final int DATED = 90;

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
      return linked;
    }
    Byline meta = meta(survey.head);
    if (!meta.authors().isEmpty()) {
      return new Byline(meta.authors(), first(linked.agency(), meta.agency()));
    }
    Byline visible = visible(survey.bylines, headline);
    if (visible.authors().isEmpty()) {
      visible = line(area, visible.agency());
    }
    if (visible.authors().isEmpty()) {
      visible = farther(survey.bylines, headline, visible.agency());
    }
    String agency = first(linked.agency(), meta.agency(), visible.agency());
    return new Byline(visible.authors(), agency);
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
        Byline byline = names.read(found.value(), site, Trust.STATED);
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
      if (!isNear(spot, headline)) {
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

  /** What says "by" beneath the text, where some themes have their bylines. */
  private Byline farther(List<Spot> bylines, @Nullable Spot headline, @Nullable String agency) {
    int barred =
        ClassWords.NAVIGATION
            | ClassWords.RELATED
            | ClassWords.COMMENT
            | ClassWords.SPONSOR
            | Survey.HIDDEN;
    for (Spot spot : bylines) {
      boolean after = headline == null || spot.order() > headline.order();
      if (!after || (spot.context() & barred) != 0) {
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
