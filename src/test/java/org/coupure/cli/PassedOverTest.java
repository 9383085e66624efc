package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassedOverTest {
  private final PassedOver passed = new PassedOver();

  @Test
  void saysNothingOfNothing() {
    assertThat(passed.line()).isNull();
  }

  @Test
  void namesTheMostFrequentKindsFirst() {
    for (String kind : new String[] {"css", "js", "js", "pdf", "gif", "png", "jpg", "ico", ""}) {
      passed.add(kind);
    }

    assertThat(passed.line())
        .isEqualTo(
            "passed over 9 files that are no pages: 2 js, 1 css, 1 gif, 1 ico, 1 jpg, 1 other …");
  }

  @Test
  void speaksOfOneFile() {
    passed.add("pdf");

    assertThat(passed.line()).isEqualTo("passed over 1 file that is no page: 1 pdf");
  }
}
