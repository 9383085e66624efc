package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ConsumedBlocksTest {
  private static final String H1 = "<h1>The council speaks about bridges</h1>";

  private final MetadataReader reader = new MetadataReader();

  @Test
  void takesTheLinesAroundTheHeadline() {
    String lines = "<p>By Jane Roe</p><p>Published: 14 March 2025</p><p>The text begins.</p>";

    assertThat(spent(H1 + lines)).isEqualTo(Map.of(0, "title", 1, "authors", 2, "published"));
  }

  @Test
  void takesAHeadlineThatIsRepeatedOrCutOff() {
    String path = "<p>The council speaks\u2026</p>";

    assertThat(spent(path + H1 + "<p>The council speaks about bridges</p><p>Text.</p>"))
        .isEqualTo(Map.of(0, "title", 1, "title", 2, "title"));
  }

  @Test
  void leavesAParagraphThatNamesTheAuthor() {
    String author = "<meta name='author' content='Jane Roe'>";
    String text =
        "<p>On Tuesday Jane Roe met the mayor, who had invited her to see the old bridge, and"
            + " asked what its repair might cost.</p>";

    assertThat(spent(author + H1 + text)).isEqualTo(Map.of(0, "title"));
  }

  @Test
  void leavesHeadingsAndShortTexts() {
    String author = "<meta name='author' content='Jane Roe'>";

    assertThat(spent(author + H1 + "<h2>Jane Roe</h2><p>It is Tuesday.</p>"))
        .isEqualTo(Map.of(0, "title"));
  }

  private Map<Integer, String> spent(String html) {
    Page page = Page.builder("test", new byte[0]).url("https://www.example.org/x").build();
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html)), List.of()).spent();
  }

  @Test
  void leavesDatesAmongWordsWithinTheText() {
    String text = "<p>" + "The council met and spoke about bridges. ".repeat(5) + "</p>";
    String note = "<ol><li>Court of Appeal, ruling of 3 March 2016, case 34/15.</li></ol>";

    assertThat(spent(H1 + "<p>14 March 2025</p>" + text + note))
        .isEqualTo(Map.of(0, "title", 1, "published"));
  }
}
