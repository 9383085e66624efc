package org.coupure.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What listings say of a page beside its title and dates. */
class ItemMetadataTest {
  private static ItemMetadata rss(String item) {
    return ListingReaderTest.read(
            "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
                + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
                + "<title>T</title><item><link>https://example.org/a</link>"
                + item
                + "</item></channel></rss>")
        .links()
        .get(0)
        .item();
  }

  @Test
  void rssNamesAuthorsCategoriesAndText() {
    ItemMetadata item =
        rss(
            "<dc:creator><![CDATA[Ana Roux]]></dc:creator><category>World</category>"
                + "<category domain='x'> Bridges &amp; roads </category><category/>"
                + "<description>Short.</description>"
                + "<content:encoded><![CDATA[<p>Long &amp; whole.</p>]]></content:encoded>");

    assertThat(item)
        .isEqualTo(
            new ItemMetadata(
                List.of("Ana Roux"),
                List.of("World", "Bridges & roads"),
                "<p>Long &amp; whole.</p>"));
  }

  @Test
  void aMailAddressIsNoName() {
    assertThat(rss("<author>ana@example.org (Ana Roux)</author>").authors())
        .containsExactly("Ana Roux");
    assertThat(rss("<author>desk@example.org</author>").authors()).isEmpty();
    assertThat(rss("<author>Ana Roux</author>").authors()).containsExactly("Ana Roux");
  }

  @Test
  void aSummaryIsNoText() {
    assertThat(rss("<description>Short.</description>")).isEqualTo(ItemMetadata.NONE);
  }

  @Test
  void atomNamesPersonsAndLabels() {
    ItemMetadata item =
        ListingReaderTest.read(
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry>"
                    + "<link href='https://example.org/a'/><author><name>Ana Roux</name>"
                    + "<email>ana@example.org</email></author><author><email>x@example.org</email>"
                    + "</author><category term='w' label='World'/><category term='roads'/>"
                    + "<content type='xhtml'><div><p>Long &amp; whole.</p></div></content>"
                    + "</entry></feed>")
            .links()
            .get(0)
            .item();

    assertThat(item.authors()).containsExactly("Ana Roux");
    assertThat(item.tags()).containsExactly("World", "roads");
    assertThat(item.content()).contains("<p>Long &amp; whole.</p>");
  }

  @Test
  void jsonFeedsOfBothVersionsNameAuthors() {
    Listing listing =
        ListingReaderTest.read(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"url\":"
                + "\"https://example.org/a\",\"authors\":[{\"name\":\"Ana Roux\"},{\"url\":\"x\"}],"
                + "\"tags\":[\"world\",3],\"content_text\":\"a < b\\n\\nc\"},{\"url\":"
                + "\"https://example.org/b\",\"author\":{\"name\":\"Ben Roe\"}}]}");

    assertThat(listing.links().get(0).item())
        .isEqualTo(
            new ItemMetadata(List.of("Ana Roux"), List.of("world"), "<p>a &lt; b</p>\n<p>c</p>"));
    assertThat(listing.links().get(1).item().authors()).containsExactly("Ben Roe");
  }

  @Test
  void newsSitemapsHaveKeywords() {
    Listing listing =
        ListingReaderTest.read(
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url>"
                + "<loc>https://example.org/a</loc><news:news><news:title>A</news:title>"
                + "<news:keywords>world, roads,</news:keywords></news:news></url></urlset>");

    assertThat(listing.links().get(0).item().tags()).containsExactly("world", "roads");
  }

  @Test
  void whatIsBeyondMeasureIsLeftOut() {
    String endless = "x".repeat(201);
    ItemMetadata item =
        new ItemMetadata(
            List.of("Ana Roux", " ", endless, "Ana  Roux"),
            java.util.stream.IntStream.range(0, 80).mapToObj(i -> "t" + i).toList(),
            "x".repeat(500_001));

    assertThat(item.authors()).containsExactly("Ana Roux");
    assertThat(item.tags()).hasSize(50);
    assertThat(item.content()).isNull();
  }
}
