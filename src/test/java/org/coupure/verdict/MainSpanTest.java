package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.coupure.block.Blocks;
import org.coupure.block.TextSegmenter;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MainSpanTest {
  private static final String TEXT =
      "Le fleuve est sorti de son lit dans la nuit de lundi à mardi, a indiqué la préfecture.";

  @Test
  void isFromTheFirstParagraphToTheLast() {
    MainSpan run = run("Accueil", "Monde", TEXT, "Monde arabe", TEXT, "Sport", "Météo");

    assertThat(run.start).isEqualTo(2);
    assertThat(run.end).isEqualTo(5);
    assertThat(run.sum()).isEqualTo(18 - 4 + 18);
  }

  @Test
  void endsBeforeTheComments() {
    String lengthy = "Texte ".repeat(99) + "fin.";

    assertThat(run(lengthy, TEXT, "2 commentaires", TEXT, lengthy).end).isEqualTo(2);
  }

  @Test
  void isTheLongerOfTwo() {
    MainSpan run = run(TEXT, "a", "b", "c", "d", "e", TEXT, TEXT);

    assertThat(run.start).isEqualTo(6);
    assertThat(run.end).isEqualTo(8);
  }

  @Test
  void isEverythingWhereNothingIsAParagraph() {
    MainSpan run = run("Haïku", "Vieil étang", "Une grenouille plonge");

    assertThat(run.start).isZero();
    assertThat(run.end).isEqualTo(3);
    assertThat(run.sum()).isNegative();
  }

  @Test
  void listsCostLessThanMenusAndJunkMore() {
    assertThat(run("Niamey", "- l’eau", "- le gaz", "Lire aussi :", TEXT).scores)
        .containsExactly(-4, -2, -2, -80, 18);
  }

  private static MainSpan run(String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    int[] words = new int[lines.length];
    @Nullable Phrase[] phrases = new Phrase[lines.length];
    for (int i = 0; i < lines.length; i++) {
      words[i] = Tokens.count(lines[i]);
      phrases[i] = PhraseBook.bundled().match(lines[i]);
    }
    return new MainSpan(blocks, words, Arrays.asList(phrases));
  }
}
