package org.coupure.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.MatchedWords;
import org.coupure.query.Snippet.Piece;
import org.junit.jupiter.api.Test;

class SnippetTest {
  private static MatchedWords place(String text, String word) {
    int start = text.codePointCount(0, text.indexOf(word));
    return new MatchedWords(word, start, start + word.codePointCount(0, word.length()));
  }

  private static String marked(Snippet snippet) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : snippet.pieces()) {
      text.append(piece.found() ? "<" + piece.text() + ">" : piece.text());
    }
    return text.toString();
  }

  @Test
  void marksTheFoundWordsOfAWholeText() {
    String text = "😀 The old\n bridge  falls";

    assertThat(marked(Snippet.all(text, List.of(place(text, "old"), place(text, "falls")))))
        .isEqualTo("😀 The <old> bridge <falls>");
    assertThat(marked(Snippet.all(text, List.of(place(text, "😀"))))).startsWith("<😀> The");
    assertThat(Snippet.all("", List.of()).pieces()).isEmpty();
    assertThat(Snippet.all(text, List.of())).hasToString("😀 The old bridge falls");
  }

  @Test
  void aShortTextIsItsOwnSnippet() {
    String text = "The old bridge falls";

    assertThat(marked(Snippet.of(text, List.of(place(text, "old")), 20)))
        .isEqualTo("The <old> bridge falls");
    assertThat(marked(Snippet.of(text, List.of(), 14))).isEqualTo("The old bridge …");
  }

  @Test
  void aSnippetBeginsAndEndsWithWholeWords() {
    String text = "one two three four five six seven eight nine ten eleven twelve thirteen";

    assertThat(marked(Snippet.of(text, List.of(place(text, "seven")), 24)))
        .isEqualTo("… six <seven> eight nine …");
    assertThat(marked(Snippet.of(text, List.of(place(text, "thirteen")), 24)))
        .isEqualTo("… eleven twelve <thirteen>");
    assertThat(marked(Snippet.of(text, List.of(place(text, "one")), 24)))
        .isEqualTo("<one> two three four five …");
  }

  @Test
  void theWindowWithMostPlacesIsShown() {
    String text = "bridge" + " and".repeat(30) + " old bridges fall" + " and".repeat(30);
    List<MatchedWords> places =
        List.of(place(text, "bridge"), place(text, "old"), place(text, "bridges"));

    assertThat(marked(Snippet.of(text, places, 40))).contains("<old> <bridges> fall");
  }

  @Test
  void neverCutsACharacterInHalves() {
    String text = "😀".repeat(40);

    Snippet snippet = Snippet.of(text, List.of(new MatchedWords("😀", 20, 21)), 15);

    assertThat(snippet.toString().chars().filter(c -> c == 0xD83D).count())
        .isEqualTo(snippet.toString().chars().filter(c -> c == 0xDE00).count());
    assertThat(snippet.toString()).startsWith("… 😀").endsWith("😀 …");
    assertThat(Snippet.of(text, List.of(), 15)).hasToString("😀".repeat(7) + " …");
  }
}
