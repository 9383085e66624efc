package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PhraseFileTest {
  static List<Path> files() throws IOException {
    try (Stream<Path> phrases = Files.list(Path.of("config/phrases"))) {
      return Stream.concat(phrases, Stream.of(Path.of("config/labels.yaml"))).sorted().toList();
    }
  }

  /** Our own reader knows a part of YAML only; in that part it must agree with a real one. */
  @ParameterizedTest
  @MethodSource("files")
  void readsWhatAYamlParserReads(Path file) throws IOException {
    String yaml = Files.readString(file);

    List<String> ours = new ArrayList<>();
    for (PhraseFile.Entry entry : PhraseFile.parse("x", yaml)) {
      ours.add(entry.outer() + "/" + entry.inner() + "/" + entry.text());
    }
    List<String> theirs = new ArrayList<>();
    JsonNode tree = new YAMLMapper().readTree(yaml);
    for (var outer : tree.properties()) {
      for (var inner : outer.getValue().properties()) {
        for (JsonNode text : inner.getValue()) {
          theirs.add(outer.getKey() + "/" + inner.getKey() + "/" + text.asString());
        }
      }
    }
    assertThat(ours).isNotEmpty().isEqualTo(theirs);
  }

  @Test
  void knowsTheLineOfEachEntry() {
    List<PhraseFile.Entry> entries =
        PhraseFile.parse("fr.yaml", "# c\n\ncertain:\n  ad:\n    - Pub\n    - \"[ad_1]\"\n");

    assertThat(entries)
        .containsExactly(
            new PhraseFile.Entry("certain", "ad", "Pub", 5),
            new PhraseFile.Entry("certain", "ad", "[ad_1]", 6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "certain:~  ad:~  - Pub | x.yaml:3: expected 'key:', '  key:' or '    - phrase' but was '  - Pub'",
        "    - Pub | x.yaml:1: expected 'key:', '  key:' or '    - phrase' but was '- Pub'",
        "a:~  b:~    - [ad] | x.yaml:3: put this phrase in double quotes: [ad]",
        "a:~  b:~    - a: b | x.yaml:3: put this phrase in double quotes: a: b",
        "a:~  b:~    - \"a | x.yaml:3: a quoted phrase ends with its only other quote and has no backslash: \"a",
      })
  void namesTheLineThatIsWrong(String yaml, String message) {
    assertThatThrownBy(() -> PhraseFile.parse("x.yaml", yaml.replace('~', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
