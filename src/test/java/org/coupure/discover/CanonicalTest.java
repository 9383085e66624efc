package org.coupure.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {
  private final Canonical canonical = Canonical.bundled();

  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.ORG, http://example.org/",
    "https://example.org:443/a, https://example.org/a",
    "http://example.org:80/a, http://example.org/a",
    "http://example.org:8080/a, http://example.org:8080/a",
    "https://example.org./a, https://example.org/a",
    "https://user:secret@example.org/a, https://example.org/a",
    "https://example.org/a#comments, https://example.org/a",
    "https://example.org/a/../b/./c, https://example.org/b/c",
    "https://example.org/a/.., https://example.org/",
    "https://example.org/%7Ejo/%c3%a9t%C3%A9, https://example.org/~jo/%C3%A9t%C3%A9",
    "https://example.org/été, https://example.org/%C3%A9t%C3%A9",
    "https://example.org/a b, https://example.org/a%20b",
    "https://example.org/100%, https://example.org/100%25",
    "https://bücher.example/x, https://xn--bcher-kva.example/x",
    "https://example.org\\a\\b, https://example.org/a/b",
    "https://example.org/a?utm_source=x&id=7&fbclid=y, https://example.org/a?id=7",
    "https://example.org/a?UTM_Campaign=x, https://example.org/a",
    "https://example.org/a?, https://example.org/a",
    "https://example.org/a?b=2&a=1, https://example.org/a?b=2&a=1",
    "https://www.google.com/amp/s/example.org/story, https://example.org/story",
    "https://example-org.cdn.ampproject.org/c/s/example.org/story, https://example.org/story",
    "http://[2001:DB8::1]:81/a, http://[2001:db8::1]:81/a",
  })
  void givesEachUrlOneSpelling(String url, String expected) {
    assertThat(canonical.url(url)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org/a",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "http://",
        "https:///",
        "http://exa mple.org/",
        "http://example.org:99999/",
        "http://a..b/",
        "http://example.org:x/",
        "data:text/html,x",
        "http://<script>/"
      })
  void refusesWhatIsNoWebUrl(String url) {
    assertThat(canonical.url(url)).isEmpty();
    assertThat(canonical.key(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.example.org/a/, https://example.org/a",
    "https://m.example.org/a, https://example.org/a",
    "https://amp.example.org/a, https://example.org/a",
    "https://example.org/a/amp/, https://example.org/a",
    "https://example.org/amp/a, https://example.org/a",
    "https://example.org/a.amp.html, https://example.org/a.html",
    "https://example.org/a?amp=1, https://example.org/a",
    "https://example.org/a?outputType=amp&x=1, https://example.org/a?x=1",
    "https://example.org/a?b=2&a=1, https://example.org/a?a=1&b=2",
    "https://example.org/a/index.html, https://example.org/a",
    "https://example.org/a?xtor=RSS-1, https://example.org/a",
  })
  void knowsOnePageByItsManyUrls(String one, String other) {
    assertThat(canonical.key(one)).isPresent().isEqualTo(canonical.key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a, https://example.org/A",
    "https://example.org/a?id=1, https://example.org/a?id=2",
    "https://example.org/a, https://example.com/a",
    "https://example.org/a, https://example.org:8443/a",
    "https://m.org/a, https://org/a",
    "https://example.org/a?page=2, https://example.org/a",
  })
  void keepsPagesApart(String one, String other) {
    assertThat(canonical.key(one)).isPresent().isNotEqualTo(canonical.key(other));
  }

  @Test
  void cleaningTheCleanedChangesNothing() {
    String once = canonical.url("https://Example.org/a%20b/%2f/é?x=%26&utm_id=3").orElseThrow();

    assertThat(canonical.url(once)).contains(once);
  }

  @Test
  void refusesWhatIsTooLongToBeAUrl() {
    assertThat(canonical.url("https://example.org/" + "a".repeat(5000))).isEmpty();
  }
}
