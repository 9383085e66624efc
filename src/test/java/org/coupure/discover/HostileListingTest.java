package org.coupure.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.coupure.discover.Listing.Kind;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds and sitemaps made to hurt. */
class HostileListingTest {
  private static final String LAUGHS =
      """
      <?xml version="1.0"?>
      <!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
      <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] unit, long times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes, 1 << 16)) {
      for (long i = 0; i < times; i++) {
        gzip.write(unit);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void expandsNoEntitiesOfAFeed() {
    Listing listing =
        ListingReaderTest.read(
            LAUGHS
                + "<rss version=\"2.0\"><channel><title>&f;</title><item><title>&f;</title>"
                + "<link>https://example.org/a</link></item></channel></rss>");

    assertThat(listing.links()).hasSize(1);
    assertThat(listing.links().get(0).title()).isEqualTo("&f;");
    assertThat(listing.complaint()).contains("DOCTYPE is disallowed");
  }

  @Test
  void expandsNoEntitiesOfASitemap() {
    Listing listing =
        ListingReaderTest.read(
            LAUGHS
                + "<urlset><url><loc>https://example.org/a</loc></url>"
                + "<url><loc>https://example.org/&f;</loc></url></urlset>");

    assertThat(listing.kind()).isEqualTo(Kind.SITEMAP);
    assertThat(listing.links()).allSatisfy(link -> assertThat(link.url().length()).isLessThan(100));
  }

  @Test
  void readsNoFilesOfThisMachine(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "https://example.org/s3cret");
    String entity = "<!DOCTYPE x [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>";

    Listing sitemap = ListingReaderTest.read(entity + "<urlset><url><loc>&s;</loc></url></urlset>");
    Listing feed =
        ListingReaderTest.read(
            entity
                + "<rss version=\"2.0\"><channel><title>t</title><item><title>&s;</title>"
                + "<link>https://example.org/&s;</link></item></channel></rss>");

    assertThat(sitemap.links().toString()).doesNotContain("s3cret");
    assertThat(feed.links().toString()).doesNotContain("s3cret");
  }

  @Test
  void stopsInASitemapThatUnpacksWithoutEnd() throws IOException {
    byte[] bomb = gzip(new byte[1 << 20], 600);
    byte[] start = gzip(bytes("<urlset><url><loc>https://example.org/a</loc></url><x>"), 1);
    byte[] both = new byte[start.length + bomb.length];
    System.arraycopy(start, 0, both, 0, start.length);
    System.arraycopy(bomb, 0, both, start.length, bomb.length);

    Listing listing = ListingReaderTest.read(both);

    assertThat(listing.kind()).isEqualTo(Kind.SITEMAP);
    assertThat(listing.complaint()).isNotNull();
  }

  @Test
  void stopsInASitemapOfBlanks() throws IOException {
    byte[] blanks = bytes(" ".repeat(1 << 16));
    byte[] start = gzip(bytes("<urlset><url><loc>https://example.org/a</loc></url>"), 1);
    byte[] bomb = gzip(blanks, 4000);
    byte[] both = new byte[start.length + bomb.length];
    System.arraycopy(start, 0, both, 0, start.length);
    System.arraycopy(bomb, 0, both, start.length, bomb.length);

    Listing listing = ListingReaderTest.read(both);

    assertThat(listing.links()).hasSize(1);
    assertThat(listing.complaint()).contains("it unpacks to more than 50 MB, which no sitemap may");
  }

  @Test
  void stopsInAFeedThatUnpacksWithoutEnd() throws IOException {
    byte[] bomb = gzip(bytes("<rss>" + "<item>".repeat(10_000)), 2000);

    assertThat(ListingReaderTest.read(bomb).complaint())
        .isEqualTo("the listing is larger than 10000000 bytes");
  }

  @Test
  void survivesAHundredThousandLevels() {
    String deep = "<a>".repeat(100_000);

    assertThat(ListingReaderTest.read("<rss><channel>" + deep).complaint())
        .isEqualTo("the feed is not as it should be: nested deeper than feeds are");
    assertThat(ListingReaderTest.read("<urlset>" + deep).kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(ListingReaderTest.read("{\"items\":" + "[".repeat(100_000)).kind())
        .isEqualTo(Kind.UNREADABLE);
    assertThat(ListingReaderTest.read("<html>" + deep).links()).isEmpty();
  }

  @Test
  void takesNoMoreLinksThanAllowed() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      list.append("https://example.org/").append(i).append('\n');
    }
    ListingReader strict =
        new ListingReader(Canonical.bundled(), new PageReader(Limits.DEFAULT)::read, 5);

    Listing listing =
        strict.read(
            Page.builder("l", bytes(list.toString())).url("https://example.org/list").build());

    assertThat(listing.links()).hasSize(5);
    assertThat(listing.complaint()).isEqualTo("more than 5 links; the rest was left out");
  }

  @Test
  void takesNothingButWebUrls() {
    Listing listing =
        ListingReaderTest.read(
            "<urlset><url><loc>file:///etc/passwd</loc></url><url><loc>javascript:1</loc></url>"
                + "<url><loc>gopher://example.org/</loc></url><url><loc/></url></urlset>");

    assertThat(listing.links()).isEmpty();
  }

  @Test
  void saysThatAPackedListingIsDamaged() throws IOException {
    byte[] whole = gzip(bytes("<rss>".repeat(10_000)), 1);
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

    assertThat(ListingReaderTest.read(half).kind()).isIn(Kind.UNREADABLE, Kind.FEED);
    assertThat(ListingReaderTest.read(new byte[] {0x1F, (byte) 0x8B, 0, 0}).complaint())
        .startsWith("the packed listing is damaged: ");
  }

  @Test
  void skipsWrongTypesInJson() {
    assertThat(ListingReaderTest.read("{\"items\": {\"url\": 3}}").complaint())
        .isEqualTo("JSON, but no JSON Feed: it has no list of \"items\"");
    assertThat(ListingReaderTest.read("{\"items\": [null, 1, [], {\"url\": [1]}]}").links())
        .isEmpty();
  }
}
