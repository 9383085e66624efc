package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceAndTagsTest {
  private static final String URL = "https://www.example.co.uk/world/story";

  private final MetadataReader reader = new MetadataReader();

  @ParameterizedTest
  @CsvSource({
    "/world/story, https://www.example.co.uk/world/story",
    "https://news.example.co.uk/story, https://news.example.co.uk/story",
    "https://www.example.co.uk/,",
    "https://web.archive.org/web/20090315021233/http://www.example.co.uk/a, http://www.example.co.uk/a",
    "https://www.other.co.uk/world/story,",
    "http://localhost/world/story,",
    "javascript:void(0),",
  })
  void believesCanonicalUrlsOfTheSite(String href, String expected) {
    Metadata found = read("<link rel='canonical' href='" + href + "'>");

    assertThat(found.place().canonicalUrl()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://m.abc.com/x, https://www.abc.com/x, true",
    "https://amp.abc.example/x, https://www.abc.example/x, true",
    "https://m.abc.at/x, https://abc.at/y, true",
    "https://abc.co.uk/x, https://xyz.co.uk/x, false",
    "https://abc.com/x, https://xyz.com/x, false"
  })
  void believesTheCanonicalUrlOfASiteWithAShortName(String url, String stated, boolean believed) {
    Metadata found = read(url, "<link rel='canonical' href='" + stated + "'>");

    assertThat(found.place().canonicalUrl()).isEqualTo(believed ? stated : null);
  }

  @Test
  void givesEveryTagOnce() {
    Metadata found =
        read(
            "<meta name='keywords' content='Rivers, bridges,, Rivers'>"
                + "<meta property='article:tag' content='Bridges'>");

    assertThat(found.tags()).containsExactly("Bridges", "Rivers");
  }

  @Test
  void givesNoSectionThatIsTheSite() {
    Metadata found =
        read(
            "<meta property='og:site_name' content='The Example'>"
                + "<meta property='article:section' content='The Example'>");

    assertThat(found.place().section()).isNull();
  }

  @Test
  void readsTheSectionFromTheCrumbBeforeThePage() {
    Metadata found =
        read(
            """
            <script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [
              {"position": 1, "name": "Home"}, {"position": 2, "item": {"name": "World"}},
              {"position": 3, "name": "A headline of the day"}]}</script>
            """);

    assertThat(found.place().section()).isEqualTo("World");
  }

  private Metadata read(String head) {
    return read(URL, head);
  }

  private Metadata read(String url, String head) {
    Page page = Page.builder("test", new byte[0]).url(url).build();
    String html = "<head>" + head + "</head><body><h1>A headline of the day</h1></body>";
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html, url)), List.of());
  }

  private static String meta(String property, String content) {
    return "<meta property='" + property + "' content='" + content + "'>";
  }

  @Test
  void leavesOutWhatIsTooLongForAName() {
    String sixty = "x".repeat(60);
    String hundred = "y".repeat(100);

    assertThat(read(meta("article:section", sixty)).place().section()).isEqualTo(sixty);
    assertThat(read(meta("article:section", sixty + "x")).place().section()).isNull();
    assertThat(read(meta("article:tag", sixty)).tags()).containsExactly(sixty);
    assertThat(read(meta("article:tag", sixty + "x")).tags()).isEmpty();
    assertThat(read(meta("og:site_name", hundred)).place().site()).isEqualTo(hundred);
    assertThat(read(meta("og:site_name", hundred + "y")).place().site()).isNull();
  }

  @Test
  void takesNeitherTheFirstNorTheLastCrumb() {
    String list =
        "<script type='application/ld+json'>{\"@type\":\"BreadcrumbList\",\"itemListElement\":[%s]}"
            + "</script>";
    String three = "{\"name\":\"Home\"},{\"name\":\"World\"},{\"name\":\"Story\"}";
    String two = "{\"name\":\"World\"},{\"name\":\"Story\"}";

    assertThat(read(list.formatted(three)).place().section()).isEqualTo("World");
    assertThat(read(list.formatted(two)).place().section()).isNull();
  }

  @Test
  void separatesTagsByCommasOrElseBySemicolons() {
    assertThat(read(meta("article:tag", "semi-final, rail:road")).tags())
        .containsExactly("semi-final", "rail:road");
    assertThat(read(meta("article:tag", "semi-final;rail=road")).tags())
        .containsExactly("semi-final", "rail=road");
    assertThat(read(meta("article:tag", "a;b,c")).tags()).containsExactly("a;b", "c");
    assertThat(read(meta("article:tag", "semi-final")).tags()).containsExactly("semi-final");
  }

  @Test
  void saysWhereTagsAreFromOnce() {
    Metadata found =
        read(
            meta("article:tag", "Rivers")
                + meta("article:tag", "rivers")
                + meta("article:tag", ""));

    assertThat(found.evidence()).filteredOn(e -> e.field().equals("tags")).hasSize(1);
  }
}
