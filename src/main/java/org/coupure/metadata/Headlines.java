package org.coupure.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.byline.SiteNames;
import org.coupure.json.Json;
import org.coupure.page.Head;
import org.coupure.page.Url;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the headline. The titles in the head and the structured data are witnesses. The
 * visible heading that agrees with them best is the headline, because it is what a reader sees. On
 * a page whose headings agree with none of them, a witness is taken.
 */
final class Headlines {
  /** The least agreement of the headline: about half its words are in a title. */
  private static final double AGREEING = 0.55;

  /** The least agreement of a lower heading, of which a page has many: nearly the whole title. */
  private static final double SURE = 0.9;

  /** The least agreement of a hidden heading; with less it belongs to a dialog. */
  private static final double RELATED = 0.3;

  /** The highest agreement of a heading that only ends a title, such as the name of a book. */
  private static final double TAIL = 0.85;

  /** The agreement of a heading that is all of a title before its first separator. */
  private static final double FIRST_PART = 0.97;

  /** The same for a single word, which may as well be a section. */
  private static final double FIRST_WORD = 0.75;

  /** Share of a heading that has to be the witness's for the rest to be a kicker. */
  private static final double CORE_SHARE = 0.5;

  /** Headings of a level that are looked at. */
  private static final int MAX_LOOKED_AT = 40;

  /** Longer headings are teasers or whole cards. */
  private static final int MAX_LENGTH = 350;

  private static final List<String> META_TITLES = MetaNames.of("title");

  /**
   * The decision.
   *
   * @param title the headline, cleaned
   * @param found where it came from
   * @param spot the heading it stands in, or null when it is not visible
   */
  record Choice(String title, RawValue found, @Nullable MarkedElement spot) {
    /** Returns {@code ruled}, or the end of it that is this title, when it is most of it. */
    String withoutKicker(String ruled) {
      int start = ruled.length() - title.length();
      boolean end = start > 0 && start < title.length() && ruled.endsWith(" " + title);
      return end && !ruled.substring(0, start).strip().endsWith(":") ? title : ruled;
    }
  }

  /** A heading with its text and how well the witnesses agree. */
  private record Heading(MarkedElement spot, String text, double agreement) {}

  private final SiteNames site;
  private final List<Witness> witnesses = new ArrayList<>();

  /** Those of them that say something else than all before. */
  private final List<Witness> different = new ArrayList<>();

  /** The lower headings, once they are read; what agrees less than is {@link #SURE} counts 0. */
  private @Nullable List<Heading> lower;

  /** A stated title with and without the site's name, both also as keys, and its first part. */
  private record Witness(
      RawValue found,
      String key,
      String title,
      String titleKey,
      String firstKey,
      boolean beginsWithSite) {

    /** Returns the same, said elsewhere. */
    Witness foundAt(RawValue other) {
      return new Witness(other, key, title, titleKey, firstKey, beginsWithSite);
    }
  }

  private Headlines(SiteNames site, List<RawValue> found, StatedTitles titles) {
    this.site = site;
    Map<String, Witness> known = new HashMap<>();
    for (RawValue witness : found) {
      Witness same = known.get(witness.value());
      if (same == null) {
        same = witness(witness, titles);
        known.put(witness.value(), same);
        different.add(same);
      }
      witnesses.add(same.foundAt(witness));
    }
  }

  private Witness witness(RawValue witness, StatedTitles titles) {
    String title = shortened(witness.value());
    boolean whole = title.length() == witness.value().length();
    String key = titles.key(witness.value());
    String titleKey = whole ? key : titles.key(title);
    String first = Titles.firstPart(witness.value());
    boolean alone = first.length() == witness.value().length();
    String firstKey = alone ? key : titles.key(first);
    boolean bySite = !alone && site.is(first);
    return new Witness(witness, key, title, titleKey, firstKey, bySite);
  }

  /**
   * Returns the headline, or null when the page calls itself nothing.
   *
   * @param url the page's URL, or null
   */
  static @Nullable Choice choose(
      PageScan scan, @Nullable Json main, SiteNames site, @Nullable String url) {
    Choice choice = new Headlines(site, witnesses(scan.head, main), scan.titles).decide(scan, url);
    return choice != null && Url.isHome(url) ? ofRoot(choice, site) : choice;
  }

