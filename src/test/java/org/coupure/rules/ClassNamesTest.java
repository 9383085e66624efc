package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
  @Test
  void namesStandBetweenWhiteSpace() {
    ClassNames names = new ClassNames(List.of("", " a\tb ", "c", "c a\nd-e é"));

    for (String name : List.of("a", "b", "c", "d-e", "é")) {
      assertThat(names.has(name)).as(name).isTrue();
    }
    for (String name : List.of("", " ", "A", "d", "a\tb", "e", "-e")) {
      assertThat(names.has(name)).as(name).isFalse();
      assertThat(names.having(name)).as(name).isNull();
    }
  }

  @Test
  void attributesThatHaveANameAreTold() {
    ClassNames names = new ClassNames(List.of("", "x", "y x x", "xy", "z y"));

    assertThat(names.having("x")).containsExactly(false, true, true, false, false);
    assertThat(names.having("y")).containsExactly(false, false, true, false, true);
  }

  @Test
  void namesOfOneHashAreToldApart() {
    ClassNames names = new ClassNames(List.of("Aa", "BB Ab"));

    assertThat(names.having("Aa")).containsExactly(true, false);
    assertThat(names.having("BB")).containsExactly(false, true);
    assertThat(names.has("AaBB")).isFalse();
  }

  @Test
  void manyNamesFindRoom() {
    List<String> attributes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      attributes.add(("n" + i + " ").repeat(20) + "all m" + i);
    }

    ClassNames names = new ClassNames(attributes);

    assertThat(names.having("all")).doesNotContain(false);
    assertThat(names.having("m49")).containsSequence(false, true).endsWith(true);
    assertThat(names.has("m50")).isFalse();
  }
}
