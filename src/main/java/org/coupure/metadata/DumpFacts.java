package org.coupure.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.article.Byline;
import org.coupure.article.Dates;
import org.coupure.article.Moment;
import org.coupure.article.WebLocation;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpHead;
import org.coupure.block.DumpLines;
import org.coupure.block.DumpTitle;
import org.coupure.byline.BylineParser;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.byline.SiteNames;
import org.coupure.date.DateLines;
import org.coupure.date.DateLines.Sort;
import org.coupure.date.DateParser;
import org.coupure.page.Page;
import org.coupure.page.Url;
import org.coupure.text.LabelledLine;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Reads headline, byline, dates, section, tags and site out of a plain-text dump: its head of
 * labelled lines, the lines near its title and around its text, and the initials or the agency that
 * close the text. Used once.
 */
final class DumpFacts {
  private static final int AFTER = 5;
  private static final int BEFORE = 3;

  /** Lines above and below the text that may say who wrote it and when. Chosen. */
  private static final int ABOVE = 8;

  private static final int BELOW = 6;

  /** A place, then an agency in brackets, then a dash. */
  private static final Pattern PLACE_LINE =
      Pattern.compile("[\\p{L}][\\p{L}\\p{M} .,’'-]{1,40} ?\\(([^()]{2,40})\\) ?[-–—―:]");

  /** Longer lines with a date are paragraphs. */
  private static final int MAX_LINE = 90;

  private static final SiteNames NO_SITE = SiteNames.of(List.of(), null);

  private final BylineParser names;
  private final DateParser dateParser;
  private final DateLines dateLines;
  private final EvidenceLog log;

  private final Set<String> authors = new LinkedHashSet<>();
  private final List<String> tags = new ArrayList<>();
  private final Map<Integer, String> spent = new HashMap<>();
  private @Nullable String title;
  private @Nullable String agency;
  private @Nullable String url;
  private @Nullable String section;
  private @Nullable String site;
  private @Nullable Moment published;
  private @Nullable Moment modified;

  DumpFacts(BylineParser names, DateParser dateParser, DateLines dateLines, EvidenceLog log) {
    this.names = names;
    this.dateParser = dateParser;
    this.dateLines = dateLines;
    this.log = log;
  }

  /** Reads {@code blocks}, once; the answers are then in the other methods. */
  DumpFacts read(Blocks blocks, @Nullable String pageUrl) {
    Supplier<Locale> locale = () -> Locales.of(null, blocks, pageUrl);
    List<Block> list = blocks.list();
    head(blocks.dumpHead(), list, locale);
    DumpLines lines = blocks.dumpLines();
    int at = blocks.dumpTitle();
    site(DumpSite.of(blocks, at, names), blocks, at, pageUrl == null ? url : pageUrl);
    for (int i = at + 1; at >= 0 && i < list.size() && i <= at + AFTER; i++) {
      line(list, i, locale);
    }
    for (int i = at - 1; i >= 0 && i >= at - BEFORE; i--) {
      line(list, i, locale);
    }
    around(list, lines, locale);
    Block signature = ClosingLine.find(blocks, at);
    if (signature != null) {
      sign(signature);
    }
    int last = list.size() - 1;
    if (last > at + 1 && at >= 0 && !spent.containsKey(last)) {
      closing(list.get(last));
    }
    DumpMargins margins = DumpMargins.of(blocks, at, log);
    section = section == null ? margins.section() : section;
    margins.tags().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    return this;
  }

  /** Reads the title, and the name of the site, which the title often ends with. */
  private void site(DumpSite found, Blocks blocks, int at, @Nullable String url) {
    if (at >= 0) {
      // The first line of a dump is often the page's title, with the site's name.
      SiteNames host = SiteNames.of(List.of(), Url.host(Url.original(url)));
      String whole = found.without(Titles.withoutSite(DumpTitle.text(blocks, at), host));
      title = Titles.beforePipe(whole);
      spent.put(at, "title");
      log.add("title", "text", "block " + at, blocks.list().get(at).text());
    }
    Block evidence = found.evidence();
    if (site == null && evidence != null) {
      site = found.name();
      log.add("site", "text", "block " + evidence.index(), evidence.text());
    }
  }

