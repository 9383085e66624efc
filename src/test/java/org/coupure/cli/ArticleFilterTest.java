package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clean and fetch write when something is asked for. */
class ArticleFilterTest {
  @TempDir Path folder;

  @BeforeEach
  void twoPages() throws IOException {
    page(
        "a.html", "en", "2024-05-01", "The ferry sails again on Monday, said the harbour master. ");
    page("b.html", "fr", "2024-06-01", "Le maire a quitté ses fonctions lundi, dit le préfet. ");
  }

  private void page(String name, String language, String day, String text) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "<!doctype html><html lang="
            + language
            + "><head><meta property=article:published_time content="
            + day
            + "T10:00:00Z><title>T</title></head><body><article><h1>Title of this</h1><p>"
            + text.repeat(9)
            + "</p></article></body></html>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "--query; ferry AND harbour; a",
        "--query; quitte NOT ferry; b",
        "--query; monday OR lundi; ab",
        "--since; 2024-05-15; b",
        "--until; 2024-05-01; a",
        "--until; 2024-04-30;",
        "--language; fr; b",
        "--language; de, en; a",
      })
  void writesOnlyWhatIsAskedFor(String option, String value, String pages) {
    Session session =
        Session.of("clean", folder.toString(), "-f", "jsonl", option, value, "--no-progress");

    String expected = pages == null ? "" : pages;
    assertThat(session.out().contains("a.html")).isEqualTo(expected.contains("a"));
    assertThat(session.out().contains("b.html")).isEqualTo(expected.contains("b"));
    assertThat(session.err().contains("not asked for")).isEqualTo(expected.length() < 2);
  }

  @Test
  void pointsIntoABadQuery() {
    Session session = Session.of("clean", folder.toString(), "--query", "(ferry");

    assertThat(session.code()).isEqualTo(FailOn.WRONG_USE);
    assertThat(session.err()).contains("this \"(\" is never closed\n    (ferry\n    ^");
  }
}
