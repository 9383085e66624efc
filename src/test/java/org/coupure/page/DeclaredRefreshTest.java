package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredRefreshTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0;URL=/story",
        "0; url='/story'",
        "0;url=\"/story\"",
        "0, /story",
        "0.5; url = /story",
        " 0 ;url='/story' "
      })
  void theTargetIsReadAsBrowsersReadIt(String value) {
    assertThat(DeclaredRefresh.parse(value)).contains(new DeclaredRefresh(0, "/story"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"300", "", "5;", "0; url=javascript:go()", "x;url=/story"})
  void whatNamesNoTargetIsNone(String value) {
    assertThat(DeclaredRefresh.parse(value)).isEmpty();
  }

  @Test
  void aPageThatReloadsLaterIsNoRedirect() {
    assertThat(DeclaredRefresh.of(Jsoup.parse("<meta http-equiv=refresh content='60;url=/a'>")))
        .isEmpty();
  }

  @Test
  void aPageWithATextOfItsOwnIsNoRedirect() {
    String meta = "<noscript><meta HTTP-EQUIV=Refresh content='0;url=/a'></noscript>";

    assertThat(DeclaredRefresh.of(Jsoup.parse(meta + "<p>Moved"))).isPresent();
    assertThat(DeclaredRefresh.of(Jsoup.parse(meta + "<p>" + "word ".repeat(90)))).isEmpty();
  }
}
