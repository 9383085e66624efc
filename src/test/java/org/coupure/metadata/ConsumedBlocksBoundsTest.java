package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Each limit of what is spent on a field, on its two sides. */
class ConsumedBlocksBoundsTest {
  private static final String TITLE = "The council speaks about bridges";
  private static final String H1 = "<h1>" + TITLE + "</h1>";
  private static final String AUTHOR = "<html lang=en><meta name='author' content='Jane Roe'>";

  private final MetadataReader reader = new MetadataReader();

  private Map<Integer, String> spent(String html) {
    Page page = Page.builder("test", new byte[0]).url("https://www.example.org/x").build();
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html)), List.of()).spent();
  }

  private static String shorts(int count) {
    return "<p>x</p>".repeat(count);
  }

  private static String padded(String text, int length) {
    return "<p>" + text + ".".repeat(length - text.length()) + "</p>";
  }

  @Test
  void theHeadlineIsRepeatedWithinTwelveBlocks() {
    String again = "<p>" + TITLE + "</p>";

    assertThat(spent(H1 + shorts(11) + again)).containsOnlyKeys(0, 12);
    assertThat(spent(H1 + shorts(12) + again)).containsOnlyKeys(0);
    assertThat(spent(shorts(3) + H1 + shorts(11) + again)).containsOnlyKeys(3, 15);
    assertThat(spent(shorts(3) + H1 + shorts(12) + again)).containsOnlyKeys(3);
  }

  @Test
  void theHeadlineIsRepeatedWithTwentyCharactersMore() {
    assertThat(spent(H1 + padded(TITLE, TITLE.length() + 20))).containsOnlyKeys(0, 1);
    assertThat(spent(H1 + padded(TITLE, TITLE.length() + 21))).containsOnlyKeys(0);
  }

  @Test
  void theHeadlineIsCutBehindFifteenCharacters() {
    assertThat(spent(H1 + "<p>The council spe\u2026</p>")).containsOnlyKeys(0, 1);
    assertThat(spent(H1 + "<p>The council spe...</p>")).containsOnlyKeys(0, 1);
    assertThat(spent(H1 + "<p>The council sp\u2026</p>")).containsOnlyKeys(0);
    assertThat(spent(H1 + "<p>The council speaks</p>")).containsOnlyKeys(0);
  }

  @Test
  void aBylineHasSixtyCharactersBesideTheName() {
    String line = "By Jane Roe";

    assertThat(spent(AUTHOR + H1 + padded(line, 68))).containsEntry(1, "authors");
    assertThat(spent(AUTHOR + H1 + padded(line, 69))).containsOnlyKeys(0);
  }

  @Test
  void aNameAloneHasFourCharactersBesideIt() {
    assertThat(spent(AUTHOR + H1 + "<p>Jane Roe abc</p>")).containsEntry(1, "authors");
    assertThat(spent(AUTHOR + H1 + "<p>Jane Roe abcd</p>")).containsOnlyKeys(0);
    assertThat(spent(AUTHOR + H1 + "<p>Jane Roe at 5</p>")).containsEntry(1, "authors");
  }

  @Test
  void aDateLineHasSixtyCharacters() {
    String line = "Published: 14 March 2025";

    assertThat(spent(H1 + padded(line, 60))).containsEntry(1, "published");
    assertThat(spent(H1 + padded(line, 61))).containsOnlyKeys(0);
    assertThat(spent(H1 + "<h2>" + line + "</h2>")).containsOnlyKeys(0);
  }

  @Test
  void aListedDateOfSevenWordsWithinTheTextTells() {
    String text = "<p>" + "The council met and spoke about bridges. ".repeat(5) + "</p>";

    assertThat(spent(H1 + text + "<ul><li>Court ruling of 3 March 2016</li></ul>"))
        .containsEntry(2, "published");
    assertThat(spent(H1 + text + "<ul><li>Court ruling of 3 March 2016, again</li></ul>"))
        .containsOnlyKeys(0);
    assertThat(spent(H1 + "<ul><li>Court ruling of 3 March 2016, again</li></ul>"))
        .containsEntry(1, "published");
  }

  @Test
  void aLineOfATableIsOneInTheHeadlinesOwnCell() {
    assertThat(spent("<table><tr><td>" + H1 + "<p>14 March 2025</p></td></tr></table>"))
        .containsEntry(1, "published");
  }

  @Test
  void aSubtitleIsRepeatedWithTwentyCharactersMore() {
    Map<Integer, String> spent = new HashMap<>();
    String html = padded("Rain fell", 29) + padded("Rain fell", 30) + "<p>Rain</p>";

    ConsumedBlocks.subtitle(HtmlSegmenter.segment(Jsoup.parse(html)), "Rain fell", spent);

    assertThat(spent).containsOnlyKeys(0).containsEntry(0, "subtitle");
  }
}
