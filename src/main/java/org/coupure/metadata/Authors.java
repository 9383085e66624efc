package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.coupure.article.Byline;
import org.coupure.byline.BylineParser;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.byline.SiteNames;
import org.coupure.json.Json;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides who wrote it: structured data of the main thing, then meta elements, then what stands as
 * a byline near the headline.
 */
final class Authors {
  private static final List<String> META_AUTHORS = MetaNames.of("author");

  /** More names than that are a list of people, not a byline. */
  private static final int MOST = 6;

  private final BylineParser names;
  private final SiteNames site;
  private final VisibleAuthors shown;

  Authors(BylineParser names, Predicate<String> isDated, SiteNames site) {
    this.names = names;
    this.site = site;
    this.shown = new VisibleAuthors(names, isDated, site);
  }

  /** Returns who wrote it: of all sources the first that names people, and where it does. */
  Attribution decide(
      PageScan scan,
      LinkedData data,
      @Nullable Thing main,
      @Nullable MarkedElement headline,
      HeadlineArea area) {
    Attribution stated = linked(data, main).or(() -> meta(scan.head));
    if (!stated.isEmpty()) {
      Attribution seen =
          stated.authors().stream().allMatch(this::isOutlet)
              ? shown.near(scan, headline, area)
              : area.says(stated.authors())
                  ? fuller(stated.authors(), scan, headline, area)
                  : contradicting(stated.authors(), scan, headline, area);
      return seen.isEmpty() ? stated : seen.withAgency(stated.byline().agency());
    }
    return stated
        .or(() -> shown.near(scan, headline, area))
        .or(() -> team(scan, data, main, headline, area))
        .or(() -> shown.far(scan, headline, area))
        .or(() -> statedTeam(scan, data, main));
  }

  /**
   * Returns who signs for a reader to see, where the page shows none of the stated names: that is
   * whoever uploaded it.
   */
  private Attribution contradicting(
      List<String> stated, PageScan scan, @Nullable MarkedElement headline, HeadlineArea area) {
    return shown.signed(scan, headline, area, stated.stream().allMatch(Authors::isLogin));
  }

  /** Content systems state the site or its office where the page shows a byline. */
  private boolean isOutlet(String name) {
    boolean person = names.isGivenName(name.split(" ", 2)[0]);
    return !person && (site.is(name) || names.signingTeam(name) != null);
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
  private Attribution fuller(
      List<String> stated, PageScan scan, @Nullable MarkedElement headline, HeadlineArea area) {
    List<Candidate> candidates = new ArrayList<>();
    if (headline != null) {
      candidates.addAll(Candidate.marked(scan, headline, BylineText::of));
    }
    for (Candidate line : Candidate.lines(area, true)) {
      if (line.text().contains(stated.get(0))) {
        candidates.add(line);
      }
    }
    for (Candidate candidate : candidates) {
      Byline seen = names.read(Text.plain(candidate.text()), site, Trust.SEEN);
      if (isFuller(candidate.text(), seen.authors(), stated)) {
        return Attribution.of(seen, candidate.found());
      }
    }
    return Attribution.NONE;
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

  /** Returns the team that signs for a reader to see, as the page's data spell it. */
  private Attribution team(
      PageScan scan,
      LinkedData data,
      @Nullable Thing main,
      @Nullable MarkedElement headline,
      HeadlineArea area) {
    Attribution seen = seenTeam(scan, headline, area);
    return seen.isEmpty() ? seen : statedTeam(scan, data, main).or(() -> seen);
  }

  /** Who signs together is named where no person is. */
  private Attribution statedTeam(PageScan scan, LinkedData data, @Nullable Thing main) {
    List<RawValue> stated = new ArrayList<>();
    List<Json> authors = main == null ? List.of() : data.all(main.json(), "author");
    authors.forEach(author -> stated.addAll(nameOf(author)));
    scan.head.metas("author").forEach(value -> stated.add(new RawValue(value, "meta", "author")));
    for (RawValue raw : stated) {
      String team = names.team(Text.plain(raw.value()));
      if (team != null) {
        return Attribution.of(List.of(team), raw);
      }
    }
    return Attribution.NONE;
  }

  /**
   * Returns the team that signs where a reader sees it; an editorial office counts only here, since
   * content systems name one as the user of everything.
   */
  private Attribution seenTeam(PageScan scan, @Nullable MarkedElement headline, HeadlineArea area) {
    List<Candidate> candidates = new ArrayList<>(Candidate.marked(scan, headline, Element::text));
    for (Candidate line : Candidate.lines(area, false)) {
      if (names.prefixes().startsAsByline(line.text())) {
        candidates.add(line);
      }
    }
    for (Candidate candidate : candidates) {
      String team = names.signingTeam(Text.plain(candidate.text()));
      if (team != null) {
        return Attribution.of(List.of(team), candidate.found());
      }
    }
    return Attribution.NONE;
  }

  private Attribution linked(LinkedData data, @Nullable Thing main) {
    if (main == null) {
      return Attribution.NONE;
    }
    List<Json> authors = data.all(main.json(), "author");
    if (authors.isEmpty()) {
      authors = data.all(main.json(), "creator");
    }
    Attribution all = Attribution.NONE;
    for (Json author : authors) {
      for (RawValue raw : nameOf(author)) {
        String name = Text.plain(raw.value());
        all =
            all.and(
                isOutlet(author)
                    ? names.organisation(name, site)
                    : names.read(name, site, Trust.STATED),
                raw);
      }
    }
    return all;
  }

  private static List<RawValue> nameOf(Json author) {
    String text = author.text();
    if (text != null) {
      return List.of(new RawValue(text, "json-ld", "author"));
    }
    if (author.text("@type") != null && isOutlet(author)) {
      String name = author.text("name");
      return name == null ? List.of() : List.of(new RawValue(name, "json-ld", "author.name"));
    }
    List<RawValue> found = new ArrayList<>();
    for (Json name : author.all("name")) {
      String value = name.text();
      if (value != null) {
        found.add(new RawValue(value, "json-ld", "author.name"));
      }
    }
    return found;
  }

  private static boolean isOutlet(Json author) {
    String type = author.text("@type");
    return type != null && type.endsWith("Organization");
  }

  private Attribution meta(Head head) {
    for (String name : META_AUTHORS) {
      if (name.equals("twitter:data1") && !saysAuthor(head.meta("twitter:label1"))) {
        continue;
      }
      Attribution all = Attribution.NONE;
      for (String value : head.metas(name)) {
        Byline byline = names.read(Text.plain(value), site, Trust.STATED);
        all = all.and(byline, new RawValue(value, "meta", name));
      }
      if (!all.byline().equals(Byline.NONE)) {
        return all;
      }
    }
    return Attribution.NONE;
  }

  private boolean saysAuthor(@Nullable String label) {
    return label != null && names.prefixes().startsAsByline(label + " x");
  }
}
