package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
  @Test
  void breaksBetweenWords() {
    assertThat(Wrapping.wrap("one two three four", 9, "  ")).isEqualTo("one two\n  three\n  four");
  }

  @Test
  void leavesAWordThatIsTooLongWhole() {
    assertThat(Wrapping.wrap("a https://example.org/very/long b", 8, ""))
        .isEqualTo("a\nhttps://example.org/very/long\nb");
  }

  @Test
  void foldsWhiteSpace() {
    assertThat(Wrapping.wrap("  one \n two ", 80, "")).isEqualTo("one two");
  }
}
