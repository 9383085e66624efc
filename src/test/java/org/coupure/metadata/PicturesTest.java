package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coupure.article.Image;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static final String HOST = "https://www.example.org";

  @Test
  void aFigureGivesUrlCaptionAndCredit() {
    String figure =
        "<figure><img src=/bridge.jpg><figcaption>The bridge at noon."
            + " <span class=credit>Photo: Ada Lane</span></figcaption></figure>";

    assertThat(images(figure))
        .containsExactly(new Image(HOST + "/bridge.jpg", "The bridge at noon.", "Photo: Ada Lane"));
  }

  @Test
  void theLeadImageComesFirstAndTakesItsCaptionFromTheFigure() {
    String page =
        "<meta property='og:image' content='/lead.jpg?w=1200'>"
            + "<h1>A bridge falls</h1>"
            + "<figure><img src=other.jpg></figure>"
            + "<figure><img src=/lead.jpg?w=300><figcaption>The bridge.</figcaption></figure>";

    assertThat(images(page))
        .containsExactly(
            new Image(HOST + "/lead.jpg?w=1200", "The bridge.", null),
            new Image(HOST + "/news/other.jpg", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='data:image/gif;base64,R0' data-src='/bridge.jpg'>",
        "<img data-lazy-src='/bridge.jpg' src='data:image/gif;base64,R0'>",
        "<img srcset='/small.jpg 640w, /bridge.jpg 1280w' src=/small.jpg>",
        "<picture><source data-srcset='/s.webp 1x, /bridge.jpg 2x'><img src='/blank.gif'></picture>",
        "<img class=lazy><noscript><img src='/bridge.jpg'></noscript>",
        "<img src='/img/placeholder.png'><noscript><img src='/bridge.jpg'></noscript>",
        "<amp-img src='/bridge.jpg' width=800 height=400></amp-img>",
        "<img data-actualsrc='/bridge.jpg'>",
        "<img data-of-this-theme='/bridge.jpg'>",
        "<a href='/full/bridge.jpg'><img src='/bridge.jpg'></a>"
      })
  void aPictureThatIsLoadedLateIsFound(String picture) {
    assertThat(images("<figure>" + picture + "</figure>"))
        .containsExactly(new Image(HOST + "/bridge.jpg", null, null));
  }

  @Test
  void commasInsideUrlsOfASrcsetDoNotPartThem() {
    assertThat(images("<figure><img srcset='/w_1,h_2/a.jpg 1x, /w_2,h_4/a.jpg 2x'></figure>"))
        .containsExactly(new Image(HOST + "/w_2,h_4/a.jpg", null, null));
  }

  @Test
  void theLeadImageIsNotListedAgainInALargerCopy() {
    String page =
        "<meta property='og:image' content='/a-800.jpg'><h1>A bridge falls</h1>"
            + "<figure><img src=/a-800.jpg srcset='/a-1600.jpg 1600w, /a-800.jpg 800w'></figure>";

    assertThat(images(page)).containsExactly(new Image(HOST + "/a-800.jpg", null, null));
  }

  @Test
  void aBoxCalledCaptionIsAFigure() {
    String box =
        "<div class=wp-caption><img src=/bridge.jpg>"
            + "<p class=wp-caption-text>The bridge.</p></div>";

    assertThat(images(box)).containsExactly(new Image(HOST + "/bridge.jpg", "The bridge.", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<figure><img src=/count.gif width=1 height=1></figure>",
        "<figure><img src=/share.svg></figure>",
        "<figure><a href=/another-story><img src=/card.jpg></a></figure>",
        "<a href=/another-story><figure><img src=/card.jpg></figure></a>",
        "<div class=related-stories><figure><img src=/card.jpg></figure></div>",
        "<div class=author-bio><figure><img src=/roe.jpg></figure></div>",
        "<div class=comments><figure><img src=/avatar.jpg></figure></div>",
        "<p><img src=/button.png></p>"
      })
  void whatIsNoPictureOfTheArticleIsLeftOut(String markup) {
    assertThat(images(markup)).isEmpty();
  }

  private static List<Image> images(String body) {
    String html = body.contains("<h1>") ? body : "<h1>A bridge falls</h1>" + body;
    String text = "<p>The bridge fell in the night, after three days of rain.</p>";
    Page page =
        Page.builder("test", html.getBytes(StandardCharsets.UTF_8))
            .url(HOST + "/news/bridge")
            .build();
    return new MetadataReader()
        .read(page, HtmlSegmenter.segment(Jsoup.parse(html + text)), List.of())
        .images();
  }
}
