package org.coupure.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.coupure.article.Article;
import org.coupure.article.Byline;
import org.coupure.article.Dates;
import org.coupure.article.Duplicate;
import org.coupure.article.Headline;
import org.coupure.article.Image;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Passage;
import org.coupure.article.Provenance;
import org.coupure.article.WebLocation;
import org.coupure.query.IndexedArticle;
import org.coupure.query.Query;
import org.coupure.query.QuerySyntaxException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final ZoneId DESK = ZoneId.of("Europe/Paris");

  private static Article article(String id, String paper, String title, String cluster) {
    return Article.builder(id, new Provenance("", null, null, null, "1"))
        .headline(new Headline(title, null, null))
        .byline(new Byline(List.of("Ana Sol"), null))
        .dates(
            new Dates(
                Moment.of(OffsetDateTime.parse("2026-03-02T09:30:00Z"), Precision.MINUTE),
                null,
                null))
        .place(new WebLocation("https://" + id + ".example/a", null, paper, null))
        .language("en")
        .body(List.of(Passage.paragraph("The bridge is closed. Nobody knows why.")))
        .images(List.of(new Image("https://img.example/1.jpg", null, null)))
        .duplicate(new Duplicate(null, null, null, cluster))
        .build();
  }

  private static Review three() {
    return Review.builder("Monday", DESK)
        .add("bridges", article("c", "The Other", "Ferry runs", "c"), null)
        .add("bridges", article("a", "The Post", "Bridge closed", "a"), null)
        .add("bridges", article("b", "The Echo", "No way over the river", "a"), null)
        .build();
  }

  @Test
  void aStoryStandsOnceWithTheOtherPapersBelow() {
    Document page = Jsoup.parse(three().html(PictureUse.OFF));

    assertThat(page.select("article h3").eachText())
        .containsExactly("No way over the river", "Ferry runs");
    assertThat(page.select("article .also").eachText())
        .containsExactly("also in 1 paper The Post: Bridge closed");
    assertThat(page.select("p.facts").first().text())
        .isEqualTo("2 stories, 3 articles, 3 papers · 2 March 2026 · Europe/Paris");
  }

  @Test
  void timesAreThoseOfTheDesk() {
    assertThat(Jsoup.parse(three().html(PictureUse.OFF)).select("article .facts").first().text())
        .isEqualTo("The Echo · Ana Sol · 2 Mar 2026, 10:30");
  }

  @Test
  void aDayWithoutATimeIsNotShifted() {
    Article day =
        article("a", "The Post", "Bridge closed", "a").toBuilder()
            .dates(new Dates(Moment.of(LocalDate.parse("2026-03-02")), null, null))
            .build();
    ZoneId far = ZoneId.of("Pacific/Honolulu");

    assertThat(Review.builder("x", far).add("s", day, null).build().markdown())
        .contains("The Post · Ana Sol · 2 Mar 2026\n");
  }

  @Test
  void picturesAreNeverLoadedUnlessAsked() {
    assertThat(three().html(PictureUse.OFF)).doesNotContain("img.example").doesNotContain("<img");
    assertThat(three().html(PictureUse.LINK)).contains(">picture</a>").doesNotContain("<img");
    assertThat(three().html(PictureUse.LOAD)).contains("<img ").contains("img-src http: https:;");
    assertThat(new String(three().epub(PictureUse.LOAD), StandardCharsets.ISO_8859_1))
        .doesNotContain("<img");
  }

  @Test
  void whatSitesWriteIsTextAndNothingElse() {
    String evil = "</h3><script>alert(1)</script>\u0000\uD800 [x](javascript:y) `a`";
    Article article =
        article("a", evil, evil, "a").toBuilder()
            .place(new WebLocation("javascript:alert(1)", null, evil, null))
            .language("\"><b>")
            .build();
    Review review = Review.builder(evil, DESK).add(evil, article, null).build();

    Document page = Jsoup.parse(review.html(PictureUse.LOAD));
    assertThat(page.select("script, b b, a[href^=javascript]")).isEmpty();
    assertThat(review.markdown())
        .doesNotContain(" <script")
        .contains("\\<script>", "\\[x]")
        .contains("\\`a\\`");
  }

  @Test
  void foundWordsAreMarked() throws QuerySyntaxException {
    Article article = article("a", "The Post", "Bridge closed", "a");
    var match = Query.parse("bridge").match(IndexedArticle.of(article)).orElseThrow();
    Review review = Review.builder("x", DESK).add("bridge", article, match).build();

    assertThat(review.html(PictureUse.OFF))
        .contains("<mark>Bridge</mark> closed")
        .contains("The <mark>bridge</mark> is closed.");
    assertThat(review.markdown()).contains("> The **bridge** is closed. Nobody knows why.\n");
  }

  @Test
  void eachArticleSaysItsLanguageAndDirection() {
    Article arabic =
        article("a", "النهار", "إغلاق الجسر", "a").toBuilder()
            .language("ar")
            .body(List.of(Passage.paragraph("أغلق الجسر.")))
            .build();
    Document page =
        Jsoup.parse(Review.builder("x", DESK).add("s", arabic, null).build().html(PictureUse.OFF));

    assertThat(page.select("article[lang=ar][dir=rtl]")).hasSize(1);
  }

  @Test
  void moreDaysThanBarsAreAddedUp() {
    Review.Builder review = Review.builder("x", DESK);
    for (int i = 0; i < 100; i++) {
      LocalDate day = LocalDate.parse("2026-01-01").plusDays(i);
      review.add(
          "s",
          article("a" + i, "Paper " + i % 12, "T" + i, "c" + i).toBuilder()
              .dates(new Dates(Moment.of(day), null, null))
              .build(),
          null);
    }

    Document page = Jsoup.parse(review.build().html(PictureUse.OFF));
    assertThat(page.select(".papers tr")).hasSize(10);
    assertThat(page.select(".papers tr td.n").eachText().stream().mapToInt(Integer::parseInt).sum())
        .isEqualTo(100);
    assertThat(page.select(".papers caption").text()).contains("a bar for each 4 days");
  }

  @Test
  void theEpubIsWhatReadersAskFor() throws Exception {
    byte[] epub = three().epub(PictureUse.LINK);
    Map<String, String> files = unzip(epub);

    assertThat(new String(epub, 30, 28, StandardCharsets.US_ASCII))
        .isEqualTo("mimetypeapplication/epub+zip");
    assertThat(epub[8]).as("stored, not packed").isZero();
    var package_ = xml(files.get("content.opf"));
    List<String> listed =
        new ArrayList<>(List.of("mimetype", "META-INF/container.xml", "content.opf"));
    var items = package_.getElementsByTagName("item");
    for (int i = 0; i < items.getLength(); i++) {
      listed.add(items.item(i).getAttributes().getNamedItem("href").getNodeValue());
    }
    assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(listed);
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().endsWith(".xhtml")) {
        xml(file.getValue());
        assertThat(file.getValue()).as("style of " + file.getKey()).contains("href=\"review.css\"");
      }
    }
    for (var link : Jsoup.parse(files.get("nav.xhtml")).select("a[href*=#]")) {
      String[] at = link.attr("href").split("#");
      assertThat(Jsoup.parse(files.get(at[0])).getElementById(at[1])).isNotNull();
    }
    assertThat(files.get("content.opf"))
        .contains("<meta property=\"dcterms:modified\">2026-03-02T09:30:00Z</meta>");
    assertThat(three().epub(PictureUse.LINK)).as("the same bytes again").isEqualTo(epub);
  }

  private static org.w3c.dom.Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> unzip(byte[] bytes) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
