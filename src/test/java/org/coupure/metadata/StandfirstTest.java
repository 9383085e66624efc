package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coupure.article.Evidence;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandfirstTest {
  private static final String STANDFIRST =
      "Three days of rain were enough to bring down a bridge that had stood for two hundred years.";

  private static final String TEXT =
      """
      <div class="text">
      <p>The bridge over the river fell in the night, after three days of rain that nobody had
      foreseen, and took the water main with it.</p>
      <p>Nobody was hurt, the mayor said in the morning, and the road will stay closed until
      spring at the very least.</p>
      <p>Engineers had warned of the pillars for years, in letters that were answered with
      kindness and not with money.</p></div>
      """;

  private final MetadataReader reader = new MetadataReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class='article__standfirst'>%s</p>",
        "<h2 class=subtitle>%s</h2>",
        "<div class='post-sub-title'><p>%s</p></div>",
        "<p class=chapo>%s</p>",
        "<p class=bajada>%s</p>",
        "<p class='c-teaser-text'>%s</p>",
        "<div class=Vorspann>%s</div>",
        "<p itemprop=alternativeHeadline>%s</p>",
        "<div itemprop=description>%s</div>"
      })
  void isWhatTheMarkupNames(String markup) {
    Metadata found = read("<h1>A bridge falls</h1>" + markup.formatted(STANDFIRST) + TEXT);

    assertThat(found.headline().subtitle()).isEqualTo(STANDFIRST);
  }

  @Test
  void staysInTheTextAndHasItsEvidence() {
    Metadata found = read("<h1>A bridge falls</h1><p class=dek>" + STANDFIRST + "</p>" + TEXT);

    assertThat(found.spent()).containsOnlyKeys(0);
    assertThat(found.evidence())
        .contains(new Evidence("subtitle", "class", "body > p.dek", STANDFIRST));
  }

  @Test
  void isTheSummaryOfTheHeadWhereItStandsApart() {
    String head = "<meta property='og:description' content='" + STANDFIRST + "'>";

    Metadata found = read(head + "<h1>A bridge falls</h1><div>" + STANDFIRST + "</div>" + TEXT);

    assertThat(found.headline().subtitle()).isEqualTo(STANDFIRST);
  }

  @Test
  void isTheParagraphBetweenHeadlineAndByline() {
    Metadata found =
        read("<h1>A bridge falls</h1><p>" + STANDFIRST + "</p><p>By Jane Roe</p>" + TEXT);

    assertThat(found.headline().subtitle()).isEqualTo(STANDFIRST);
  }

  @Test
  void isNotTheFirstParagraphThoughTheHeadSaysTheSame() {
    String head = "<meta name=description content='" + STANDFIRST + "'>";
    String text = TEXT.replace("class=\"text\">", "class=\"text\"><p>" + STANDFIRST + "</p>");

    assertThat(read(head + "<h1>A bridge falls</h1>" + text).headline().subtitle()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class=caption>The bridge in the morning, seen from the other bank. Photo: A. Roe</p>",
        "<aside><p class=summary>Sign up for the letter that we send on every single day.</p></aside>",
        "<p class=subtitle>A bridge falls after rain</p>",
        "<h2>What was known of the pillars, and for how long</h2>"
      })
  void isNoCaptionBoxTitleOrHeading(String markup) {
    Metadata found =
        read("<title>A bridge falls after rain</title><h1>A bridge falls</h1>" + markup + TEXT);

    assertThat(found.headline().subtitle()).isNull();
  }

  @Test
  void isNothingWhereTheHeadlineIsNotSeen() {
    assertThat(read("<p class=standfirst>" + STANDFIRST + "</p>" + TEXT).headline().subtitle())
        .isNull();
  }

  private Metadata read(String html) {
    Page page = Page.builder("test", html.getBytes(StandardCharsets.UTF_8)).build();
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html)), List.of());
  }
}
