package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhitespaceTest {
  @Test
  void foldsEverySortOfSpaceToOnePlainSpace() {
    String text = "\u00a0«\u202fà\u2009 la\t\tune\r\n\u3000fin\u2003»\u2028";

    assertThat(Whitespace.fold(text)).isEqualTo("« à la une fin »");
  }

  @Test
  void dropsWhatNobodySees() {
    assertThat(Whitespace.fold("\ufeffano\u00adtici\u200bpa \u2060 \u200etion"))
        .isEqualTo("anoticipa tion");
  }

  @Test
  void bringsBackTheQuotesOfWindows() {
    assertThat(Whitespace.fold("\u0093It\u0092s\u0094 \u0096 so")).isEqualTo("“It’s” – so");
  }

  @Test
  void leavesNothingThatATerminalObeys() {
    assertThat(Whitespace.fold("a\u007fb\u009d0;c\u001b[2Jd \u202eexe.txt\u202c"))
        .isEqualTo("ab0;c [2Jd exe.txt");
  }

  @Test
  void dropsNonJoinersBetweenLatinLetters() {
    assertThat(Whitespace.fold("Auf\u200clage")).isEqualTo("Auflage");
  }

  @Test
  void keepsJoinersThatPersianAndEmojiMean() {
    assertThat(Whitespace.fold("می\u200cخواهم 👩\u200d🔬")).isEqualTo("می\u200cخواهم 👩\u200d🔬");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "« L’été » – “voilà”", "one two three"})
  void returnsTheSameStringWhenThereIsNothingToDo(String text) {
    assertThat(Whitespace.fold(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n\n", "\u00a0\u200b ", "\u00ad"})
  void leavesNothingOfBlankText(String text) {
    assertThat(Whitespace.fold(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", "a  b", "a \u200b b", "a\u00a0", " \u200b a \u200b "})
  void foldingTwiceChangesNothing(String text) {
    String once = Whitespace.fold(text);

    assertThat(Whitespace.fold(once)).isSameAs(once);
    assertThat(once).doesNotContain("  ").isEqualTo(once.strip());
  }
}
