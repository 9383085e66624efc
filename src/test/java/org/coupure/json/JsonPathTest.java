package org.coupure.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
  private static final String STATE =
      "{\"a\":{\"b\":[{\"t\":\"one\"},{\"t\":\"two\"}],\"odd name\":3},\"list\":[\"x\",\"y\"],\"t\":true}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$.a.b.t | one two",
        "$.a.b[1].t | two",
        "$.a.b[*].t | one two",
        "$.a['odd name'] | 3",
        "$.list | x y",
        "$..t | true one two",
        "$.a.none | ~~",
        "$.a | ~~",
      })
  void pathLeadsToItsValues(String path, String values) {
    Json root = JsonScript.state(STATE + "; more()");

    assertThat(String.join(" ", JsonPath.parse(path).values(root))).isEqualTo(values);
  }

  @Test
  void whatIsNoPathIsExplained() {
    assertThatThrownBy(() -> JsonPath.parse("a.b"))
        .hasMessage("bad JSON path 'a.b': it begins with $, like $.props.article.body");
    assertThatThrownBy(() -> JsonPath.parse("$.a[?(@.b)]"))
        .hasMessage(
            "bad JSON path '$.a[?(@.b)]': '[?(@.b)]' is no step; steps are .name, ['name'], [0],"
                + " [*] and ..name");
  }
}
