package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.coupure.page.Url;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is fetched and what it is known by must be one host: the client's reading is the measure.
 */
class HostNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXAMPLE.org",
        "münchen.example",
        "MÜNCHEN.example",
        "straße.example",
        "βόλος.example",
        "ΣΑΣ.example",
        "例え。テスト",
        "ｅｘａｍｐｌｅ．org",
        "пример.example",
        "İstanbul.example",
        "na\u00ADme.example",
        "a\u0308b.example",
        "نامه\u200Cای.example",
        "xn--mnchen-3ya.example",
        "☃.example",
        "a_b.example"
      })
  void isTheOneThatTheClientAsks(String host) {
    String url = "https://" + host + "/";

    assertThat(Url.host(url)).isEqualTo(HttpUrl.get(url).host());
  }
}
