package org.coupure.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteKeyTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.vigie.example/a/b?c=d, vigie.example",
    "http://VIGIE.example:8080, vigie.example",
    "https://m.vigie.example#top, vigie.example",
    "https://amp.vigie.example/, vigie.example",
    "https://port.vigie.example/, port.vigie.example",
    "https://ann:secret@vigie.example/, vigie.example",
    "https://m.example/, m.example",
    "https://[::1]:80/a, [::1]"
  })
  void isTheHostWithoutTheDevice(String url, String site) {
    assertThat(SiteKey.of(page("dump/1.html", url))).isEqualTo(site);
  }

  @ParameterizedTest
  @CsvSource({
    "dump/vigie/1.txt, dump/vigie/",
    "dump.zip!/a/1.txt, dump.zip!/a/",
    "pages.jsonl:12, ''",
    "dump\\1.txt, dump\\"
  })
  void isTheFolderWithoutAUrl(String source, String site) {
    assertThat(SiteKey.of(page(source, null))).isEqualTo(site);
  }

  @Test
  void isTheFolderWhenTheUrlHasNoHost() {
    assertThat(SiteKey.of(page("dump/1.txt", "mailto:ann"))).isEqualTo("dump/");
    assertThat(SiteKey.of(page("dump/1.txt", "https:///a"))).isEqualTo("dump/");
    assertThat(SiteKey.of(page("dump/1.txt", "http://" + "a".repeat(9000)))).isEqualTo("dump/");
  }

  @Test
  void keepsTheEndOfALongFolder() {
    assertThat(SiteKey.of(page("a/".repeat(9000) + "1.txt", null))).hasSize(500).endsWith("a/");
  }

  private static Page page(String source, @org.jspecify.annotations.Nullable String url) {
    return Page.builder(source, new byte[0]).url(url).build();
  }
}
