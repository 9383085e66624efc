package org.coupure.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coupure.article.Byline;
import org.coupure.metadata.LinkedData.Thing;
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

  private final Names names;
  private final SiteNames site;
  private final EvidenceLog log;

  Authors(Names names, SiteNames site, EvidenceLog log) {
    this.names = names;
    this.site = site;
    this.log = log;
  }

  Byline decide(Survey survey, LinkedData data, @Nullable Thing main, @Nullable Spot headline) {
    Byline linked = linked(data, main);
    if (!linked.authors().isEmpty()) {
      return linked;
    }
    Byline meta = meta(survey.head);
    Byline visible = meta.authors().isEmpty() ? visible(survey.bylines, headline) : Byline.NONE;
    List<String> authors = meta.authors().isEmpty() ? visible.authors() : meta.authors();
    String agency = first(linked.agency(), meta.agency(), visible.agency());
    return new Byline(authors, agency);
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
        Byline byline = names.read(found.value(), site, false);
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
        Byline byline = names.read(value, site, false);
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

  private Byline visible(List<Spot> bylines, @Nullable Spot headline) {
    Set<String> people = new LinkedHashSet<>();
    String agency = null;
    int from = headline == null ? 0 : headline.order();
    int ignored = headline == null ? 0 : headline.context();
    for (Spot spot : bylines) {
      int foreign = spot.context() & ~ignored & (Survey.ELSEWHERE | Survey.HIDDEN);
      int distance = spot.order() - from;
      if (foreign != 0 || distance > NEAR || distance < -30) {
        continue;
      }
      String text = text(spot.element());
      boolean sure = spot.element().attr("rel").contains("author")
          || spot.element().hasAttr("itemprop");
      Byline byline = names.read(text, site, !sure);
      agency = agency == null ? byline.agency() : agency;
      if (people.addAll(byline.authors())) {
        log.add("authors", "byline", spot.element().cssSelector(), text);
        break;
      }
    }
    return new Byline(List.copyOf(people), agency);
  }

  private static String text(Element element) {
    Element name = element.selectFirst("[itemprop=name]");
    return (name == null ? element : name).text();
  }
}
