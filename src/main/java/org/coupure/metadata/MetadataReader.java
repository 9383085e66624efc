package org.coupure.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coupure.article.Access;
import org.coupure.article.Byline;
import org.coupure.article.Dates;
import org.coupure.article.Headline;
import org.coupure.article.Image;
import org.coupure.article.Moment;
import org.coupure.article.WebLocation;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.byline.BylineParser;
import org.coupure.byline.SiteNames;
import org.coupure.date.DateLines;
import org.coupure.date.DateParser;
import org.coupure.date.Months;
import org.coupure.json.Json;
import org.coupure.json.JsonScript;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.coupure.page.Page;
import org.coupure.page.Url;
import org.coupure.rules.RuleFields;
import org.coupure.text.LanguageTag;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a page says about its article, in one walk over it: what rules say goes first, then
 * the structured data of the thing that the page is about, then meta elements, then what a reader
 * sees around the headline. Better nothing than something wrong. Immutable and thread-safe.
 */
public final class MetadataReader {
  private static final int MAX_DESCRIPTION = 2000;

  /** More scripts of linked data than any honest page has; the rest is not read. */
  private static final int MAX_SCRIPTS = 100;

  private static final int FOREIGN = ElementRoles.COMMENT | ElementRoles.RELATED | PageScan.HIDDEN;

  private final Months months = Months.load();
  private final DateParser dateParser = DateParser.load(months);
  private final DateLines dateLines = DateLines.load();
  private final BylineParser names = BylineParser.bundled();
  private final ElementRoles elementRoles = ElementRoles.load();
  private final JsonScript scripts = new JsonScript();

  /**
   * Returns the metadata of a page.
   *
   * @param page what was captured
   * @param blocks the page's blocks; their document is null for plain text
   * @param ruled what site rule and themes found, strongest first
   */
  public Metadata read(Page page, Blocks blocks, List<RuleFields> ruled) {
    Document document = blocks.document();
    return document == null ? readText(page, blocks) : readHtml(page, blocks, document, ruled);
  }

  private Metadata readHtml(Page page, Blocks blocks, Document document, List<RuleFields> ruled) {
    EvidenceLog log = new EvidenceLog();
    RuledFields rules = new RuledFields(ruled, log);
    PageScan scan = new PageScan(document, blocks, elementRoles);
    Head head = scan.head;
    LinkedData data = linkedData(blocks);
    String declared = Locales.declared(head);
    Locale locale = rules.locale(Locales.of(declared, blocks, page.url()));
    SiteNames site = siteNames(scan, data, page.url());
    String whole = head.title();
    if (site.name() == null && whole != null) {
      site = site.alsoCalled(ShownSiteName.in(whole, document, blocks));
    }
    Thing main = MainEntity.find(data, titles(scan.titles, site), urls(page, head));

    Headlines.Choice choice = headline(scan, main, site, page.url());
    choice = choice == null ? unnamed(blocks) : VisibleTitle.over(choice, scan.titles, blocks);
    String title = rules.title();
    MarkedElement element = choice == null ? null : choice.spot();
    if (title != null) {
      element = Headlines.spot(scan, title);
      title = choice == null ? title : choice.withoutKicker(title);
    }
    if (title == null && choice != null) {
      title = choice.title();
      log.add("title", choice.found());
    }
    HeadlineArea area = HeadlineArea.of(blocks, element, title);

    Byline byline = rules.byline(names, site);
    if (byline == null) {
      Attribution attribution =
          new Authors(names, line -> dateParser.isIn(line, locale), site)
              .decide(scan, data, main, element, area);
      attribution.sources().forEach(found -> log.add("authors", found));
      byline = attribution.byline();
    }
    Block signature = signature(scan, blocks, area);
    if (signature != null && byline.authors().isEmpty()) {
      byline = new Byline(List.of(ClosingLine.name(signature)), byline.agency());
      log.add("authors", "text", "block " + signature.index(), signature.text());
    }
    PlausibleDates plausible = new PlausibleDates(dateParser, locale, page.captured());
    PublishDates dates =
        new PublishDates(
            new StatedDates(plausible, head, main),
            new VisibleDates(plausible, dateLines, scan, element, area),
            plausible,
            page.url());
    Found<Moment> changed = rules.modified(dateParser, locale);
    changed = changed == null ? dates.modified() : changed;
    Found<Moment> published = rules.published(dateParser, locale);
    published = published == null ? dates.published(Found.valueOf(changed)) : published;
    changed = changed == null ? dates.seenModified(Found.valueOf(published)) : changed;
    log.add("modified", changed);
    log.add("published", published);

    Microdata item = Microdata.of(scan, element, title);
    SectionAndTags sectionAndTags = new SectionAndTags(head, data, main, item, log);
    String base = page.url() == null ? head.url() : page.url();
    List<Image> images = rules.images(base);
    if (images.isEmpty()) {
      images = LeadImage.find(head, data, main, base, log);
      images = images.isEmpty() ? item.images(base, log) : images;
      images = new Pictures(scan, base).with(images, element, log);
    }
    List<String> crumbs = Breadcrumb.read(scan, element, title);
    AccessAndRights accessAndRights = new AccessAndRights(head, main, log);
    WebLocation location = sectionAndTags.place(page.url(), site, crumbs);
    String section = rules.section();
    List<String> tags = rules.tags();
    Access access = rules.access();
    String subtitle = rules.subtitle();
    Map<Integer, String> spent =
        new ConsumedBlocks(names, dateLines, dateParser, locale)
            .decide(blocks, area, title, byline);
    if (signature != null) {
      spent.put(signature.index(), "authors");
    }
    if (subtitle != null) {
      ConsumedBlocks.subtitle(blocks, subtitle, spent);
    } else {
      subtitle = new Standfirst(scan, blocks, area, title, spent).find(main, log);
    }
    return new Metadata(
        new Headline(title, subtitle, description(head, log)),
        byline,
        new Dates(
            rules.placed(Found.valueOf(published)),
            rules.placed(Found.valueOf(changed)),
            page.captured()),
        section == null
            ? location
            : new WebLocation(location.url(), location.canonicalUrl(), location.site(), section),
        language(declared, main, log),
        tags.isEmpty() ? sectionAndTags.tags() : tags,
        images,
        access == null ? accessAndRights.access() : access,
        accessAndRights.rights().or(page.rights()),
        log.entries(),
        spent);
  }

