package org.coupure.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScriptTest {
  private final JsonScript scripts = new JsonScript();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"headline\": \"A headline\"}",
        "{\"headline\": \"A headline\",}",
        "{\"headline\": \"A headline\"",
        "{\"headline\": \"A headline\", \"x\": \"broken",
        "<!-- {\"headline\": \"A headline\"} -->",
        "//<![CDATA[\n{\"headline\": \"A headline\"}\n//]]>",
        "/* by us */ {\"headline\": \"A headline\"}",
        "{\"x\": null, \"headline\": \"A headline\"};",
        "{\"x\": \"two\nlines\", \"headline\": \"A headline\"}",
        "{\"x\": \"a \\q b\", \"headline\": \"A headline\"}",
      })
  void readsWhatTheWebWrites(String script) {
    assertThat(scripts.read(script).get(0).text("headline")).isEqualTo("A headline");
  }

  @Test
  void mendsQuotationMarksInsideStrings() {
    List<Json> read = scripts.read("{\"headline\": \"He said \"no\" again\", \"x\": \"y\"}");

    assertThat(read.get(0).text("headline")).isEqualTo("He said \"no\" again");
    assertThat(read.get(0).text("x")).isEqualTo("y");
  }

  @Test
  void readsSeveralValuesInARow() {
    assertThat(scripts.read("{\"a\": \"1\"} {\"a\": \"2\"}")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "no json", "null", "}}}}", "<![CDATA[", "{", "[[[["})
  void readsNothingWithoutFailing(String script) {
    assertThat(scripts.read(script)).allSatisfy(json -> assertThat(json.text("a")).isNull());
  }

  @Test
  void survivesDeepNesting() {
    String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

    assertThat(scripts.read(deep)).hasSizeLessThan(2);
  }

  @Test
  void refusesAScriptThatIsTooLong() {
    String huge = "{\"headline\": \"" + "x".repeat(JsonScript.MAX_LENGTH) + "\"}";

    assertThat(scripts.read(huge)).isEmpty();
  }

  @Test
  void leavesArticleBodiesOut() {
    Json json = scripts.read("{\"articleBody\": \"long\", \"name\": \"n\"}").get(0);

    assertThat(json.get("articleBody")).isNull();
    assertThat(json.text("name")).isEqualTo("n");
  }
}
