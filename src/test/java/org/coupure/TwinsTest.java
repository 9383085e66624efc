package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same lines as HTML and as text give the same title, authors and day. */
class TwinsTest {
  private static final Clipper CLIPPER = Clipper.builder().build();

  private static final String TITLE = "The harbour bridge of Exampletown opens again";
  private static final List<String> TEXT =
      List.of(
          "The bridge over the river fell in the night, after three days of rain that nobody had"
              + " foreseen, and the mayor said that the road would stay closed until the spring.",
          "Engineers had warned of it for years. A report from the last century already called the"
              + " northern pier unsafe, but money for repairs was never found, and so traffic went"
              + " on until the very evening on which the pier gave way.");

  private static Article html(String line) {
    String body =
        "<h1>" + TITLE + "</h1><p>" + line + "</p><p>" + String.join("</p><p>", TEXT) + "</p>";
    String page = "<!doctype html><title>" + TITLE + "</title><article>" + body + "</article>";
    return CLIPPER.clip(Page.builder("a.html", page.getBytes(UTF_8)).build()).article();
  }

  private static Article text(String line) {
    String page = TITLE + "\n\n" + line + "\n\n" + String.join("\n\n", TEXT) + "\n";
    return CLIPPER.clip(Page.builder("a.txt", page.getBytes(UTF_8)).build()).article();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "twin-bylines.csv", delimiter = '|')
  void bylinesAreReadAlike(String line, String names) {
    List<String> authors = Arrays.asList(names.split("; "));

    assertThat(html(line).byline().authors()).as("HTML").isEqualTo(authors);
    assertThat(text(line).byline().authors()).as("text").isEqualTo(authors);
    assertThat(html(line).headline().title()).isEqualTo(text(line).headline().title());
    assertThat(html(line).text()).as("no byline in the text").isEqualTo(String.join("\n\n", TEXT));
    assertThat(text(line).text()).as("no byline in the text").isEqualTo(String.join("\n\n", TEXT));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Publié le 14 mars 2025",
        "Published March 14, 2025",
        "Veröffentlicht am 14. März 2025",
        "Publicado el 14 de marzo de 2025",
        "Pubblicato il 14 marzo 2025",
        "Опубликовано 14 марта 2025",
        "2025年3月14日",
        "14.03.2025, 12:30 Uhr",
      })
  void dateLinesAreReadAlike(String line) {
    assertThat(html(line).dates()).isEqualTo(text(line).dates());
    assertThat(html(line).text()).isEqualTo(text(line).text());
  }
}