  private Metadata readText(Page page, Blocks blocks) {
    EvidenceLog log = new EvidenceLog();
    DumpFacts facts = new DumpFacts(names, dateParser, dateLines, log).read(blocks, page.url());
    return new Metadata(
        new Headline(facts.title(), null, null),
        facts.byline(),
        facts.dates(page),
        facts.place(page),
        null,
        facts.tags(),
        List.of(),
        Access.UNKNOWN,
        page.rights(),
        log.entries(),
        facts.spent());
  }

  /** Commentators sign too. */
  private static @Nullable Block signature(PageScan scan, Blocks blocks, HeadlineArea area) {
    Block found = ClosingLine.find(blocks, area.headline());
    boolean foreign = found != null && (scan.contextOf(found.element()) & FOREIGN) != 0;
    return foreign ? null : found;
  }

  private LinkedData linkedData(Blocks blocks) {
    List<Json> roots = new ArrayList<>();
    List<String> read = blocks.linkedData();
    for (String script : read.subList(0, Math.min(read.size(), MAX_SCRIPTS))) {
      roots.addAll(scripts.read(script));
    }
    return LinkedData.of(roots);
  }

  private static Headlines.@Nullable Choice headline(
      PageScan scan, @Nullable Thing main, SiteNames site, @Nullable String url) {
    Json json = main == null || main.rank() < Thing.WORK ? null : main.json();
    return Headlines.choose(scan, json, site, Url.original(url));
  }

  /** A page of a word processor, which calls itself nothing and has no headings. */
  private static Headlines.@Nullable Choice unnamed(Blocks blocks) {
    Block line = PlaceholderTitles.firstLine(blocks);
    if (line == null) {
      return null;
    }
    String title = Text.fold(line.text());
    return new Headlines.Choice(title, new RawValue(title, "text", "block " + line.index()), null);
  }

  private static SiteNames siteNames(PageScan scan, LinkedData data, @Nullable String url) {
    Head head = scan.head;
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
    if (names.isEmpty()) {
      add(names, Microdata.publisher(scan));
    }
    return SiteNames.of(names, Url.host(Url.original(url)));
  }

  private static void add(List<String> names, @Nullable String name) {
    if (name != null && !name.isBlank() && names.size() < 10) {
      names.add(Text.plain(name));
    }
  }

  private static List<String> titles(StatedTitles stated, SiteNames site) {
    List<String> titles = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (RawValue witness : stated.all()) {
      if (!values.add(witness.value())) {
        continue;
      }
      String key = stated.key(Titles.withoutSite(witness.value(), site));
      if (!titles.contains(key)) {
        titles.add(key);
      }
    }
    return titles;
  }

  private static List<String> urls(Page page, Head head) {
    List<String> urls = new ArrayList<>();
    if (page.url() != null) {
      urls.add(Url.pageKey(page.url()));
    }
    if (head.canonical() != null) {
      urls.add(Url.pageKey(head.canonical()));
    }
    return urls;
  }

  private static @Nullable String description(Head head, EvidenceLog log) {
    for (String name : MetaNames.of("description")) {
      String raw = head.meta(name);
      String plain = raw == null ? "" : Text.plain(raw);
      if (!plain.isEmpty() && plain.length() <= MAX_DESCRIPTION) {
        log.add("description", "meta", name, raw);
        return plain;
      }
    }
    return null;
  }

  private static @Nullable String language(
      @Nullable String declared, @Nullable Thing main, EvidenceLog log) {
    String tag = declared;
    if (tag == null && main != null) {
      tag = LanguageTag.of(main.json().text("inLanguage"));
    }
    if (tag != null) {
      log.add("language", "meta", "html[lang]", tag);
    }
    return tag;
  }
}
