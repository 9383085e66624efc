package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
  private static ClassNames names(String... attributes) {
    ClassAttributes all = new ClassAttributes();
    for (String attribute : attributes) {
      all.number(attribute);
    }
    return new ClassNames(all.list());
  }

  @Test
  void namesAreWhatStandsBetweenWhiteSpace() {
    assertThat(names("a b", "\tb\n c ", " ")).isEqualTo(Set.of("a", "b", "c"));
    assertThat(names()).isEmpty();
  }

  @Test
  void partOfANameIsNone() {
    ClassNames names = names("post-title", "post");

    assertThat(names.contains("post")).isTrue();
    assertThat(names.contains("title")).isFalse();
    assertThat(names.contains("post-title post")).isFalse();
    assertThat(names.contains("")).isFalse();
  }

  @Test
  void namesWithOneHashAreToldApart() {
    assertThat("Aa").hasSameHashCodeAs("BB");

    assertThat(names("Aa").contains("BB")).isFalse();
    assertThat(names("Aa BB AaBB BBAa").size()).isEqualTo(4);
  }

  @Test
  void manyNamesAreFound() {
    Random random = new Random(7);
    List<String> attributes = new ArrayList<>();
    Set<String> expected = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String one = "n" + random.nextInt(700);
      String other = "m-" + random.nextInt(700);
      attributes.add(one + " " + other);
      expected.addAll(List.of(one, other));
    }

    assertThat(names(attributes.toArray(String[]::new))).isEqualTo(expected);
  }

  @Test
  void attributesKeepTheNumberTheyGot() {
    ClassAttributes all = new ClassAttributes();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      numbers.add(all.number("c" + i));
    }

    for (int i = 0; i < 1000; i++) {
      assertThat(all.number("c" + i)).isEqualTo(numbers.get(i));
      assertThat(all.list().get(numbers.get(i))).isEqualTo("c" + i);
    }
  }
}
