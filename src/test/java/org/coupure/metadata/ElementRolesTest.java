package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.NameWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementRolesTest {
  private final ElementRoles words = ElementRoles.load();

  @ParameterizedTest
  @CsvSource({
    "article__byline, 32",
    "authorName, 2080",
    "post-date entry, 64",
    "most-read-list, 8",
    "mostRead, 8",
    "comments-area, 16",
    "visually-hidden, 1024",
    "headline, 0",
    "authority, 0",
    "'', 0"
  })
  void tellsWhatAnElementIsFor(String attribute, int bits) {
    NameWords names = new NameWords();
    int number = names.number(attribute);

    assertThat(words.mask(names, number)).isEqualTo(bits);
    assertThat(words.masks(names)[number]).isEqualTo(bits);
  }
}
