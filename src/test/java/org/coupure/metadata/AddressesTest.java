package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What web addresses say. */
class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "https://archive.example/web/20190412/http://example.org/page, http://example.org/page",
    "https://archive.example/web/20190412id_/http://example.org/page, http://example.org/page",
    "https://example.org/share/https://example.com, https://example.org/share/https://example.com",
    "https://example.org/page, https://example.org/page"
  })
  void findsTheAddressThatAnArchiveHoldsACopyOf(String address, String original) {
    assertThat(Addresses.original(address)).isEqualTo(original);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/talk/which-stone_for.html?x=1, which stone for",
    "https://example.org/talk/which-stone/, which stone",
    "https://example.org/, ''",
    "https://example.org, ''"
  })
  void readsTheWordsOfThePathsLastPart(String address, String words) {
    assertThat(Addresses.words(address)).isEqualTo(words);
  }
}
