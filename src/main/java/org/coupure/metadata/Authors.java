package org.coupure.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.coupure.article.Byline;
import org.coupure.block.Block;
import org.coupure.byline.BylineParser;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.byline.SiteNames;
import org.coupure.metadata.LinkedData.Thing;
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

  /** More names than that are a list of people, not a byline. */
  private static final int MOST = 6;

  private final BylineParser names;
  private final SiteNames site;
  private final EvidenceLog log;
  private final ShownAuthors shown;

  Authors(BylineParser names, Predicate<String> isDated, SiteNames site, EvidenceLog log) {
    this.names = names;
    this.site = site;
    this.log = log;
    this.shown = new ShownAuthors(names, isDated, site, log);
  }

  Byline decide(
      Survey survey,
      LinkedData data,
      @Nullable Thing main,
      @Nullable Spot headline,
      HeadlineArea area) {
    Byline linked = linked(data, main);
    Byline stated = linked.authors().isEmpty() ? meta(survey.head) : linked;
    String agency = first(linked.agency(), stated.agency());
    boolean isStated = !stated.authors().isEmpty();
    if (isStated && area.says(stated.authors())) {
      return fuller(new Byline(stated.authors(), agency), survey, headline, area);
    }
    if (isStated) {
      return contradicted(new Byline(stated.authors(), agency), survey, headline, area);
    }
    Byline seen = shown.near(survey, headline, area, agency);
    String team = seen.authors().isEmpty() ? seenTeam(survey, headline, area) : null;
    if (team != null) {
      Byline spelt = statedTeam(survey, data, main, seen.agency());
      return spelt.authors().isEmpty() ? new Byline(List.of(team), seen.agency()) : spelt;
    }
    if (seen.authors().isEmpty()) {
      seen = shown.far(survey, headline, area, seen.agency());
    }
    return seen.authors().isEmpty() ? statedTeam(survey, data, main, seen.agency()) : seen;
  }

  /**
   * Returns who signs for a reader to see, where the page shows none of the stated names: that is
   * whoever uploaded it.
   */
  private Byline contradicted(
      Byline stated, Survey survey, @Nullable Spot headline, HeadlineArea area) {
    boolean login = stated.authors().stream().allMatch(Authors::isLogin);
    Byline seen = shown.signed(survey, headline, area, login);
    return seen.authors().isEmpty()
        ? stated
        : new Byline(seen.authors(), first(stated.agency(), seen.agency()));
  }

  /** "jane.roe", "jroe2" */
  private static boolean isLogin(String name) {
    boolean small = name.equals(name.toLowerCase(Locale.ROOT));
    return small && name.indexOf(' ') < 0 && !name.equals(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Returns what a reader sees at the headline, when it names the stated authors and others:
   * content systems often hand on the first of several.
   */
  private Byline fuller(Byline stated, Survey survey, @Nullable Spot headline, HeadlineArea area) {
    for (Spot spot : survey.bylines) {
      if (headline == null || !ShownAuthors.isNear(spot, headline) || ShownAuthors.isOfCard(spot)) {
        continue;
      }
      String text = BylineText.of(spot.element());
      Byline seen = names.read(Text.plain(text), site, Trust.SEEN);
      if (isFuller(text, seen.authors(), stated.authors())) {
        log.add("authors", "byline", spot.path(), text);
        return new Byline(seen.authors(), first(stated.agency(), seen.agency()));
      }
    }
    for (Block block : area.lines()) {
      String text = block.index() > area.headline() ? block.text() : "";
      if (text.contains(stated.authors().get(0))) {
        Byline seen = names.read(Text.plain(text), site, Trust.SEEN);
        if (isFuller(text, seen.authors(), stated.authors())) {
          log.add("authors", "byline", "block " + block.index(), text);
          return new Byline(seen.authors(), first(stated.agency(), seen.agency()));
        }
      }
    }
    return stated;
  }

  private boolean isFuller(String text, List<String> seen, List<String> stated) {
    return seen.size() > stated.size()
        && seen.size() <= MOST
        && stated.stream().allMatch(name -> isIn(name, seen))
        && names.isAll(Text.plain(text), seen);
  }

  /** With a title or without: "Dr Jane Doe". */
  private static boolean isIn(String name, List<String> seen) {
    return seen.stream().anyMatch(other -> other.equals(name) || other.endsWith(" " + name));
  }

  /** Who signs together is named where no person is. */
  private Byline statedTeam(
      Survey survey, LinkedData data, @Nullable Thing main, @Nullable String agency) {
    List<Json> authors = main == null ? List.of() : data.all(main.json(), "author");
    for (Json author : authors) {
      for (Found found : nameOf(author)) {
        String team = names.team(Text.plain(found.value()));
        if (team != null) {
          log.add("authors", found);
          return new Byline(List.of(team), agency);
        }
      }
    }
    for (String value : survey.head.metas("author")) {
      String team = names.team(Text.plain(value));
      if (team != null) {
        log.add("authors", "meta", "author", value);
        return new Byline(List.of(team), agency);
      }
    }
    return new Byline(List.of(), agency);
  }

  /**
   * Returns the team that signs where a reader sees it, or null; an editorial office counts only
   * here, since content systems name one as the user of everything.
   */
  private @Nullable String seenTeam(Survey survey, @Nullable Spot headline, HeadlineArea area) {
    for (Spot spot : survey.bylines) {
      boolean near = ShownAuthors.isNear(spot, headline) && !ShownAuthors.isOfCard(spot);
      String text = near ? spot.element().text() : "";
      String team = names.signingTeam(Text.plain(text));
      if (team != null) {
        log.add("authors", "byline", spot.path(), text);
        return team;
      }
    }
    for (Block block : area.lines()) {
      String text = names.prefixes().startsAsByline(block.text()) ? block.text() : "";
      String team = names.signingTeam(Text.plain(text));
      if (team != null) {
        log.add("authors", "byline", "block " + block.index(), text);
        return team;
      }
    }
    return null;
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
                ? names.organisation(Text.plain(found.value()), site)
                : names.read(Text.plain(found.value()), site, Trust.STATED);
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
        Byline byline = names.read(Text.plain(value), site, Trust.STATED);
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
    return label != null && names.prefixes().startsAsByline(label + " x");
  }
}
