package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.article.Byline;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.TextSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ClosingLineTest {
  private static final String TEXT =
      "The council met for the first time this year on Tuesday evening and spoke at some length"
          + " about the old bridge and what its repair may cost.";

  private final MetadataReader reader = new MetadataReader();

  @Test
  void signsAPageThatNamesNoAuthor() {
    Metadata found = page("<div><p>" + TEXT + "</p><p><b>(R. I.)</b></p></div>");

    assertThat(found.byline()).isEqualTo(new Byline(List.of("R. I."), null));
    assertThat(found.spent()).containsEntry(2, "authors");
  }

  @Test
  void isSpentWhereTheAuthorIsKnown() {
    Metadata found =
        page("<p>By Jane Roe</p><div><p>" + TEXT + "</p><p>J. R.</p><p>More.</p></div>");

    assertThat(found.byline().authors()).containsExactly("Jane Roe");
    assertThat(found.spent()).containsEntry(3, "authors");
  }

  @Test
  void standsBeneathAParagraphOfItsOwnContainer() {
    assertThat(find("<div><p>" + TEXT + "</p></div><div><p>R. I.</p></div>")).isNull();
    assertThat(find("<div><p>A short line.</p><p>R. I.</p></div>")).isNull();
    assertThat(find("<div><p>" + TEXT + "</p><h2>R. I.</h2></div>")).isNull();
    assertThat(find("<div><p>" + TEXT + "</p><p hidden>R. I.</p></div>")).isNull();
  }

  @Test
  void isNotThatOfACommentator() {
    String comment = "<div class=\"comments\"><p>" + TEXT + "</p><p>X. Y.</p></div>";

    Metadata found = page("<p>" + TEXT + "</p>" + comment);

    assertThat(found.byline()).isEqualTo(Byline.NONE);
    assertThat(found.spent()).doesNotContainKey(3);
  }

  @Test
  void needNotBeTheLastLineOfADump() {
    Metadata found = dump("R. I.\n\nNext article: Something else entirely\n");

    assertThat(found.byline()).isEqualTo(new Byline(List.of("R. I."), null));
    assertThat(found.spent()).containsEntry(2, "authors").doesNotContainKey(3);
  }

  @Test
  void leavesTheAgencyBeneathItToTheDump() {
    Metadata found = dump("R. I.\n\n(AFP)\n");

    assertThat(found.byline()).isEqualTo(new Byline(List.of("R. I."), "AFP"));
    assertThat(found.spent()).containsEntry(2, "authors").containsEntry(3, "agency");
  }

  @Test
  void signsTheSeedThatHasOne() throws IOException {
    String text = Files.readString(Path.of("seeds/001_6e170e5d8cba3a00.txt"));
    Page page = Page.builder("test", new byte[0]).build();

    Metadata found = reader.read(page, TextSegmenter.segment(text), List.of());

    assertThat(found.byline()).isEqualTo(new Byline(List.of("R. I."), null));
  }

  private static Block find(String html) {
    return ClosingLine.find(HtmlSegmenter.segment(Jsoup.parse(html)), -1);
  }

  private Metadata page(String body) {
    Blocks blocks =
        HtmlSegmenter.segment(Jsoup.parse("<h1>The council speaks about bridges</h1>" + body));
    return reader.read(Page.builder("test", new byte[0]).build(), blocks, List.of());
  }

  private Metadata dump(String end) {
    String text = "The council speaks about bridges\n\n" + TEXT + "\n\n" + end;
    Page page = Page.builder("test", new byte[0]).build();
    return reader.read(page, TextSegmenter.segment(text), List.of());
  }
}
