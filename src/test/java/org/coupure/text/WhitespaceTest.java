package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

  @Test
  void knowsTheSpacesOfUnicode() {
    String spaces = "\u0085\u00A0\u1680\u2028\u2029\u202F\u205F\u3000";
    for (int c = 0; c < 0x10000; c++) {
      boolean space = c <= ' ' || (c >= 0x2000 && c <= 0x200A) || spaces.indexOf(c) >= 0;

      assertThat(Whitespace.isSpace((char) c)).as("U+%04X", c).isEqualTo(space);
    }
  }

  @Test
  void knowsWhatLeavesNoTrace() {
    String invisible = "\u007F\u0081\u008D\u008F\u0090\u009D\u00AD\u061C\u200B\u200E\u200F\uFEFF";
    for (int c = 0; c < 0x10000; c++) {
      boolean none =
          invisible.indexOf(c) >= 0
              || (c >= 0x202A && c <= 0x202E)
              || (c >= 0x2060 && c <= 0x206F)
              || (c >= 0xFFF9 && c <= 0xFFFB);

      assertThat(Whitespace.isInvisible((char) c)).as("U+%04X", c).isEqualTo(none);
      assertThat(Whitespace.isControl((char) c)).isEqualTo(c >= 0x80 && c <= 0x9F);
    }
  }

  @Test
  void theNonJoinerStaysBehindLettersThatAreSpeltWithIt() {
    assertThat(Whitespace.isDropped('\u200C', '\u05FF')).isTrue();
    assertThat(Whitespace.isDropped('\u200C', '\u0600')).isFalse();
    assertThat(Whitespace.isDropped('\u200C', '\u0DFF')).isFalse();
    assertThat(Whitespace.isDropped('\u200C', '\u0E00')).isTrue();
    assertThat(Whitespace.isDropped('\u200D', 'a')).isFalse();
    assertThat(Whitespace.fold("\u200Ca \u200Cb")).isEqualTo("a b");
  }

  @Test
  void stripsEverySortOfSpaceAtTheEnd() {
    assertThat(Whitespace.stripTrailing(" a b\u00A0\n\u3000")).isEqualTo(" a b");
    assertThat(Whitespace.stripTrailing("ab")).isEqualTo("ab");
    assertThat(Whitespace.stripTrailing("\n ")).isEmpty();
  }

  @Test
  void cutsClassAttributesIntoNames() {
    List<String> names = new ArrayList<>();

    Whitespace.names(" one\t\ntwo-x  3 ", names::add);
    Whitespace.names("last", names::add);
    Whitespace.names("  ", names::add);

    assertThat(names).containsExactly("one", "two-x", "3", "last");
  }
}
