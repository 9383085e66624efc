package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose title says nothing. */
class PlaceholderTitlesTest {
  private static final String TEXT =
      "<p>The river left its bed on Monday night, and three villages were cut off for hours, the"
          + " prefect said at noon.</p><p>Nobody was hurt, and the water sank again on Tuesday.</p>";

  private final MetadataReader reader = new MetadataReader();

  @ParameterizedTest
  @ValueSource(strings = {"Untitled Document", "Imprimir", "無題ドキュメント", "Версия для печати", ""})
  void goByTheirHeadings(String title) {
    Metadata found = read(title, "<h2>The river rises again</h2>" + TEXT);

    assertThat(found.headline().title()).isEqualTo("The river rises again");
  }

  @Test
  void goByTheirFirstLineWhereTheyHaveNoHeading() {
    String lines =
        "<p><b>The river rises again</b></p><p>By Margaret Ellison</p><p>14 March 2009</p>" + TEXT;

    Metadata found = read("untitled document", lines);

    assertThat(found.headline().title()).isEqualTo("The river rises again");
    assertThat(found.byline().authors()).containsExactly("Margaret Ellison");
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2009-03-14");
  }

  @Test
  void haveNoneWhereTheyBeginWithText() {
    assertThat(read("Print", TEXT).headline().title()).isNull();
    assertThat(read("Print", "<p>By Margaret Ellison, staff writer</p>" + TEXT).headline().title())
        .isNull();
  }

  @Test
  void areNoneThatSaySomething() {
    Metadata found = read("Print is not dead", "<h2>Subscribe to our letter</h2>" + TEXT);

    assertThat(found.headline().title()).isEqualTo("Print is not dead");
  }

  private Metadata read(String title, String body) {
    String html = "<html><head><title>" + title + "</title></head><body>" + body;
    Page page = Page.builder("test", html.getBytes(StandardCharsets.UTF_8)).build();
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html)), List.of());
  }
}
