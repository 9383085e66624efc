package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownEscapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "# no heading | \\# no heading",
        "#hashtag | #hashtag",
        "###### | \\######",
        "####### seven | ####### seven",
        "- item | \\- item",
        "-5 degrees | -5 degrees",
        "--- | \\---",
        "-- | --",
        "+ more | \\+ more",
        "> quote | \\> quote",
        "1. May | 1\\. May",
        "12) twelve | 12\\) twelve",
        "1.5 million | 1.5 million",
        "1234567890. long | 1234567890. long",
      })
  void escapesWhatBeginsALine(String text, String line) {
    assertThat(MarkdownEscapes.line(text)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "In C# | In C#",
        "A # | A \\#",
        "## | \\##",
      })
  void escapesHashesThatWouldCloseAHeading(String text, String heading) {
    assertThat(MarkdownEscapes.heading(text)).isEqualTo(heading);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a*b | a\\*b",
        "a * b | a * b",
        "* b | \\* b",
        "a * | a *",
        "*a | \\*a",
        "a* b | a\\* b",
        "a *b | a \\*b",
        "a_b | a_b",
        "_a_ | \\_a\\_",
        "a_ b | a\\_ b",
        "a _b | a \\_b",
        "a~b | a~b",
        "~~a~~ | \\~~a\\~~",
        "a~ | a~",
        "[a](b) | \\[a](b)",
        "a`b | a\\`b",
        "a\\b | a\\\\b",
        "a < b | a < b",
        "a <b> | a \\<b>",
        "</p> <!-- <?x | \\</p> \\<!-- \\<?x",
        "AT&T &amp; &#39; &x | AT&T \\&amp; \\&#39; &x",
        "| |",
      })
  void escapesMarkupInsideALine(String text, String escaped) {
    String wanted = escaped == null ? "" : escaped;
    assertThat(MarkdownEscapes.inline(text == null ? "" : text)).isEqualTo(wanted);
  }

  @Test
  void foldsWhiteSpaceToOneLine() {
    assertThat(MarkdownEscapes.inline(" a\n\nb\u00A0c ")).isEqualTo("a b c");
  }

  @Test
  void barsStayInsideTheirCells() {
    assertThat(MarkdownEscapes.cells("a|b\t\t*c*\t")).containsExactly("a\\|b", "", "\\*c\\*", "");
  }
}