  /** "Home" and "Posts" are no titles: a site's root bears the site's name. */
  private static Choice ofRoot(Choice choice, SiteNames site) {
    String name = site.name();
    return name == null || choice.title().indexOf(' ') >= 0 || site.is(choice.title())
        ? choice
        : new Choice(name, new RawValue(name, "meta", "site name"), choice.spot());
  }

  /**
   * Returns what a rule calls the page, without a kicker, or what was chosen otherwise; or null.
   */
  static @Nullable Found<String> title(@Nullable Found<String> ruled, @Nullable Choice choice) {
    if (choice == null) {
      return ruled;
    }
    return ruled == null
        ? Found.of(choice.title(), choice.found())
        : new Found<>(choice.withoutKicker(ruled.value()), ruled.sources());
  }

  /** Returns the heading that says {@code title} and no more, or null. */
  static @Nullable MarkedElement spot(PageScan scan, String title) {
    String key = Text.key(title);
    for (MarkedElement spot : scan.headings) {
      if (Text.key(HeadingText.of(spot.element(), scan)).equals(key)) {
        return spot;
      }
    }
    return null;
  }

  /** Returns what the page calls itself where no reader looks, plain, best first. */
  static List<RawValue> witnesses(Head head, @Nullable Json main) {
    List<RawValue> witnesses = new ArrayList<>();
    if (main != null) {
      String headline = main.text("headline");
      add(witnesses, headline, "json-ld", "headline");
      if (headline == null) {
        add(witnesses, main.text("name"), "json-ld", "name");
      }
    }
    for (String name : META_TITLES) {
      add(witnesses, head.meta(name), "meta", name);
    }
    add(witnesses, head.title(), "title", "title");
    return witnesses;
  }

  private static void add(List<RawValue> to, @Nullable String raw, String from, String where) {
    if (raw != null) {
      String plain = Text.plain(raw);
      if (!plain.isEmpty() && !PlaceholderTitles.holds(plain)) {
        to.add(new RawValue(plain, from, where));
      }
    }
  }

  private @Nullable Choice decide(PageScan scan, @Nullable String url) {
    List<Heading> tops = headings(scan, true);
    Heading best = best(tops);
    Heading part = best != null && best.agreement == 1 ? null : part(scan);
    Heading second = null;
    if (best != null && best.agreement >= AGREEING) {
      if (part != null && isBanner(best, part)) {
        return choice(part);
      }
      second = best.agreement > TAIL ? null : best(lower(scan));
      if (second != null
          && second.spot.order() > best.spot.order()
          && second.agreement >= FIRST_PART
          && isWritten(second)) {
        return choice(second);
      }
      return choice(best);
    }
    Heading addressed = addressed(tops, url);
    if (addressed != null) {
      return choice(addressed);
    }
    second = best(lower(scan));
    if (second != null && second.agreement >= SURE) {
      return choice(second);
    }
    if (part != null) {
      return choice(part);
    }
    if (witnesses.isEmpty()) {
      List<Heading> shown = tops.isEmpty() ? lower(scan) : tops;
      return shown.isEmpty() ? null : choice(shown.get(0));
    }
    // The headings of a site's front page are slogans.
    if (best != null && !Url.isHome(url) && isOnly(best, tops)) {
      return choice(best);
    }
    return witness(best);
  }

  /** Returns the lower heading that is the longest part of the page's title, or null. */
  private @Nullable Heading part(PageScan scan) {
    String key = longestPart(scan.titles);
    for (Heading heading : key.isEmpty() ? List.<Heading>of() : lower(scan)) {
      boolean elsewhere = (heading.spot.context() & (PageScan.ELSEWHERE | PageScan.HEADER)) != 0;
      if (!elsewhere && hasKey(heading.text, key) && !leadsHome(heading)) {
        return heading;
      }
    }
    return null;
  }

  /** Returns the key of the longest part of the page's title, or an empty string. */
  static String longestPart(StatedTitles titles) {
    String raw = titles.title();
    String part = raw == null ? null : Titles.longestPart(Text.plain(raw));
    return part == null ? "" : titles.key(part);
  }

