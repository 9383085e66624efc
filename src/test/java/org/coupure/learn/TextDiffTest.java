package org.coupure.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.learn.TextDiff.Kind;
import org.coupure.learn.TextDiff.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextDiffTest {
  private static List<String> diff(String before, String after) {
    return TextDiff.of(before, after).stream().map(TextDiffTest::shown).toList();
  }

  private static String shown(Line line) {
    return switch (line.kind()) {
      case SAME -> "  " + line.text();
      case GONE -> "- " + line.text();
      case NEW -> "+ " + line.text();
      case SKIPPED -> "~ " + line.text();
    };
  }

  @Test
  void sameTextsHaveNone() {
    assertThat(diff("a\nb\n", "a\nb")).isEmpty();
    assertThat(diff("", "")).isEmpty();
  }

  @Test
  void changedLineIsShownWithItsNeighbours() {
    assertThat(diff("a\nb\nc\nd\ne\nf", "a\nb\nc\nD\ne\nf"))
        .containsExactly("~ 2 lines as before", "  c", "- d", "+ D", "  e", "~ 1 line as before");
  }

  @Test
  void insertedAndRemovedLinesAreFoundApart() {
    assertThat(diff("a\nb\nc\nd", "b\nc\nx\nd")).containsExactly("- a", "  b", "  c", "+ x", "  d");
  }

  @Test
  void everythingIsNewBesideNothing() {
    assertThat(diff("", "a\nb")).containsExactly("+ a", "+ b");
    assertThat(diff("a", "")).containsExactly("- a");
  }

  @Test
  @Timeout(10)
  void longTextsAreComparedWithoutAllPairs() {
    String before = "x\n".repeat(1) + "a\n".repeat(50_000);
    String after = "y\n".repeat(1) + "b\n".repeat(50_000);

    assertThat(TextDiff.of(before, after)).hasSize(100_002).noneMatch(l -> l.kind() == Kind.SAME);
  }
}
