package org.coupure.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.coupure.json.Json;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Head;
import org.coupure.page.Page;
import org.coupure.page.Url;
import org.coupure.rules.RuleFields;
import org.coupure.text.LanguageTag;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of one HTML page, field by field in the order in which fields need each other:
 * locale, site and main entity, headline, byline, dates, then the rest. Used once.
 */
final class HtmlMetadata {
  private static final int MAX_DESCRIPTION = 2000;

  private static final int FOREIGN = ElementRoles.COMMENT | ElementRoles.RELATED | PageScan.HIDDEN;

  private final BylineParser names;
  private final DateParser dateParser;
  private final DateLines dateLines;
  private final Page page;
  private final Blocks blocks;
  private final PageScan scan;
  private final Head head;
  private final EvidenceLog log = new EvidenceLog();

  HtmlMetadata(
      BylineParser names,
      DateParser dateParser,
      DateLines dateLines,
      Page page,
      Blocks blocks,
      PageScan scan) {
    this.names = names;
    this.dateParser = dateParser;
    this.dateLines = dateLines;
    this.page = page;
    this.blocks = blocks;
    this.scan = scan;
    this.head = scan.head;
  }

  /** The headline, its element when there is one, and the lines around it. */
  private record Titled(
      @Nullable String title, @Nullable MarkedElement element, HeadlineArea area) {}

  /** The values that later fields use from earlier ones. */
  private record Context(
      RuledFields rules, LinkedData data, @Nullable Thing main, SiteNames site, Locale locale) {}

  Metadata read(Document document, LinkedData data, List<RuleFields> ruled) {
    RuledFields rules = new RuledFields(ruled);
    String declared = Locales.declared(head);
    Locale locale = rules.locale(Locales.of(declared, blocks, page.url()));
    SiteNames site = site(document, data);
    Thing main = MainEntity.find(data, titles(scan.titles, site), urls(page, head));
    Context context = new Context(rules, data, main, site, locale);

    Titled titled = titled(context);
    Block signature = signature(scan, blocks, titled.area());
    Byline byline = byline(context, titled, signature);
    Dates dates = dates(context, titled);
    Microdata item = Microdata.of(scan, titled.element(), titled.title());
    PlaceAndTags placeAndTags = new PlaceAndTags(head, main, item, log);
    List<Image> images = images(context, titled.element(), item);
    AccessAndRights accessAndRights = new AccessAndRights(head, main, log);
    Found<String> section = section(context, titled, item);
    WebLocation location = placeAndTags.place(page.url(), site);
    Found<List<String>> tags = rules.tags();
    log.add("tags", tags);
    RuleFields.Stated access = rules.access();
    if (access != null) {
      log.add("access", "rule", access.where(), null);
    }
    Found<String> ruledSubtitle = rules.subtitle();
    log.add("subtitle", ruledSubtitle);
    String subtitle = Found.valueOf(ruledSubtitle);
    Map<Integer, String> spent =
        new ConsumedBlocks(names, dateLines, dateParser, locale)
            .decide(blocks, titled.area(), titled.title(), byline);
    if (signature != null) {
      spent.put(signature.index(), "authors");
    }
    if (subtitle != null) {
      ConsumedBlocks.subtitle(blocks, subtitle, spent);
    } else {
      subtitle = new Standfirst(scan, blocks, titled.area(), titled.title(), spent).find(main, log);
    }
    return new Metadata(
        new Headline(titled.title(), subtitle, description(head, log)),
        byline,
        dates,
        new WebLocation(
            location.url(), location.canonicalUrl(), location.site(), Found.valueOf(section)),
        language(declared, main, log),
        tags == null ? placeAndTags.tags() : tags.value(),
        images,
        access == null ? accessAndRights.access() : access.access(),
        accessAndRights.rights().or(page.rights()),
        log.entries(),
        spent);
  }

  private SiteNames site(Document document, LinkedData data) {
    SiteNames site = siteNames(scan, data, page.url());
    String whole = head.title();
    return site.name() == null && whole != null
        ? site.alsoCalled(ShownSiteName.in(whole, document, blocks))
        : site;
  }

  private Titled titled(Context context) {
    Headlines.Choice choice = headline(scan, context.main(), context.site(), page.url());
    choice = choice == null ? unnamed(blocks) : VisibleTitle.over(choice, scan.titles, blocks);
    Found<String> ruled = context.rules().title();
    Found<String> found = Headlines.title(ruled, choice);
    log.add("title", found);
    MarkedElement element = choice == null ? null : choice.spot();
    element = ruled == null ? element : Headlines.spot(scan, ruled.value());
    String title = Found.valueOf(found);
    return new Titled(title, element, HeadlineArea.of(blocks, element, title));
  }

  private Byline byline(Context context, Titled titled, @Nullable Block signature) {
    Attribution ruled = context.rules().byline(names, context.site());
    Attribution attribution =
        ruled != null
            ? ruled
            : new Authors(names, line -> dateParser.isIn(line, context.locale()), context.site())
                .decide(scan, context.data(), context.main(), titled.element(), titled.area());
    Attribution all =
        attribution
            .or(() -> ClosingLine.attribution(signature))
            .or(() -> ClosingLine.initials(titled.area().below(), names));
    all.sources().forEach(found -> log.add("authors", found));
    return all.byline();
  }

  private @Nullable Found<String> section(Context context, Titled titled, Microdata item) {
    List<String> crumbs = Breadcrumb.read(scan, titled.element(), titled.title());
    SiteSection stated = new SiteSection(head, context.data(), context.main(), context.site());
    Found<String> section =
        Found.first(List.of(context.rules()::section, () -> stated.find(item, crumbs)));
    log.add("section", section);
    return section;
  }

  private Dates dates(Context context, Titled titled) {
    RuledFields rules = context.rules();
    PlausibleDates plausible = new PlausibleDates(dateParser, context.locale(), page.captured());
    PublishDates dates =
        new PublishDates(
            new StatedDates(plausible, head, context.main()),
            new StateDates(plausible, blocks.scripts(), titled.title()),
            new VisibleDates(plausible, dateLines, scan, titled.element(), titled.area()),
            plausible,
            page.url());
    Found<Moment> changed = rules.modified(dateParser, context.locale());
    changed = changed == null ? dates.modified() : changed;
    Found<Moment> published = rules.published(dateParser, context.locale());
    published =
        published == null
            ? dates.published(Found.valueOf(changed))
            : dates.unchanged(published, Found.valueOf(changed));
    changed = changed == null ? dates.seenModified(Found.valueOf(published)) : changed;
    log.add("modified", changed);
    log.add("published", published);
    return new Dates(
        rules.placed(Found.valueOf(published)),
        rules.placed(Found.valueOf(changed)),
        page.captured());
  }

  private List<Image> images(Context context, @Nullable MarkedElement element, Microdata item) {
    String base = page.url() == null ? head.url() : page.url();
    Found<List<Image>> ruled = context.rules().images(base);
    if (ruled != null) {
      log.add("images", ruled);
      return ruled.value();
    }
    Found<Image> lead = LeadImage.find(head, context.data(), context.main(), item, base);
    log.add("images", lead);
    List<Image> images = lead == null ? List.of() : List.of(lead.value());
    return new Pictures(scan, base).with(images, element, log);
  }

  /** Commentators sign too. */
  private static @Nullable Block signature(PageScan scan, Blocks blocks, HeadlineArea area) {
    Block found = ClosingLine.find(blocks, area.headline());
    boolean foreign = found != null && (scan.contextOf(found.element()) & FOREIGN) != 0;
    return foreign ? null : found;
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
