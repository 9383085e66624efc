package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class TagsTest {
  @Test
  void tagsHaveNumbersOfTheirOwn() {
    assertThat(Tags.headingLevel(Tags.number("h3"))).isEqualTo(3);
    assertThat(Tags.headingLevel(Tags.P)).isZero();
    assertThat(Tags.isBlock(Tags.of(Jsoup.parse("").body()))).isTrue();
    assertThat(Tags.of(Jsoup.parse("<blink>a").select("blink").get(0))).isZero();
    assertThat(Tags.number("base")).isLessThan(Tags.COUNT);
  }
}
