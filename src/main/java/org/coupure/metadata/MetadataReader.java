package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.article.Access;
import org.coupure.article.Byline;
import org.coupure.article.Dates;
import org.coupure.article.Headline;
import org.coupure.article.Place;
import org.coupure.article.Rights;
import org.coupure.block.Blocks;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Page;
import org.coupure.rules.Fields;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads what a page says about its article. Immutable and thread-safe. */
public final class MetadataReader {
  private final ClassWords classWords = ClassWords.load();
  private final JsonScript scripts = new JsonScript();
  private final Months months = Months.load();
  private final DateText dateText = DateText.load(months);
  private final DateLines dateLines = DateLines.load();
  private final Names names = new Names(BylineWords.load(), months);

  /**
   * Returns the metadata of a page.
   *
   * @param page what was captured
   * @param blocks the page's blocks; their document is null for plain text
   * @param ruled what site rule and themes found, strongest first
   */
  public Metadata read(Page page, Blocks blocks, List<Fields> ruled) {
    Document document = blocks.document();
    EvidenceLog log = new EvidenceLog();
    Survey survey = Survey.of(document, classWords);
    HeadFacts head = survey.head;
    LinkedData data = linkedData(head);
    SiteNames site = siteNames(head, data, page.url());
    Thing main = MainThing.find(data, titles(head, site), addresses(page, head));
    Headlines.Choice title = Headlines.choose(
            survey, main == null ? null : main.json(), site, Addresses.isHome(page.url()));
    Spot headline = title == null ? null : title.spot();
    HeadlineArea area =
        HeadlineArea.of(blocks, headline, title == null ? null : title.title());
    Locale locale = Locales.of(head, page.url());
    Byline byline =
        new Authors(names, line -> dateText.parse(line, locale) != null, site, log)
            .decide(survey, data, main, headline, area);
    Dates dates =
        new PublishDates(dateText, dateLines, locale, page.captured(), log)
            .decide(survey, main, headline, area, page.url());
    return new Metadata(
        new Headline(title == null ? null : title.title(), null, null),
        byline,
        dates,
        new Place(page.url(), null, null, null),
        null,
        List.of(),
        List.of(),
        Access.UNKNOWN,
        Rights.UNSTATED,
        log.entries(),
        Map.of());
  }

  private LinkedData linkedData(HeadFacts head) {
    List<Json> roots = new ArrayList<>();
    head.scripts().forEach(script -> roots.addAll(scripts.read(script)));
    return LinkedData.of(roots);
  }

  private static SiteNames siteNames(HeadFacts head, LinkedData data, @Nullable String url) {
    List<String> names = new ArrayList<>();
    add(names, head.meta("og:site_name"));
    add(names, head.meta("application-name"));
    add(names, data.nameOf("WebSite"));
    for (Thing thing : data.things()) {
      for (Json publisher : data.all(thing.json(), "publisher")) {
        add(names, publisher.text("name"));
      }
    }
    add(names, data.nameOf("NewsMediaOrganization"));
    add(names, data.nameOf("Organization"));
    return SiteNames.of(names, Addresses.host(url));
  }

  private static void add(List<String> names, @Nullable String name) {
    if (name != null && !name.isBlank() && names.size() < 10) {
      names.add(Text.plain(name));
    }
  }

  private static List<String> titles(HeadFacts head, SiteNames site) {
    List<String> titles = new ArrayList<>();
    for (Found witness : Headlines.witnesses(head, null)) {
      titles.add(Titles.withoutSite(witness.value(), site));
    }
    return titles;
  }

  private static List<String> addresses(Page page, HeadFacts head) {
    List<String> addresses = new ArrayList<>();
    if (page.url() != null) {
      addresses.add(Addresses.key(page.url()));
    }
    if (head.canonical() != null) {
      addresses.add(Addresses.key(head.canonical()));
    }
    return addresses;
  }
}
