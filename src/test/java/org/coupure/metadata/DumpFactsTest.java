package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.Evidence;
import org.coupure.article.Moment.Precision;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpLines;
import org.coupure.block.TextSegmenter;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpFactsTest {
  private static final String TEXT =
      "The river left its bed on Monday night, and three villages were cut off, the prefect said.";

  private final MetadataReader reader = new MetadataReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2010年2月5日 18時30分 記者 山田太郎 | 山田太郎",
        "2012-05-18 09:21:33 来源：东城晚报 作者：李明华 责任编辑：王芳 | 李明华",
        "김민수 기자 minsu@ilbo.example | 김민수",
        "記者李明華／台北報導 | 李明華",
        "Published 7 August 2009 by Margaret Ellison | Margaret Ellison",
      })
  void namesWhoStandsOnTheLineBelowTheTitle(String line, String author) {
    assertThat(read("A river of many floods", line, TEXT).byline().authors())
        .containsExactly(author);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Margaret Ellison, 12 March 2009 | Margaret Ellison",
        "Von Karin Ahrens, 12.03.2009 | Karin Ahrens",
        "Автор: Оксана Гриценко, 12.03.2009 | Оксана Гриценко",
      })
  void readsWhenBehindWho(String line, String author) {
    Metadata found = read("A river of many floods", line, TEXT);

    assertThat(found.byline().authors()).containsExactly(author);
    assertThat(found.dates().published().toRfc3339()).startsWith("2009-");
    assertThat(found.dates().published().precision()).isEqualTo(Precision.DAY);
  }

  @Test
  void namesWhoStandsBesideADate() {
    assertThat(
            read("The river rises again", "Margaret Ellison", "14 March 2009", TEXT)
                .byline()
                .authors())
        .containsExactly("Margaret Ellison");
    assertThat(read("The river rises again", "Margaret Ellison", TEXT).byline().authors())
        .isEmpty();
  }

  @Test
  void tellsTheChangeFromThePublicationOnOneLine() {
    Metadata found =
        read(
            "La rivière monte encore",
            "Publié le 08/11/2011 à 14h32 - Mis à jour le 09/11/2011 à 09h10",
            "La rivière est sortie de son lit dans la nuit de lundi à mardi, et trois villages ont"
                + " été coupés du monde, selon la préfecture.");

    assertThat(found.dates().published().toRfc3339()).isEqualTo("2011-11-08T14:32:00Z");
    assertThat(found.dates().modified().toRfc3339()).isEqualTo("2011-11-09T09:10:00Z");
  }

  @Test
  void aDateOfAChangeIsNoneOfPublication() {
    Metadata found = read("The river rises again", "Updated: 15 March 2009", TEXT);

    assertThat(found.dates().published()).isNull();
    assertThat(found.dates().modified().toRfc3339()).isEqualTo("2009-03-15");
  }

  @Test
  void readsTheHead() {
    Metadata found =
        read(
            "---",
            "title: \"The river rises again\"",
            "authors:",
            "  - Jane Doe",
            "date: 2009-03-14",
            "url: https://flood.example/river",
            "section: Local",
            "tags: [river, flood]",
            "mood: wet",
            "---",
            TEXT);

    assertThat(found.headline().title()).isEqualTo("The river rises again");
    assertThat(found.byline().authors()).containsExactly("Jane Doe");
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2009-03-14");
    assertThat(found.place().url()).isEqualTo("https://flood.example/river");
    assertThat(found.place().section()).isEqualTo("Local");
    assertThat(found.tags()).containsExactly("river", "flood");
    assertThat(found.spent()).hasSize(10).containsEntry(8, "head");
  }

  @Test
  void titlesLoseTheSitesName() {
    Page page = Page.builder("t", new byte[0]).url("https://www.flood.example/river").build();
    String dump = "The river rises again - Flood\n" + TEXT;

    Metadata found = reader.read(page, TextSegmenter.segment(dump), List.of());

    assertThat(found.headline().title()).isEqualTo("The river rises again");
    assertThat(read("The river rises again | Local | Flood", TEXT).headline().title())
        .isEqualTo("The river rises again");
  }

  private Metadata read(String... lines) {
    return reader.read(
        Page.builder("t", new byte[0]).build(),
        TextSegmenter.segment(String.join("\n", lines)),
        List.of());
  }

  @Test
  void titlesLoseTheNameThatAnotherLineSays() {
    Metadata found = read("The Valley Sun", "The river rises again - The Valley Sun", TEXT);
    Metadata own = read("The river rises again - and the mill stops", TEXT);

    assertThat(found.headline().title()).isEqualTo("The river rises again");
    assertThat(own.headline().title()).isEqualTo("The river rises again - and the mill stops");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The river rises again - The Valley Courier",
        "The river rises again – Talheimer Tagblatt",
        "The river rises again | Le Courrier du Val",
      })
  void titlesLoseTheNameOfANewspaper(String title) {
    Metadata found = read(title, TEXT);

    assertThat(found.headline().title()).isEqualTo("The river rises again");
    assertThat(title).endsWith(found.place().site());
  }

  @Test
  void readsFromLinesThatAreNoText() {
    Metadata found =
        judged(
            "Home > News > Valley",
            "The river rises again",
            "By Margaret Ellison",
            TEXT,
            TEXT.replace("Monday", "Friday"),
            "Tags: river, flood",
            "Last updated: 15 March 2009",
            "Copyright 2009 The Valley Courier. All rights reserved.");

    assertThat(found.place().section()).isEqualTo("Valley");
    assertThat(found.tags()).containsExactly("river", "flood");
    assertThat(found.place().site()).isEqualTo("The Valley Courier");
    assertThat(found.dates().modified().toRfc3339()).isEqualTo("2009-03-15");
    assertThat(found.evidence())
        .extracting(Evidence::field)
        .contains("section", "tags", "site", "modified", "authors");
  }

  @Test
  void readsDatesWithoutAHeadline() {
    Metadata found = judged("Published: 14 March 2009", TEXT, TEXT.replace("Monday", "Friday"));

    assertThat(found.headline().title()).isNull();
    assertThat(found.dates().published().toRfc3339()).isEqualTo("2009-03-14");
  }

  @Test
  void aPlaceLineNamesItsAgencyAndStays() {
    Metadata found = judged("The river rises again", "PARIS (AFP) – " + TEXT, TEXT);

    assertThat(found.byline().agency()).isEqualTo("AFP");
    assertThat(found.spent()).doesNotContainKey(1);
  }

  @Test
  void aMenuAndARowOfWordsAreNeitherSectionNorTags() {
    Metadata found =
        judged("Home | Recipes | Contact", "The river rises again", TEXT, "Tags: mill dam night");

    assertThat(found.place().section()).isNull();
    assertThat(found.tags()).isEmpty();
  }

  /** Reads lines of which those that repeat the text are text, and the others none. */
  private Metadata judged(String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    float[] chances = new float[blocks.list().size()];
    int title = -1;
    for (Block block : blocks.list()) {
      chances[block.index()] = block.text().contains("The river left its bed") ? 1 : 0;
      title = block.text().equals("The river rises again") ? block.index() : title;
    }
    return reader.read(
        Page.builder("t", new byte[0]).build(),
        blocks.with(new DumpLines(chances, title, 1)),
        List.of());
  }
}
