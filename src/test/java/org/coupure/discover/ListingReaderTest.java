package org.coupure.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.coupure.discover.Listing.Kind;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.junit.jupiter.api.Test;

class ListingReaderTest {
  private static final String BASE = "https://example.org/feeds/all.xml";
  private static final ListingReader READER =
      new ListingReader(Canonical.bundled(), new PageReader(Limits.DEFAULT)::read);

  static Listing read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Listing read(byte[] bytes) {
    return READER.read(Page.builder(BASE, bytes).url(BASE).build());
  }

  private static List<String> urls(Listing listing) {
    return listing.links().stream().map(Link::url).toList();
  }

  @Test
  void readsRss() {
    Listing listing =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>T</title><link>https://example.org</link>
            <description>d</description><language>fr-fr</language>
            <item><title>L'eau &amp; le feu</title><link>https://example.org/eau?utm_source=rss</link>
              <pubDate>Tue, 10 Mar 2026 08:30:00 +0100</pubDate></item>
            <item><title>Ohne Datum</title><link>/relativ</link></item>
            </channel></rss>
            """);

    assertThat(listing.kind()).isEqualTo(Kind.FEED);
    assertThat(listing.complaint()).isNull();
    assertThat(listing.links())
        .containsExactly(
            new Link(
                "https://example.org/eau",
                "L'eau & le feu",
                Instant.parse("2026-03-10T07:30:00Z"),
                null,
                "fr-fr"),
            new Link("https://example.org/relativ", "Ohne Datum", null, null, "fr-fr"));
  }

  @Test
  void readsAtomWithItsAlternateLinks() {
    Listing listing =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>x</id>
            <updated>2026-03-10T00:00:00Z</updated>
            <entry><title>One</title><id>urn:1</id><updated>2026-03-11T10:00:00Z</updated>
            <published>2026-03-10T10:00:00+01:00</published>
            <link rel="enclosure" href="https://example.org/a.mp3"/>
            <link rel="alternate" href="https://example.org/one"/></entry></feed>
            """);

