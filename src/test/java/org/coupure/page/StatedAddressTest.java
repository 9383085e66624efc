package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedAddressTest {
  @ParameterizedTest
  @CsvSource({
    "<link rel=canonical href=https://a.example/x>, https://a.example/x",
    "<meta property=og:url content=http://a.example/y>, http://a.example/y",
    "<meta property=og:url content=http://a/y><link rel=Canonical href=http://b/x>, http://b/x",
    "<link rel=canonical href=/x>, ",
    "<title>x</title>, "
  })
  void isTheCanonicalLinkOrElseTheOneForSharing(String head, String address) {
    assertThat(StatedAddress.of(Jsoup.parse("<head>" + head))).isEqualTo(address);
  }
}
