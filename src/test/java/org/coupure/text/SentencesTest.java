package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Non.",
        "« Oui. »",
        "Really?!",
        "He said “no.”",
        "结束了。",
        "هل تعرف؟",
        "समाप्त।",
        "(Fin.)"
      })
  void endsInManyScripts(String text) {
    assertThat(Sentences.isEnd(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Monde arabe", "Source:", "»", "a, b,", "..a"})
  void doesNotEnd(String text) {
    assertThat(Sentences.isEnd(text)).isFalse();
  }

  @Test
  void tellsCutLinesFromEndedOnes() {
    assertThat(Sentences.isCut("à renforcer...")).isTrue();
    assertThat(Sentences.isCut("à renforcer…")).isTrue();
    assertThat(Sentences.isCut("à renforcer.")).isFalse();
    assertThat(Sentences.isCut(".")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"It rose. Nobody saw it", "河水上涨。无人看见", "Was it? It was", "نعم. هذا صحيح"})
  void tellsSeveralSentencesFromOne(String text) {
    assertThat(Sentences.isEndInside(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"It rose.", "The U.S. Senate", "J. Doe rose", "vs. the river", "a.m. and", ""})
  void abbreviationsEndNoSentence(String text) {
    assertThat(Sentences.isEndInside(text)).isFalse();
  }
}