  /**
   * Reads the lines right above and below the text that are none of it, in a dump without a
   * headline, too: who wrote it, and what is called the date of publication or of a change.
   */
  private void around(List<Block> list, @Nullable DumpLines lines, Supplier<Locale> locale) {
    int first = nextText(list, lines, 0, 1);
    int last = nextText(list, lines, list.size() - 1, -1);
    if (lines == null || first < 0) {
      return;
    }
    for (int i = first - 1; i >= 0 && i >= first - ABOVE; i--) {
      if (DumpMargins.isDropped(lines, i)) {
        labelledOrDated(list.get(i), locale);
      }
    }
    for (int i = last + 1; i < list.size() && i <= last + BELOW; i++) {
      if (DumpMargins.isDropped(lines, i)) {
        labelledOrDated(list.get(i), locale);
      }
    }
    agencyOfPlace(list.get(first));
  }

  private int nextText(List<Block> list, @Nullable DumpLines lines, int from, int step) {
    for (int i = from; i >= 0 && i < list.size(); i += step) {
      if (!spent.containsKey(i) && !DumpMargins.isDropped(lines, i)) {
        return i;
      }
    }
    return -1;
  }

  private void labelledOrDated(Block block, Supplier<Locale> locale) {
    String text = block.text();
    if (spent.containsKey(block.index()) || text.length() > MAX_LINE) {
      return;
    }
    LabelledLine line = LabelledLine.of(text);
    if (line != null && line.field() == LabelledLine.Field.SITE) {
      source(line.value(), block);
      return;
    }
    boolean named = authors.isEmpty() && authors.addAll(names.names(text));
    if (named) {
      spend(block, "authors");
      return;
    }
    Sort sort = dateLines.sort(text);
    if (sort == Sort.PUBLISHED || sort == Sort.MODIFIED) {
      dated(block, sort, locale);
    }
  }

  /** "Source: AFP" names an agency, "来源：临江晚报" a paper. */
  private void source(String value, Block block) {
    List<String> agencies = names.agencies(value);
    if (!agencies.isEmpty()) {
      agency = agency == null ? agencies.get(0) : agency;
      spend(block, "agency");
    } else if (site == null && names.isNewspaper(value)) {
      site = value;
      spend(block, "site");
    }
  }

  /** "PARIS (AFP) – The river …": the line is text, and names its agency. */
  private void agencyOfPlace(Block block) {
    Matcher place = PLACE_LINE.matcher(block.text());
    List<String> agencies = place.lookingAt() ? names.agencies(place.group(1)) : List.of();
    if (agency == null && !agencies.isEmpty()) {
      agency = agencies.get(0);
      log.add("agency", "text", "block " + block.index(), block.text());
    }
  }

  private void head(DumpHead head, List<Block> list, Supplier<Locale> locale) {
    for (int i = head.start(); i < head.end(); i++) {
      LabelledLine line = head.line(i);
      if (line != null) {
        labelled(line, list.get(i), locale);
      }
      spent.putIfAbsent(i, "head");
    }
  }

  private void labelled(LabelledLine line, Block block, Supplier<Locale> locale) {
    String value = line.value();
    switch (line.field()) {
      case AUTHOR -> {
        if (authors.addAll(names.read(Text.plain(value), NO_SITE, Trust.STATED).authors())) {
          spend(block, "authors");
        }
      }
      case DATE -> {
        published = published == null ? dateParser.parse(value, locale.get()) : published;
        spend(block, "published");
      }
      case URL -> {
        url = url == null ? value : url;
        spend(block, "url");
      }
      case SECTION -> {
        section = section == null ? value : section;
        spend(block, "section");
      }
      case SITE -> source(value, block);
      case TAGS -> {
        tags.addAll(WordLists.split(value.replaceAll("[\\[\\]\"]", ""), ','));
        spend(block, "tags");
      }
      default -> {
        // The title is found by others, and what else there is goes into no field.
      }
    }
  }

