package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.block.Blocks.Layout;
import org.junit.jupiter.api.Test;

class TextSegmenterTest {
  @Test
  void everyLineIsABlockWhereNoneIsBlank() {
    Blocks blocks = TextSegmenter.segment("Un titre\nUne phrase longue.\r\nUne autre phrase.\n");

    assertThat(blocks.layout()).isEqualTo(Layout.SINGLE_NEWLINES);
    assertThat(texts(blocks))
        .containsExactly("Un titre", "Une phrase longue.", "Une autre phrase.");
  }

  @Test
  void singleLinesOfClutterAmongBlankLinesAreBlocksToo() {
    Blocks blocks =
        TextSegmenter.segment("Logo\nLogo\nspot_img\n\nTitre\n\nPhrase.\n \nPhrase deux.\n\nFin.");

    assertThat(blocks.layout()).isEqualTo(Layout.BLANK_LINES);
    assertThat(texts(blocks))
        .containsExactly("Logo", "Logo", "spot_img", "Titre", "Phrase.", "Phrase deux.", "Fin.");
  }

  @Test
  void blocksKnowWhetherABlankLineStandsBeforeThem() {
    Blocks blocks = TextSegmenter.segment("Share\nTweet\n\nA title\n\nA sentence.\nTags");

    assertThat(blocks.list())
        .extracting(Block::isApart)
        .containsExactly(false, false, true, true, false);
  }

  @Test
  void joinsLinesThatWereFoldedAtAWidth() {
    String text =
        """
        Der Fluss ist in der Nacht zum Dienstag über die Ufer getreten und
        hat drei Dörfer von der Außenwelt abgeschnitten. Die Feuerwehr war
        mit zweihundert Leuten im Einsatz, verletzt wurde nach Angaben der
        Behörden niemand.

        Am Morgen sank der Pegel wieder. Viele Keller stehen aber weiterhin
        unter Wasser, und die Brücke bleibt bis auf weiteres gesperrt, wie
        der Landrat sagte.
        """;

    Blocks blocks = TextSegmenter.segment(text);

    assertThat(blocks.layout()).isEqualTo(Layout.WRAPPED);
    assertThat(blocks.list()).hasSize(2);
    assertThat(blocks.list().get(0).text()).contains("getreten und hat drei").endsWith("niemand.");
  }

  @Test
  void headlineAndBylineAboveFoldedTextStayApart() {
    String head =
        "DER FLUSS STEIGT WIEDER\n=======================\nVon Jürgen Köhler\n14. März 2009\n\n";
    String folded =
        "Der Fluss ist in der Nacht zum Dienstag über die Ufer getreten und\n"
            + "hat drei Dörfer von der Außenwelt abgeschnitten, sagte der Landrat\n"
            + "am Morgen vor dem Rathaus.\n\n";

    Blocks blocks = TextSegmenter.segment(head + folded.repeat(10));

    assertThat(blocks.layout()).isEqualTo(Layout.WRAPPED);
    assertThat(texts(blocks))
        .startsWith(
            "DER FLUSS STEIGT WIEDER",
            "=======================",
            "Von Jürgen Köhler",
            "14. März 2009");
    assertThat(blocks.list()).hasSize(14);
  }

  @Test
  void headingsOfMarkdownLoseTheirSigns() {
    Blocks blocks = TextSegmenter.segment("Fluss\n\n### Der Pegel\n\nEr sank.\n\n# git status\n");

    assertThat(blocks.list().get(1).kind()).isEqualTo(PassageKind.HEADING);
    assertThat(blocks.list().get(1).level()).isEqualTo(3);
    assertThat(texts(blocks)).containsExactly("Fluss", "Der Pegel", "Er sank.", "# git status");
  }

  @Test
  void aLineThatSticksOutDoesNotHideTheFold() {
    String folded =
        "Der Fluss ist in der Nacht zum Dienstag über die Ufer getreten und\n"
            + "hat drei Dörfer von der Außenwelt abgeschnitten, sagte der Landrat.\n\n";
    String url = "https://flut.example/" + "a".repeat(120);

    Blocks blocks = TextSegmenter.segment(folded.repeat(15) + url + "\n\n" + folded);

    assertThat(blocks.layout()).isEqualTo(Layout.WRAPPED);
    assertThat(blocks.list()).hasSize(17);
  }

  @Test
  void longLinesAmongAFewThatAreAlikeAreNotFolded() {
    String alike = "A line of an address list that is nearly of one length with others\n";
    String prose = "A paragraph of this text goes on and on. ".repeat(10) + "\n\n";

    Blocks blocks = TextSegmenter.segment(alike.repeat(6) + "\n" + prose.repeat(5));

    assertThat(blocks.layout()).isNotEqualTo(Layout.WRAPPED);
    assertThat(blocks.list()).hasSize(11);
  }

  @Test
  void doesNotTakeShortLinesOfOneLengthForFoldedText() {
    Blocks blocks =
        TextSegmenter.segment("Roses are red\nViolets are blue\nSugar is sweet\nSo are you.");

    assertThat(blocks.list()).hasSize(4);
  }

  @Test
  void tellsListsAndHeadingsWithoutTouchingTheirText() {
    Blocks blocks =
        TextSegmenter.segment(
            """
            Le conseil a voté hier soir.

            Ce qui change

            Quatre mesures ont été prises hier soir :

            - l’eau
            - le gaz

            1. demain
            2. après-demain

            Il se réunira encore.
            """);

    assertThat(blocks.list().stream().map(Block::kind))
        .containsExactly(
            PassageKind.PARAGRAPH,
            PassageKind.HEADING,
            PassageKind.PARAGRAPH,
            PassageKind.LIST_ITEM,
            PassageKind.LIST_ITEM,
            PassageKind.LIST_ITEM,
            PassageKind.LIST_ITEM,
            PassageKind.PARAGRAPH);
    assertThat(blocks.list().get(3).text()).isEqualTo("- l’eau");
  }

  @Test
  void aDashOrNumberAloneMakesNoList() {
    Blocks blocks =
        TextSegmenter.segment("— Oui, dit-il.\n\n- Publicité-\n\n2024. Ce fut l’année.");

    assertThat(blocks.list()).extracting(Block::kind).doesNotContain(PassageKind.LIST_ITEM);
  }

  @Test
  void foldsWhiteSpaceAndSkipsBlankLines() {
    Blocks blocks = TextSegmenter.segment("\ufeff«\u00a0Oui.\u00a0»\u2028\u200b\n\t\n  a\tb  ");

    assertThat(texts(blocks)).containsExactly("« Oui. »", "a b");
  }

  @Test
  void emptyTextHasNoBlocks() {
    assertThat(TextSegmenter.segment("").list()).isEmpty();
    assertThat(TextSegmenter.segment(" \n\u00a0\n").list()).isEmpty();
  }

  @Test
  void survivesALineOfMillionsOfCharacters() {
    Blocks blocks = TextSegmenter.segment("mot ".repeat(2_000_000));

    assertThat(blocks.list()).hasSize(1);
  }

  private static List<String> texts(Blocks blocks) {
    return blocks.list().stream().map(Block::text).toList();
  }
}
