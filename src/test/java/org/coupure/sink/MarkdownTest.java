package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.coupure.article.Byline;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Headline;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.record.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class MarkdownTest {
  @Test
  void writesFrontMatterTitleAndPassages() {
    String expected =
        """
        ---
        id: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
        outcome: "clipped"
        pageKind: "article"
        title: "Le pont rouvre"
        subtitle: "Après deux ans"
        authors:
          - "Anne Dupré"
          - "Léo Martin"
        agency: "AFP"
        date: 2024-03-04
        published: 2024-03-04T07:30:00+01:00
        captured: 2024-03-06T12:00:00Z
        url: "http://example.org/a?x=1"
        canonicalUrl: "http://example.org/a"
        host: "example.org"
        domain: "example.org"
        site: "Le Phare"
        section: "Ville"
        language: "fr"
        tags:
          - "pont"
          - "ville"
        description: "Le pont rouvre lundi."
        image: "http://example.org/p.jpg"
        words: 12
        confidence: 0.877
        ---

        # Le pont rouvre

        Le pont rouvre.

        ## Le chantier

        - un point

        > Enfin !

        | Année | Coût |
        | --- | --- |

        ```
        a = 1
          b = 2
        ```

        *Le pont, hier*
        """;

    assertThat(markdown(Clips.full())).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oui: non",
        "\"Oui\", dit-il",
        "L'été",
        "no",
        "1.10",
        "2024-03-04",
        "~",
        "- liste",
        "# pas un commentaire",
        "{a: b}",
        "back\\slash \\n",
        "deux\nlignes\tet un tabulateur",
        "---",
        "\u0000\u0007\u001b\u007f\u0085\u2028\u2029\ufeff",
        "😀 \u200d",
        ""
      })
  void quotesEveryText(String title) {
    Clip clip =
        Clips.clipped(
            Clips.article("a", "a")
                .headline(new Headline(title, title, null))
                .byline(new Byline(List.of(title), null))
                .build());

    JsonNode front = frontMatter(clip);

    assertThat(front.get("title").stringValue()).isEqualTo(title);
    assertThat(front.get("subtitle").stringValue()).isEqualTo(title);
    assertThat(front.get("authors").get(0).stringValue()).isEqualTo(title);
  }

  @Test
  void leavesOutWhatIsUnknown() {
    assertThat(List.copyOf(frontMatter(Clips.minimal()).propertyNames()))
        .containsExactly("id", "outcome", "words", "confidence");
    assertThat(frontMatter(Clips.failed()).get("reason").stringValue()).isEqualTo("binary");
  }

  @Test
  void givesADayAsDateOnly() {
    Moment day = Moment.of(LocalDate.of(2024, 3, 4));

    JsonNode front = frontMatter(dated(new Dates(day, day, null)));

    assertThat(front.get("date").asString()).isEqualTo("2024-03-04");
    assertThat(front.has("published")).isFalse();
    assertThat(front.has("modified")).isFalse();
  }

  @Test
  void givesATimeAsDateAndTime() {
    Moment time = Moment.of(LocalDateTime.parse("2024-03-04T23:30:00"), Moment.Precision.MINUTE);

    String text = markdown(dated(new Dates(time, null, Instant.EPOCH)));

    assertThat(text)
        .contains("\ndate: 2024-03-04\npublished: 2024-03-04T23:30:00Z\n")
        .contains("\ncaptured: 1970-01-01T00:00:00Z\n");
  }

  private static Clip dated(Dates dates) {
    return Clips.clipped(Clips.article("a", "a").dates(dates).build());
  }

  @Test
  void givesHeadingsTheirLevelBelowTheTitle() {
    assertThat(
            body(
                new Passage(PassageKind.HEADING, "un", 1),
                new Passage(PassageKind.HEADING, "trois", 3),
                new Passage(PassageKind.HEADING, "neuf", 9),
                new Passage(PassageKind.HEADING, "sans", 0)))
        .isEqualTo("\n## un\n\n### trois\n\n###### neuf\n\n## sans\n");
  }

  @Test
  void nestsListsByLevelWithoutGaps() {
    assertThat(
            body(
                new Passage(PassageKind.LIST_ITEM, "a", 3),
                new Passage(PassageKind.LIST_ITEM, "b", 1),
                new Passage(PassageKind.LIST_ITEM, "c", 2),
                new Passage(PassageKind.LIST_ITEM, "d", 6),
                new Passage(PassageKind.LIST_ITEM, "e", 0)))
        .isEqualTo("\n- a\n- b\n  - c\n    - d\n- e\n");
  }

  @Test
  void joinsQuotesThatFollowEachOther() {
    assertThat(
            body(
                Clips.passage(PassageKind.QUOTE, "un"), Clips.passage(PassageKind.QUOTE, "> deux")))
        .isEqualTo("\n> un\n>\n> \\> deux\n");
  }

  @Test
  void makesTablesRectangular() {
    assertThat(
            body(
                Clips.passage(PassageKind.TABLE_ROW, "An"),
                Clips.passage(PassageKind.TABLE_ROW, "2023\t3|4\t*"),
                Clips.passage(PassageKind.PARAGRAPH, "Fin.")))
        .isEqualTo("\n| An |  |  |\n| --- | --- | --- |\n| 2023 | 3\\|4 | \\* |\n\nFin.\n");
  }

  @Test
  void fencesCodeWithMoreThanItHolds() {
    assertThat(body(Clips.passage(PassageKind.CODE, "a\n````\n\n  b*")))
        .isEqualTo("\n`````\na\n````\n\n  b*\n`````\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "# Titre | \\# Titre",
        "#tag | #tag",
        "- Oui, dit-il. | \\- Oui, dit-il.",
        "-5 degrés | -5 degrés",
        "--- | \\---",
        "- - - | \\- - -",
        "+ un | \\+ un",
        "* un | \\* un",
        "*** | \\*\\*\\*",
        "___ | \\_\\_\\_",
        "~~~ | \\~\\~~",
        "> cité | \\> cité",
        "1. Un | 1\\. Un",
        "12) Un | 12\\) Un",
        "1.5 point | 1.5 point",
        "2024. | 2024\\.",
        "1234567890. x | 1234567890. x",
        "a * b = c | a * b = c",
        "a*b*c | a\\*b\\*c",
        "**gras** | \\*\\*gras\\*\\*",
        "nom_de_fichier | nom_de_fichier",
        "_mot_ | \\_mot\\_",
        "[lien](http://x) | \\[lien](http://x)",
        "[ad_1] | \\[ad_1]",
        "<b>gras</b> | \\<b>gras\\</b>",
        "<!-- rien --> | \\<!-- rien -->",
        "3 < 4 & 5 > 2 | 3 < 4 & 5 > 2",
        "&amp; &#8217; &x | \\&amp; \\&#8217; &x",
        "C:\\dir | C:\\\\dir",
        "\\<b> | \\\\\\<b>",
      })
  void escapesWhatWouldBeMarkup(String text, String escaped) {
    assertThat(body(Passage.paragraph(text))).isEqualTo("\n" + escaped + "\n");
  }

  @Test
  void escapesBackticks() {
    assertThat(body(Passage.paragraph("`a` ```"))).isEqualTo("\n\\`a\\` \\`\\`\\`\n");
  }

  @Test
  void escapesHashesThatWouldCloseAHeading() {
    assertThat(
            body(
                Clips.passage(PassageKind.HEADING, "Le C#"),
                Clips.passage(PassageKind.HEADING, "un ##")))
        .isEqualTo("\n## Le C#\n\n## un \\##\n");
  }

  @Test
  void escapesHostileTextInLinearTime() {
    String hostile = "-".repeat(50_000) + "&#".repeat(50_000) + "<".repeat(50_000) + " -#";

    assertThat(body(Passage.paragraph(hostile))).hasSizeGreaterThan(200_000);
  }

  @Test
  void foldsLineBreaksOfAParagraph() {
    assertThat(markdown(Clips.of("a", "Un", "Texte.\nSuite.")))
        .endsWith("---\n\n# Un\n\nTexte. Suite.\n");
  }

  private static String markdown(Clip clip) {
    return new String(Markdown.write(clip), StandardCharsets.UTF_8);
  }

  private static String body(Passage... body) {
    String markdown = markdown(Clips.ofBody(body));
    return markdown.substring(markdown.indexOf("\n---\n") + "\n---\n".length());
  }

  private static JsonNode frontMatter(Clip clip) {
    String markdown = markdown(clip);
    String yaml = markdown.substring("---\n".length(), markdown.indexOf("\n---\n"));
    return new YAMLMapper().readTree(yaml);
  }
}
