package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines beneath a headline that name somebody without "by". */
class NamesWithRolesTest {
  private static final BylineParser PARSER = BylineParser.bundled();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Xandra Roe, Reporter",
        "Xandra Roe ; Journaliste",
        "Ксана Примерова, корреспондент",
        "Xandra Roe, senior correspondent for health and science",
        "Xandra Roe xandra.roe@example.org",
        "Jane Roe Journalist",
      })
  void namesSomebody(String line) {
    assertThat(PARSER.isNameWithRole(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Xandra Roe",
        "Xandra Roe, Sunday",
        "Xandra Roe Journalist",
        "Xandra, Reporter",
        "A bridge falls, reporter says",
        "Xandra Roe, Reporter 2024",
        "Xandra Roe, the senior correspondent for health and science",
        "Xandra Roe Poe Doe Loe, Reporter",
        "xandra.roe@example.org",
        "write to xandra@example.org",
        "",
      })
  void namesNobody(String line) {
    assertThat(PARSER.isNameWithRole(line)).isFalse();
  }
}