  private void line(List<Block> list, int i, Supplier<Locale> locale) {
    Block block = list.get(i);
    if (spent.containsKey(i)) {
      return;
    }
    String text = block.text();
    boolean named = authors.isEmpty() && authors.addAll(names.names(text));
    if (named) {
      spend(block, "authors");
    }
    Sort sort = text.length() <= MAX_LINE ? dateLines.sort(text) : Sort.NONE;
    if ((sort != Sort.NONE && dated(block, sort, locale)) || named) {
      return;
    }
    if (authors.isEmpty() && text.length() <= MAX_LINE && authors.addAll(people(list, i))) {
      spend(block, "authors");
    }
  }

  /** Returns whether the line said when, and perhaps who. */
  private boolean dated(Block block, Sort sort, Supplier<Locale> locale) {
    List<String> parts = dateLines.parts(block.text(), part -> dateParser.isIn(part, locale.get()));
    Moment first = dateParser.parse(parts.get(0), locale.get());
    boolean changed = sort == Sort.MODIFIED;
    if (first == null || (changed ? modified : published) != null) {
      return false;
    }
    published = changed ? published : first;
    modified = changed ? first : modified;
    for (String part : parts.subList(1, parts.size())) {
      Moment next = dateParser.parse(part, locale.get());
      boolean later = dateLines.sort(part) == Sort.MODIFIED;
      modified = later && modified == null ? next : modified;
      published = !later && published == null ? next : published;
    }
    signed(parts.get(0));
    spend(block, changed ? "modified" : "published");
    return true;
  }

  /** "Par Jeanne Exemple – 12/04/2019 10:22": who and when on one line. */
  private void signed(String dated) {
    if (!authors.isEmpty()) {
      return;
    }
    String behind =
        names.prefixes().startsAsByline(dated) ? dated : names.prefixes().behindBy(dated);
    if (behind != null) {
      authors.addAll(names.read(Text.plain(behind), NO_SITE, Trust.SEEN).authors());
    }
    String name = authors.isEmpty() ? names.titledName(dated) : null;
    if (name != null) {
      authors.add(name);
    }
    if (!authors.isEmpty()) {
      log.add("authors", "text", "line with a date", dated);
    }
  }

  /** A name with a title, or, next to a date, a name that is known to be one. */
  private List<String> people(List<Block> list, int i) {
    String text = list.get(i).text();
    String name = names.titledName(text);
    if (name != null) {
      return List.of(name);
    }
    boolean beside = isDate(list, i + 1) || isDate(list, i - 1);
    int bar = text.indexOf(" | ");
    return beside ? names.known(bar > 0 ? text.substring(0, bar) : text, NO_SITE) : List.of();
  }

  private boolean isDate(List<Block> list, int i) {
    String text = i < 0 || i >= list.size() ? "" : list.get(i).text();
    return !text.isEmpty() && text.length() <= MAX_LINE && dateLines.sort(text) != Sort.NONE;
  }

  private void sign(Block signature) {
    if (authors.isEmpty()) {
      authors.add(ClosingLine.name(signature));
    }
    spend(signature, "authors");
  }

  /** "R. I.", "Par Jeanne Exemple" or "(AFP)" as the very last line. */
  private void closing(Block block) {
    String text = block.text();
    if (BylineParser.isSignature(text)) {
      sign(block);
      return;
    }
    if (authors.isEmpty() && authors.addAll(names.names(text))) {
      spend(block, "authors");
      return;
    }
    List<String> agencies = names.agencies(text);
    if (!agencies.isEmpty()) {
      agency = agencies.get(0);
      spend(block, "agency");
    }
  }

  private void spend(Block block, String field) {
    spent.put(block.index(), field);
    log.add(field, "text", "block " + block.index(), block.text());
  }

  @Nullable String title() {
    return title;
  }

  Byline byline() {
    return new Byline(new ArrayList<>(authors), agency);
  }

  Dates dates(Page page) {
    return new Dates(published, modified, page.captured());
  }

  /** Returns the place of {@code page}; the URL of its capture, or else the one it states. */
  WebLocation place(Page page) {
    return new WebLocation(page.url() == null ? url : page.url(), null, site, section);
  }

  List<String> tags() {
    return tags;
  }

  Map<Integer, String> spent() {
    return spent;
  }
}
