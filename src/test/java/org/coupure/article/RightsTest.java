package org.coupure.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightsTest {
  private static final Rights OWN = new Rights(null, "noindex", false, null, "ai-train=no", null);
  private static final Rights OTHERS =
      new Rights("CC-BY", "noarchive", true, "https://a.example/policy", "search=no", "x=n");

  @Test
  void othersAreHeardWhereTheseAreSilent() {
    assertThat(OWN.or(OTHERS))
        .isEqualTo(new Rights("CC-BY", "noindex, noarchive", false, null, "ai-train=no", "x=n"));
  }

  @Test
  void silenceChangesNothing() {
    assertThat(OWN.or(Rights.UNSTATED)).isEqualTo(OWN);
    assertThat(Rights.UNSTATED.or(OTHERS)).isEqualTo(OTHERS);
    assertThat(OWN.or(OWN)).isEqualTo(OWN);
  }
}