    assertThat(listing.links())
        .containsExactly(
            new Link(
                "https://example.org/one",
                "One",
                Instant.parse("2026-03-10T09:00:00Z"),
                Instant.parse("2026-03-11T10:00:00Z"),
                null));
  }

  @Test
  void readsRdfAndItsDublinCoreDates() {
    Listing listing =
        read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
              xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://example.org"><title>T</title>
              <link>https://example.org</link><description>d</description></channel>
            <item rdf:about="https://example.org/a"><title>A</title>
              <link>https://example.org/a</link><dc:date>2026-03-10T08:00:00Z</dc:date></item>
            </rdf:RDF>
            """);

    assertThat(urls(listing)).containsExactly("https://example.org/a");
    assertThat(listing.links().get(0).published()).isEqualTo("2026-03-10T08:00:00Z");
  }

  @Test
  void readsAFeedBehindTheWarningsOfItsServer() {
    String feed =
        "<?xml version='1.0'?><rss version='2.0'><channel><title>T</title><item><title>A</title>"
            + "<link>https://example.org/a</link></item></channel></rss>";

    Listing marked = read("<br />\n<b>Warning</b>: Undefined variable $x on line 3<br />" + feed);
    Listing plain = read("Notice: old function in feed.php\n" + feed);
    Listing map = read("Notice: old\n<urlset><url><loc>https://example.org/a</loc></url></urlset>");

    assertThat(marked.kind()).isEqualTo(Kind.FEED);
    assertThat(urls(marked)).containsExactly("https://example.org/a");
    assertThat(marked.complaint())
        .isEqualTo(
            "something stands before its beginning: Warning: Undefined variable $x on line 3");
    assertThat(urls(plain)).containsExactly("https://example.org/a");
    assertThat(map.kind()).isEqualTo(Kind.SITEMAP);
    assertThat(urls(map)).containsExactly("https://example.org/a");
  }

  @Test
  void aPageThatShowsAFeedsSourceIsAPage() {
    Listing listing = read("<html><body><p>Write so:</p><rss version='2.0'><item></body></html>");

    assertThat(listing.kind()).isEqualTo(Kind.INDEX_PAGE);
  }

  @Test
  void readsOneDateAlikeInWellFormedAndBrokenFeeds() {
    String feed =
        "<rss version='2.0'><channel><title>T</title><item><title>A</title>"
            + "<link>https://example.org/a</link><pubDate>soon</pubDate>"
            + "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2024-05-01T10:00:00.123456Z"
            + "</dc:date></item></channel></rss>";

    Listing sound = read(feed);
    Listing broken = read(feed.replace("</rss>", ""));

    assertThat(sound.complaint()).isNull();
    assertThat(broken.complaint()).isNotNull();
    assertThat(sound.links()).isEqualTo(broken.links());
    assertThat(sound.links().get(0).published()).isEqualTo("2024-05-01T10:00:00.123456Z");
  }

  @Test
  void readsPrefixesAndBases() {
    Listing listing =
        read(
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:base='https://example.net/x/'>"
                + "<a:title>T</a:title><a:entry><a:title>A</a:title><a:link href='a'/>"
                + "<a:updated>2024-05-01</a:updated></a:entry></a:feed>");

    assertThat(urls(listing)).containsExactly("https://example.net/x/a");
    assertThat(listing.links().get(0).modified()).isEqualTo("2024-05-01T00:00:00Z");
  }

  @Test
  void complainsOfEntriesWithoutUrls() {
    Listing listing = read("<feed><entry><title>A</title><id>urn:a</id></entry></feed>");

    assertThat(listing.links()).isEmpty();
    assertThat(listing.complaint())
        .isEqualTo("the feed is not as it should be: its items have no URLs");
  }

  @Test
  void readsJsonFeed() {
    Listing listing =
        read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "de",
             "items": [{"id": "1", "url": "https://example.org/a", "title": "A",
               "date_published": "2026-03-10T08:00:00+01:00"},
              {"id": "https://example.org/b"}, {"id": 3}, "?"]}
            """);

    assertThat(listing.kind()).isEqualTo(Kind.FEED);
    assertThat(listing.links())
        .containsExactly(
            new Link(
                "https://example.org/a", "A", Instant.parse("2026-03-10T07:00:00Z"), null, "de"),
            new Link("https://example.org/b", null, null, null, "de"));
  }

  @Test
  void readsAFeedThatIsNotWellFormed() {
    Listing listing =
        read(
            """
            <rss version="2.0"><channel><title>A & B <b></title>
            <item><title>Eau & feu</title><link>https://example.org/a?x=1&y=2</link>
            <pubDate>10 Mar 26 08:30 GMT</pubDate></item>
            <item><title>Cut</title><guid>https://example.org/b</guid>
            """);

    assertThat(urls(listing))
        .containsExactly("https://example.org/a?x=1&y=2", "https://example.org/b");
    assertThat(listing.links().get(0).title()).isEqualTo("Eau & feu");
    assertThat(listing.links().get(0).published()).isEqualTo("2026-03-10T08:30:00Z");
    assertThat(listing.complaint()).startsWith("the feed is not as it should be: ");
  }

  @Test
  void readsAFeedInItsDeclaredCharset() {
    String feed =
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss version=\"2.0\"><channel>"
            + "<title>T</title><item><title>Москва сегодня</title>"
            + "<link>https://example.org/a</link></item></channel></rss>";

    Listing listing = read(feed.getBytes(Charset.forName("windows-1251")));

    assertThat(listing.links().get(0).title()).isEqualTo("Москва сегодня");
  }

  @Test
  void readsNewsSitemaps() {
    Listing listing =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- made by hand -->
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
            <url><loc> https://example.org/a </loc><lastmod>2026-03-11</lastmod>
              <image:image><image:loc>https://example.org/a.jpg</image:loc>
                <image:title>Photo</image:title></image:image>
              <news:news><news:publication><news:name>N</news:name><news:language>pt</news:language>
              </news:publication><news:publication_date>2026-03-10T08:00:00-03:00</news:publication_date>
              <news:title><![CDATA[Água & fogo]]></news:title></news:news></url>
            <url><loc>https://example.org/b</loc></url></urlset>
            """);

    assertThat(listing.kind()).isEqualTo(Kind.SITEMAP);
    assertThat(listing.links())
        .containsExactly(
            new Link(
                "https://example.org/a",
                "Água & fogo",
                Instant.parse("2026-03-10T11:00:00Z"),
                Instant.parse("2026-03-11T00:00:00Z"),
                "pt"),
            new Link("https://example.org/b", null, null, null, null));
  }

  @Test
  void namesThePartsOfASitemapIndex() {
    Listing listing =
        read(
            """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://example.org/1.xml.gz</loc><lastmod>2026-03-10</lastmod></sitemap>
            <sitemap><loc>/2.xml</loc></sitemap></sitemapindex>
            """);

    assertThat(listing.kind()).isEqualTo(Kind.SITEMAP_INDEX);
    assertThat(listing.links()).isEmpty();
    assertThat(listing.further().stream().map(Link::url))
        .containsExactly("https://example.org/1.xml.gz", "https://example.org/2.xml");
  }

  @Test
  void keepsWhatABrokenSitemapNamedBefore() {
    Listing listing =
        read(
            "<urlset><url><loc>https://example.org/a</loc></url>"
                + "<url><loc>https://example.org/b?x=1&y=2</loc></url></urlset>");

    assertThat(urls(listing)).contains("https://example.org/a");
    assertThat(listing.complaint()).startsWith("the sitemap is not as it should be: ");
  }

  @Test
  void readsSitemapsWithMistakes() {
    String two = "<url><loc>https://example.org/a?x=1&amp;y=2</loc></url><url><loc>/b</loc></url>";
    List<String> mistakes =
        List.of(
            "\n\n <?xml version='1.0'?><urlset>" + two + "</urlset>",
            "<urlset>" + two.replace("&amp;", "&") + "</urlset>",
            "<urlset>" + two.replace("<url>", "<url><title>\u0001A &amp; B</title>") + "</urlset>",
            "<urlset>" + two + "<url><loc>https://example.org/cut-o",
            "<n:urlset>" + two.replaceAll("<(/?)", "<$1n:") + "</n:urlset>");

    for (String mistake : mistakes) {
      assertThat(urls(read(mistake)))
          .as(mistake)
          .containsExactly("https://example.org/a?x=1&y=2", "https://example.org/b");
    }
  }

  @Test
  void readsHtmlEntitiesInSitemaps() {
    Listing listing = read("<urlset><url><loc>/caf&eacute;</loc></url></urlset>");

    assertThat(urls(listing)).containsExactly("https://example.org/caf%C3%A9");
  }

  @Test
  void aSitemapAmongPagesIsAPartAndNoPage() {
    Listing listing =
        read("<urlset><url><loc>/news.xml.gz</loc></url><url><loc>/a</loc></url></urlset>");

    assertThat(urls(listing)).containsExactly("https://example.org/a");
    assertThat(listing.further().stream().map(Link::url))
        .containsExactly("https://example.org/news.xml.gz");
  }

  @Test
  void aSitemapOfWhichNothingCanBeReadIsUnreadable() {
    assertThat(read("<urlset><url><loc>  broken").kind()).isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void readsListsOfUrls() {
    Listing listing =
        read("# mine\n\nhttps://example.org/a Title of a\nhttps://example.org/a#x\nnothing\n");

    assertThat(listing.kind()).isEqualTo(Kind.URL_LIST);
    assertThat(listing.links())
        .containsExactly(new Link("https://example.org/a", "Title of a", null, null, null));
    assertThat(listing.complaint()).isEqualTo("1 line is no URL");
  }

  @Test
  void saysWhatIsNoListing() {
    assertThat(read("{\"a\": 1}").complaint())
        .isEqualTo("JSON, but no JSON Feed: it has no list of \"items\"");
    assertThat(read("{\"a\": ").kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(read("nothing here").complaint())
        .isEqualTo("neither a feed nor a sitemap nor a page with links");
    assertThat(read("").complaint()).isEqualTo("the page has no bytes");
  }

  @Test
  void wantsAUrl() {
    assertThatThrownBy(() -> READER.read(Page.builder("a.xml", new byte[0]).build()))
        .hasMessage("a listing needs its URL, Page[a.xml, 0 bytes] has none");
  }
}
