package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.Unfolding.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnfoldingTest {
  @Test
  void aMenuAboveFoldedTextDoesNotHideTheFold() {
    String menu = "Startseite\nPolitik\nSport\nWetter\nKontakt\nAnmelden\n\n";
    String folded =
        """
        Der Bäcker am Markt hat seinen Ofen nach elf Jahren zum ersten Mal
        ausgehen lassen und ist für eine Woche ans Meer gefahren. Das Brot
        kam so lange aus dem Nachbardorf.
        """;

    assertThat(paragraphs(menu + folded)).hasSize(7).last().asString().endsWith("Nachbardorf.");
  }

  @Test
  void withoutBlankLinesAShortLineEndsTheParagraph() {
    String folded =
        """
        Пекарь впервые за одиннадцать лет погасил печь и уехал на неделю к
        морю. Хлеб всё это время привозили из соседней деревни, и многим он
        понравился больше.
        Вернувшись, он попробовал его сам и попросил у соседей закваску, на
        что те согласились.
        """;

    assertThat(paragraphs(folded)).hasSize(2).first().asString().contains("неделю к морю");
  }

  @Test
  void aSentenceGoesOnWithANumber() {
    String folded =
        """
        The baker by the market let his oven go out for the first time in
        11 years and went to the sea for a week with all of his family, who
        had asked for it since the spring. The bread came from the village
        on the other side of the river, where the flour is better, and some
        of the neighbours liked it so much that they asked for the recipe.
        """;

    assertThat(paragraphs(folded)).hasSize(1);
  }

  @Test
  void oneFoldOfAMailIsSeen() {
    String mail =
        """
        Hello everybody,

        After eleven years of loyal service the baker lets his oven go out. The street
        therefore looks for someone to light it on Saturdays, from ten to noon.

        See you on Saturday,

        Anna
        """;
    String couplet = "Whoever knocks before the evening tide is in\nwill have to bake alone.\n";

    assertThat(paragraphs(mail)).hasSize(4).anyMatch(text -> text.contains("street therefore"));
    assertThat(paragraphs(couplet)).hasSize(2);
  }

  @Test
  void versesInTheMiddleOfFoldedTextStayApart() {
    String folded =
        """
        The baker by the market let his oven go out for the first time in
        eleven years and went to the sea for a week with his whole family,
        who had asked for it since the spring. On the door he had left a
        verse, in chalk:

                            Whoever knocks before the tide is in,
                            will have to bake alone.

        The bread came from the village on the other side of the river, but
        nobody liked it as much, and some of the neighbours said so to him
        when he came back.
        """;

    assertThat(paragraphs(folded))
        .hasSize(4)
        .contains("Whoever knocks before the tide is in,", "will have to bake alone.");
  }

  @Test
  void linesOfChineseAreJoinedWithoutASpace() {
    String folded =
        """
        面包师十一年来第一次熄灭了炉火，带着全家到海边住了一个星期。村里
        的面包这几天都由邻村送来，许多人觉得味道更好，也有人说太咸。老人
        们照样每天早上在店门口排队，因为他们已经习惯了在那里聊天。
        """;

    assertThat(paragraphs(folded)).hasSize(1).first().asString().doesNotContain(" ");
  }

  @Test
  void wordsDividedAtTheEndOfALineAreWhole() {
    String folded =
        """
        Il fornaio ha spento il forno per la prima volta dopo undici anni di la-
        voro e ha passato una settimana al mare. Il pane arrivava dal paese vici-
        no, e a molti è piaciuto di più.
        """;

    assertThat(paragraphs(folded))
        .singleElement()
        .asString()
        .contains("anni di lavoro e")
        .contains("paese vicino, e");
  }

  @Test
  void aCompoundKeepsItsHyphen() {
    String folded =
        """
        Peut-être que le boulanger reviendra, dit sa fille, mais il se peut-
        être aussi qu'il reste au bord de la mer, où personne ne le réveille
        à trois heures du matin pour allumer le four du village.
        """;

    assertThat(paragraphs(folded)).singleElement().asString().contains("il se peut-être aussi");
  }

  @Test
  void versesAmongFoldedTextStayLines() {
    String folded =
        """
        The baker let the oven go out for the first time in eleven years and
        went to the sea for a week. On the door he had pinned a few lines of
        his own:

        The oven sleeps, the flour too,
        the cat has nothing left to do,

        and below them the address of the baker in the next village, who had
        agreed to bring forty loaves a day.
        """;

    assertThat(paragraphs(folded)).hasSize(4).contains("The oven sleeps, the flour too,");
  }

  @Test
  void aParagraphGoesOnBehindTheHeadOfTheNextPage() {
    String folded =
        """
        Village Paper, May 2024
        Page 1

        The baker let the oven go out for the first time in eleven years and
        went to the sea for a week. The bread came from the next village and

        Village Paper, May 2024
        Page 2

        many people liked it better than his own, which nobody dared to tell
        him when he came back. He tried it himself, asked the neighbour for
        some of his leaven and got a jar of it.
        """;

    assertThat(paragraphs(folded))
        .anyMatch(text -> text.contains("next village and many people liked"))
        .contains("Page 2");
  }

  @Test
  void listsOfHeadlinesOfOneLengthStayApart() {
    String lines = "المزيد من الأخبار عن المخبز القديم في القرية البعيدة\n".repeat(6);

    assertThat(paragraphs(lines)).hasSize(6);
  }

  @Test
  void linesOfCodeStayApart() {
    String code =
        """
        # this line says what the next one will do to all of the files
        git add -A
        # this one says what happens to the changes that were added
        git commit
        # and the last one tells how to send them to somebody else
        git push
        """;

    assertThat(paragraphs(code)).hasSize(6);
  }

  @Test
  @Timeout(20)
  void linesThatNeverEndCostNoSquare() {
    String lines = "and this line of the text goes on, as all of them do\n".repeat(200_000);

    assertThat(paragraphs(lines)).isNotEmpty();
  }

  private static List<String> paragraphs(String text) {
    return new Unfolding(DumpLine.split(text)).paragraphs().stream().map(Paragraph::text).toList();
  }
}
