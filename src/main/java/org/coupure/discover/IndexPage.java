package org.coupure.discover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.coupure.discover.Listing.Kind;
import org.coupure.page.Head;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.text.WordLists;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A web page that leads to articles: a front page, a section, a tag. Each URL of the same site
 * collects points from its own shape, from what its links say and from where they stand; articles
 * are those with enough. Used once, by one thread.
 */
final class IndexPage {
  /** A title in a heading, or a dated or numbered URL with a title-like text, is enough alone. */
  private static final int ENOUGH = 3;

  /** A headline is longer than any label of a menu. */
  private static final int HEADLINE_WORDS = 4;

  private static final int HEADLINE_LETTERS = 25;

  /** {@code /2026/11/22/}, {@code /2026/11/}, {@code /20261122}. */
  private static final Pattern DATED =
      Pattern.compile("/(?:19|20)[0-9]{2}[/-]?(?:0[1-9]|1[0-2])[/-]?");

  /** {@code -123456}, {@code /123456}, {@code 123456.html}, {@code _a1b2c3d4.html}. */
  private static final Pattern NUMBERED = Pattern.compile("[/_.,-][a-z]?[0-9]{4,}(?:[./_-]|$)");

  /** Four words of a URL: {@code what-the-mayor-said}. */
  private static final Pattern SLUG = Pattern.compile("/[^/]*?[^/-]+(?:[-_][^/_-]+){3,}[^/]*/?$");

  private static final Pattern PAGE_FILE = Pattern.compile("[.](?:html?|php|aspx?|jsp|shtml)$");

  private static final Pattern OTHER_FILE =
      Pattern.compile(
          "[.](?:jpe?g|png|gif|svg|webp|avif|pdf|zip|mp[34]|m4a|mov|avi|css|js|xml|rss|ico|docx?|xlsx?)$");

  /** Parts of URLs that lead to lists, to people or to forms, in the languages we meet most. */
  private static final Set<String> NOT_ARTICLES = WordLists.set("discover/no-articles.txt");

  private static final String AROUND = "nav, footer, aside, [role=navigation], [role=contentinfo]";

  private static final Set<String> FEEDS =
      Set.of("application/rss+xml", "application/atom+xml", "application/feed+json");

  private final Url base;
  private final Canonical canonical;

  /** The best of each URL's links, in page order. */
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  IndexPage(Url base, Canonical canonical) {
    this.base = base;
    this.canonical = canonical;
  }

  Listing read(Document page, LinkList links) {
    Head head = Head.of(page);
    String href = head.base();
    Url stated = href == null ? null : base.resolve(href);
    Url root = stated == null ? base : stated;
    for (Element anchor : page.select("a[href]")) {
      consider(anchor, root.resolve(anchor.attr("href")));
    }
    for (Candidate found : candidates.values()) {
      if (found.points >= ENOUGH) {
        links.add(found.url, found.title, null, null, head.language());
      }
    }
    return new Listing(Kind.INDEX_PAGE, links.links(), feeds(head, root), links.complaint());
  }

  private void consider(Element anchor, @Nullable Url target) {
    if (target == null || !isSameSite(target) || anchor.attr("rel").contains("tag")) {
      return;
    }
    Url clean = canonical.clean(target);
    int shape = shape(clean);
    if (shape < 0 || canonical.key(clean.toString()).equals(canonical.key(base.toString()))) {
      return;
    }
    String text = anchor.text().strip();
    int points = shape + wording(text) + place(anchor);
    candidates.merge(
        clean.toString(), new Candidate(clean.toString(), text, points), Candidate::better);
  }

  private boolean isSameSite(Url target) {
    return Site.name(target.host()).equals(Site.name(base.host())) && target.port() == base.port();
  }

  /** Returns how much a URL looks like an article's; negative when it can be none. */
  private static int shape(Url url) {
    String path = url.path().toLowerCase(Locale.ROOT);
    if ((path.equals("/") && url.query() == null) || OTHER_FILE.matcher(path).find()) {
      return -1;
    }
    for (String segment : path.substring(1).split("/", -1)) {
      if (NOT_ARTICLES.contains(segment)) {
        return -1;
      }
    }
    String query = url.query();
    int points = DATED.matcher(path).find() || NUMBERED.matcher(path).find() ? 2 : 0;
    points +=
        query != null && query.matches("(?:.*&)?(?:p|id|art|article|news|story)=[0-9]{2,}.*")
            ? 2
            : 0;
    points += SLUG.matcher(path).find() ? 2 : 0;
    points += PAGE_FILE.matcher(path).find() ? 1 : 0;
    return Math.min(points, 3);
  }

  private static int wording(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int words = text.split("\\s+", -1).length;
    boolean headline = words >= HEADLINE_WORDS && text.length() >= HEADLINE_LETTERS;
    boolean dense = text.codePoints().anyMatch(Character::isIdeographic) && text.length() >= 8;
    return headline || dense ? 2 : words <= 2 ? -1 : 0;
  }

  private static int place(Element anchor) {
    if (anchor.closest(AROUND) != null) {
      return -2;
    }
    boolean heading =
        anchor.closest("h1, h2, h3, h4, h5") != null
            || anchor.selectFirst("h1, h2, h3, h4, h5") != null;
    return (heading ? 2 : 0) + (anchor.closest("article") != null ? 1 : 0);
  }

  private List<Link> feeds(Head head, Url root) {
    LinkList feeds = new LinkList(root, canonical, 10);
    for (Head.Link link : head.links()) {
      if (link.is("alternate") && FEEDS.contains(link.type().toLowerCase(Locale.ROOT))) {
        feeds.add(link.href(), link.title(), null, null, null);
      }
    }
    return new ArrayList<>(feeds.links());
  }

  private record Candidate(String url, String title, int points) {
    /** A URL is met as picture, headline and "read more": the headline names it. */
    Candidate better(Candidate other) {
      String longer = other.title.length() > title.length() ? other.title : title;
      return new Candidate(url, longer, Math.max(points, other.points));
    }
  }
}
