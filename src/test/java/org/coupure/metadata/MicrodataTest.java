package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MicrodataTest {
  private static final String URL = "https://www.example.org/a/headline";
  private static final String ARTICLE = "itemscope itemtype='http://schema.org/NewsArticle'";
  private static final String H1 = "<h1 itemprop='headline'>A headline of the day</h1>";

  private final MetadataReader reader = new MetadataReader();

  @Test
  void saysWhatTheItemOfTheHeadlineSays() {
    Metadata found =
        item(
            """
            <a href="/world"><span itemprop="articleSection">World</span></a>
            <img itemprop="image" src="/big.jpg">
            <p itemprop="keywords">Rivers, Bridges</p>
            <div itemprop="publisher" itemscope itemtype="http://schema.org/Organization">
              <div itemprop="logo" itemscope><meta itemprop="name" content="Logo"></div>
              <meta itemprop="name" content="The Example Daily"></div>
            """);

    assertThat(found.place().section()).isEqualTo("World");
    assertThat(found.place().site()).isEqualTo("The Example Daily");
    assertThat(found.tags()).containsExactly("Rivers", "Bridges");
    assertThat(found.images().get(0).url()).isEqualTo("https://www.example.org/big.jpg");
  }

  @Test
  void isNotWhatItemsInItSay() {
    Metadata found =
        item(
            "<div "
                + ARTICLE
                + "><b itemprop='articleSection'>Sports</b><b itemprop='keywords'>Balls</b>"
                + "<img itemprop='image' src='/other.jpg'></div>");

    assertThat(found.place().section()).isNull();
    assertThat(found.tags()).isEmpty();
    assertThat(found.images()).isEmpty();
  }

  @Test
  void isTheItemThatRepeatsTheHeadlineAboveIt() {
    Metadata found =
        read(
            "<h1>A headline of the day</h1><div "
                + ARTICLE
                + "><meta itemprop='headline' content='A headline of the day'>"
                + "<b itemprop='articleSection'>World</b></div>");

    assertThat(found.place().section()).isEqualTo("World");
  }

  @Test
  void isNeverAPageOrAPerson() {
    Metadata found =
        read(
            "<div itemscope itemtype='http://schema.org/WebPage'>"
                + H1
                + "<b itemprop='articleSection'>World</b></div>");

    assertThat(found.place().section()).isNull();
  }

  @Test
  void findsTheUrlOfEverySortOfImage() {
    assertThat(image("<meta itemprop='image' content='/a.jpg'>")).endsWith(".org/a.jpg");
    assertThat(image("<link itemprop='image' href='/a.jpg'>")).endsWith(".org/a.jpg");
    assertThat(image("<img itemprop='image' src='data:x' data-src='b.jpg'>")).endsWith("/a/b.jpg");
    assertThat(image("<figure itemprop='image'><img src='/c.jpg'></figure>")).endsWith("/c.jpg");
    assertThat(
            image(
                "<div itemprop='image' itemscope><img src='/small.jpg'>"
                    + "<meta itemprop='url' content='/d.jpg'></div>"))
        .endsWith("/d.jpg");
  }

  @Test
  void givesWayToWhatTheHeadSays() {
    Metadata found =
        read(
            "<head><meta property='og:site_name' content='Example'>"
                + "<meta property='og:image' content='/lead.jpg'>"
                + "<meta property='article:section' content='Politics'></head><article "
                + ARTICLE
                + ">"
                + H1
                + "<b itemprop='articleSection'>World</b><img itemprop='image' src='/a.jpg'>"
                + "<b itemprop='publisher'>Somebody</b></article>");

    assertThat(found.place().site()).isEqualTo("Example");
    assertThat(found.place().section()).isEqualTo("Politics");
    assertThat(found.images().get(0).url()).endsWith("/lead.jpg");
  }

  @Test
  void takesOneKeywordALink() {
    Metadata found =
        item(
            "<p itemprop='keywords'>Tags <a href='/r'>Rivers</a> <a href='/b'>Old bridges</a></p>");

    assertThat(found.tags()).containsExactly("Rivers", "Old bridges");
  }

  @Test
  void standsThousandsOfNestedItemsAndProperties() {
    Document document = Jsoup.parse("<article " + ARTICLE + ">" + H1 + "</article>");
    Element article = document.body().child(0);
    for (int i = 0; i < 10_000; i++) {
      article.appendElement("i").attr("itemprop", i % 2 == 0 ? "keywords" : "image").text("k" + i);
    }
    Element deep = document.body();
    for (int i = 0; i < 5000; i++) {
      deep = deep.appendElement("div").attr("itemscope", "");
      deep.attr("itemprop", i % 2 == 0 ? "publisher" : "author");
    }

    Metadata found = read(document);

    assertThat(found.headline().title()).isEqualTo("A headline of the day");
    assertThat(found.tags()).hasSize(30).startsWith("k0", "k2");
  }

  private String image(String html) {
    return item(html).images().get(0).url();
  }

  private Metadata item(String body) {
    return read("<article " + ARTICLE + ">" + H1 + body + "</article>");
  }

  private Metadata read(String html) {
    return read(Jsoup.parse(html, URL));
  }

  private Metadata read(Document document) {
    Page page = Page.builder("test", new byte[0]).url(URL).build();
    return reader.read(page, HtmlSegmenter.segment(document), List.of());
  }
}
