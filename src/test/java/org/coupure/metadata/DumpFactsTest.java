package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.Moment.Precision;
import org.coupure.block.TextSegmenter;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
