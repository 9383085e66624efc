package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Each limit of a date beside the headline that contradicts the head, on its two sides. */
class PublishDatesBoundsTest {
  private static final String STATED = "2020-01-10T09:30:00Z";
  private static final String HEAD = head(STATED);
  private static final String H1 = "<h1>A bridge falls</h1>";
  private static final String SEEN = "<p>14 March 2019</p>";

  private final MetadataReader reader = new MetadataReader();

  private static String head(String published) {
    return "<html lang=en><meta property='article:published_time' content='" + published + "'>";
  }

  private static String changed(String modified) {
    return "<meta property='article:modified_time' content='" + modified + "'>";
  }

  private static String shorts(int count) {
    return "<p>x</p>".repeat(count);
  }

  private String published(String html) {
    return published("https://www.example.org/x", html);
  }

  private String published(String url, String html) {
    Page page = Page.builder("test", new byte[0]).url(url).build();
    Metadata found = reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html)), List.of());
    return Objects.requireNonNull(found.dates().published()).toRfc3339();
  }

  @Test
  void itStandsWithinFiveBlocksBehindTheHeadline() {
    assertThat(published(HEAD + H1 + shorts(4) + SEEN)).isEqualTo("2019-03-14");
    assertThat(published(HEAD + H1 + shorts(5) + SEEN)).isEqualTo(STATED);
  }

  @Test
  void itStandsWithinThreeBlocksBeforeTheHeadline() {
    assertThat(published(HEAD + SEEN + shorts(2) + H1)).isEqualTo("2019-03-14");
    assertThat(published(HEAD + SEEN + shorts(3) + H1)).isEqualTo(STATED);
  }

  @Test
  void itStandsInALineOfFortyFiveCharacters() {
    String line = "Published: 14 March 2019";

    assertThat(published(HEAD + H1 + "<p>" + line + ".".repeat(45 - line.length()) + "</p>"))
        .isEqualTo("2019-03-14");
    assertThat(published(HEAD + H1 + "<p>" + line + ".".repeat(46 - line.length()) + "</p>"))
        .isEqualTo(STATED);
  }

  @Test
  void itMayStandFartherOffWhenItSaysPublished() {
    String line = "<p>Published: 14 March 2019</p>";

    assertThat(published(HEAD + H1 + shorts(8) + line)).isEqualTo("2019-03-14");
  }

  @Test
  void itIsTheDayOfAChangeUnlessMidnightOfTheNextDayIsStated() {
    String seen = H1 + "<p>11 January 2020</p>";
    String changed = changed("2020-01-11T15:00:00Z");

    assertThat(published(head("2020-01-10T22:00:00Z") + changed + seen)).isEqualTo("2020-01-11");
    assertThat(published(head("2020-01-10T23:00:00Z") + changed + seen)).isEqualTo("2020-01-11");
    for (String stated :
        List.of(
            "2020-01-10T21:00:00Z",
            "2020-01-10T22:01:00Z",
            "2020-01-10T22:00:01Z",
            "2020-01-09T22:00:00Z",
            "2020-01-11T22:00:00Z")) {
      assertThat(published(head(stated) + changed + seen)).isEqualTo(stated);
    }
  }

  @Test
  void theUrlTellsWhichIsTheMonth() {
    String seen = "<html lang=en>" + H1 + "<p>x</p><span class=date>03/04/2019</span>";

    assertThat(published("https://www.example.org/2019/04/03/bridge", seen))
        .isEqualTo("2019-04-03");
    assertThat(published("https://www.example.org/2019/05/03/bridge", seen))
        .isEqualTo("2019-03-04");
    assertThat(published("https://www.example.org/bridge", seen)).isEqualTo("2019-03-04");
  }
}