  static boolean hasKey(String text, String key) {
    return Text.mayHaveKey(text, key) && Text.key(text).equals(key);
  }

  /** The name of a site is a link to where it begins. */
  private static boolean leadsHome(Heading heading) {
    Element link = heading.spot.element().getElementsByTag("a").first();
    String target = link == null ? "" : link.attr("href");
    return target.equals("/") || Url.isHome(target.isEmpty() ? null : target);
  }

  /**
   * Returns whether {@code best}, which stands above {@code part}, is the site's: it leads home, or
   * a title begins with it and goes on with {@code part}.
   */
  private boolean isBanner(Heading best, Heading part) {
    if (part.spot.order() < best.spot.order()) {
      return false;
    }
    if (leadsHome(best)) {
      return true;
    }
    String whole = Text.key(best.text) + " " + Text.key(part.text);
    for (Witness witness : witnesses) {
      if (witness.key.equals(whole)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the heading that the page's URL spells out, or null. */
  private static @Nullable Heading addressed(List<Heading> tops, @Nullable String url) {
    String words = url == null ? "" : words(url);
    for (Heading heading : tops) {
      boolean hidden = (heading.spot.context() & PageScan.HIDDEN) != 0;
      if (!hidden && TitleSimilarity.covers(Text.key(heading.text), words)) {
        return heading;
      }
    }
    return null;
  }

  /** Returns the words of the last part of {@code url}'s path as a key, without its ending. */
  static String words(String url) {
    String path = Url.pageKey(url);
    String last = path.substring(path.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return path.indexOf('/') < 0 ? "" : Text.key(dot > 0 ? last.substring(0, dot) : last);
  }

  private List<Heading> lower(PageScan scan) {
    if (lower == null) {
      lower = headings(scan, false);
    }
    return lower;
  }

  private List<Heading> headings(PageScan scan, boolean top) {
    List<Heading> headings = new ArrayList<>();
    for (MarkedElement spot : scan.headings) {
      if (isTop(spot.element()) == top && headings.size() < MAX_LOOKED_AT) {
        Heading heading = heading(scan, spot, top ? 0 : SURE);
        if (heading != null) {
          headings.add(heading);
        }
      }
    }
    return headings;
  }

  private static boolean isTop(Element element) {
    return element.normalName().equals("h1") || element.hasAttr("itemprop");
  }

  private @Nullable Heading heading(PageScan scan, MarkedElement spot, double least) {
    boolean top = spot.element().normalName().equals("h1");
    if (!top && (spot.context() & (PageScan.HIDDEN | ElementRoles.COMMENT)) != 0) {
      return null;
    }
    String text = HeadingText.of(spot.element(), scan);
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    text = whole(spot.element(), text);
    return new Heading(spot, text, agreement(spot, text, least));
  }

  /**
   * What stands before the headline and a colon is a part of it when the publisher's own title says
   * so: "Elections: The long night".
   */
  private String whole(Element heading, String text) {
    if (isSimple(heading)) {
      return text;
    }
    String whole = Text.fold(heading.text());
    int start = whole.length() - text.length();
    boolean joined = start > 2 && whole.lastIndexOf(':', start) >= start - 2;
    if (!joined || !whole.endsWith(text) || isTitle(Text.key(text))) {
      return text;
    }
    String key = Text.key(whole);
    for (Witness witness : witnesses) {
      if (witness.titleKey.equals(key) && !witness.found.from().equals("title")) {
        return witness.title;
      }
    }
    return text;
  }

  /** Returns whether all of a heading is one text, so that nothing can stand before it. */
  private static boolean isSimple(Element heading) {
    Node inner = heading;
    while (inner instanceof Element && inner.childNodeSize() == 1) {
      inner = inner.childNode(0);
    }
    return inner instanceof TextNode;
  }

  private double agreement(MarkedElement spot, String text, double least) {
    String key = Text.key(text);
    double agreement = 0;
    for (Witness witness : different) {
      agreement = Math.max(agreement, TitleSimilarity.ofKeys(key, witness.key, least));
      if (agreement < 1 && !witness.titleKey.equals(witness.key)) {
        agreement = Math.max(agreement, TitleSimilarity.ofKeys(key, witness.titleKey, least));
      }
      if (witness.beginsWithSite && witness.titleKey.endsWith(" " + key) && key.indexOf(' ') > 0) {
        agreement = Math.max(agreement, FIRST_PART);
      }
      if (key.equals(witness.firstKey)) {
        agreement = Math.max(agreement, key.indexOf(' ') > 0 ? FIRST_PART : FIRST_WORD);
      }
    }
    if ((spot.context() & PageScan.ELSEWHERE) != 0) {
      agreement -= 0.15;
    }
    boolean isSite = agreement >= FIRST_PART - 0.15 ? site.isExactly(text) : site.is(text);
    return isSite ? agreement - 0.5 : agreement;
  }

  private static @Nullable Heading best(List<Heading> headings) {
    Heading best = null;
    for (Heading heading : headings) {
      if (best == null || heading.agreement > best.agreement) {
        best = heading;
      }
    }
    return best;
  }

  private boolean isOnly(Heading best, List<Heading> tops) {
    boolean elsewhere = (best.spot.context() & PageScan.ELSEWHERE) != 0;
    boolean hidden = (best.spot.context() & PageScan.HIDDEN) != 0 && best.agreement < RELATED;
    return tops.size() == 1 && !site.is(best.text) && !elsewhere && !hidden;
  }

  private Choice choice(Heading heading) {
    String where = heading.spot.element().normalName();
    RawValue found = new RawValue(heading.text, "heading", where);
    return new Choice(spelled(shortened(core(heading))), found, heading.spot);
  }

  /**
   * Returns what a witness calls the page, when the heading ends with just that and is only a
   * little longer: a kicker or a date stands before it.
   */
  private String core(Heading heading) {
    String key = Text.key(heading.text);
    boolean crumb = (heading.spot.context() & ElementRoles.NAVIGATION) != 0;
    if (!crumb && isTitle(key)) {
      return heading.text;
    }
    for (Witness witness : witnesses) {
      String other = witness.titleKey;
      int blank = other.indexOf(' ');
      boolean threeWords = blank > 0 && other.indexOf(' ', blank + 1) > 0;
      if (threeWords
          && other.length() < key.length()
          && other.length() >= key.length() * CORE_SHARE
          && key.endsWith(" " + other)) {
        return witness.title;
      }
    }
    for (Witness witness : witnesses) {
      boolean begins = key.startsWith(witness.titleKey + " ") && witness.titleKey.indexOf(' ') > 0;
      String beginning =
          begins ? HeadingText.beginning(heading.spot.element(), witness.titleKey) : null;
      if (beginning != null) {
        return beginning;
      }
    }
    return heading.text;
  }

  /** A colon that the heading shows as a line break is written in its witness. */
  private String spelled(String title) {
    if (title.contains(": ")) {
      return title;
    }
    String key = Text.key(title);
    for (Witness witness : witnesses) {
      if (witness.titleKey.equals(key) && witness.title.contains(": ")) {
        return witness.title;
      }
    }
    return title;
  }

  /** Returns whether a witness writes the heading just so: no kicker is glued on. */
  private boolean isWritten(Heading heading) {
    for (Witness witness : witnesses) {
      if (witness.title.equalsIgnoreCase(heading.text)
          || Titles.firstPart(witness.found.value()).equalsIgnoreCase(heading.text)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the publisher calls the page just so. */
  private boolean isTitle(String key) {
    for (Witness witness : witnesses) {
      if (witness.titleKey.equals(key) && !witness.found.from().equals("title")) {
        return true;
      }
    }
    return false;
  }

  private String shortened(String title) {
    return Titles.beforePipe(Titles.withoutSite(title, site));
  }

  private @Nullable Choice witness(@Nullable Heading fallback) {
    for (Witness witness : witnesses) {
      if (!site.is(witness.title)) {
        return new Choice(witness.title, witness.found, null);
      }
    }
    if (fallback != null) {
      return choice(fallback);
    }
    if (witnesses.isEmpty()) {
      return null;
    }
    RawValue only = witnesses.get(0).found;
    return new Choice(shortened(only.value()), only, null);
  }
}
