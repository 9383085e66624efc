package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Article;
import org.coupure.article.Image;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

/** What stands in the midst of a text and is none of its paragraphs. */
class EmbeddedTest {
  private static final String PAGE =
      """
      <html><head><title>A bridge falls</title></head><body>
      <article><header><h1>A bridge falls</h1>
      <p class="standfirst">Three days of rain were enough for a bridge of two hundred years.</p>
      <p class="byline">By Jane Roe</p></header>
      <figure><img src="/bridge.jpg"><figcaption>The bridge on the morning after, seen from the
      other bank of the river. <span class="credit">Photo: Ada Lane</span></figcaption></figure>
      <p>The bridge over the river fell in the night, after three days of rain that nobody had
      foreseen, and took the water main of the whole quarter with it.</p>
      <p>Nobody was hurt, the mayor said in the morning, and the road will stay closed until
      spring at the very least, because the other pillars have to be looked at as well.</p>
      <blockquote class="twitter-tweet"><p>I drove over it an hour before it fell, and I heard
      nothing but the rain on the roof of the car.</p></blockquote>
      <h2>Letters that nobody answered</h2>
      <p>Engineers had warned of the pillars for years, in letters that were answered with
      kindness and not with money, as the council's own files show.</p>
      <p>The council wants to build a new one by the end of next year. What it will cost nobody
      can say, and who is to pay for it will be a matter for the courts.</p></article>
      <section id="comments" class="comments"><h3>Comments</h3><ol><li class="comment">
      <p>They knew about it for years, and nobody did a thing. It is always the same with them.</p>
      </li></ol></section></body></html>
      """;

  private final Article article =
      Clipper.create()
          .clip(
              Page.builder("page.html", PAGE.getBytes(UTF_8))
                  .url("https://www.example.org/bridge")
                  .build())
          .article();

  @Test
  void aPostInTheTextStays() {
    assertThat(article.text()).contains("I drove over it an hour before it fell");
  }

  @Test
  void aSubheadingStays() {
    assertThat(article.text()).contains("Letters that nobody answered");
  }

  @Test
  void aCaptionGoesToItsPicture() {
    assertThat(article.text()).doesNotContain("on the morning after");
    assertThat(article.images())
        .containsExactly(
            new Image(
                "https://www.example.org/bridge.jpg",
                "The bridge on the morning after, seen from the other bank of the river.",
                "Photo: Ada Lane"));
  }

  @Test
  void commentsAreOut() {
    assertThat(article.text()).doesNotContain("They knew about it for years");
  }

  @Test
  void theStandfirstIsRecorded() {
    assertThat(article.headline().subtitle())
        .isEqualTo("Three days of rain were enough for a bridge of two hundred years.");
  }
}
