package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredRefreshTest {
  private static Optional<DeclaredRefresh> of(String html) {
    Document document = Jsoup.parse(html);
    return DeclaredRefresh.of(Head.of(document), document);
  }

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
    assertThat(of("<meta http-equiv=refresh content='60;url=/a'>")).isEmpty();
  }

  @Test
  void aPageWithATextOfItsOwnIsNoRedirect() {
    String meta = "<noscript><meta HTTP-EQUIV=Refresh content='0;url=/a'></noscript>";

    assertThat(of(meta + "<p>Moved")).isPresent();
    assertThat(of(meta + "<p>" + "word ".repeat(90))).isEmpty();
  }
}
