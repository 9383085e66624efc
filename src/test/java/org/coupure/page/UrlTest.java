package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URLs in one spelling, and in that of pages. */
class UrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://archive.example/web/20190412/http://example.org/page, http://example.org/page",
    "https://archive.example/web/20190412id_/http://example.org/page, http://example.org/page",
    "https://example.org/share/https://example.com, https://example.org/share/https://example.com",
    "https://example.org/page, https://example.org/page"
  })
  void findsTheUrlThatAnArchiveHoldsACopyOf(String url, String original) {
    assertThat(Url.original(url)).isEqualTo(original);
  }

  @ParameterizedTest
  @CsvSource({
    "b.html, https://example.org/x/b.html",
    "/b, https://example.org/b",
    "../b, https://example.org/b",
    "//cdn.example.org/b, https://cdn.example.org/b",
    "?p=2, https://example.org/x/a?p=2",
    "http:b, ",
    "mailto:a@example.org, ",
    "#top, ",
  })
  void resolvesLinksAsBrowsersDo(String link, String expected) {
    Url base = Url.parse("https://example.org/x/a?p=1");

    Url resolved = base.resolve(link);

    assertThat(resolved == null ? null : resolved.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://WWW.Example.ORG.:8080/a, www.example.org",
    "https://ann:secret@example.org#top, example.org",
    "http://[::1]:80/a, [::1]",
    "file:///a/b, ",
    "https:///a, ",
    "https://a..b/, ",
    "example.org/a, "
  })
  void readsTheHost(String url, String host) {
    assertThat(Url.host(url)).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.org/a/?b=c, http://example.org/a",
    "https://Example.org/a#b, https://example.org/a",
    "/a/, /a?b"
  })
  void callsLinksToOnePageTheSame(String one, String other) {
    assertThat(Url.pageKey(one)).isEqualTo(Url.pageKey(other));
  }

  @Test
  void knowsAFrontPage() {
    assertThat(Url.isHome("https://www.example.org/")).isTrue();
    assertThat(Url.isHome("https://example.org/a")).isFalse();
    assertThat(Url.isHome("https://example.org/?p=1")).isFalse();
    assertThat(Url.isHome("/")).isFalse();
  }
}
