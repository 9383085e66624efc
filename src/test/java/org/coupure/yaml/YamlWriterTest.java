package org.coupure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#main",
        ".a > b",
        "a: b",
        "a #b",
        "- x",
        "'",
        "\"",
        "\\",
        "true",
        "12",
        "",
        " a ",
        "[x]",
        "a,b",
        "h1[class*=Story_]",
        "*",
        "&a",
        "!b",
        "a\u0007b",
        "\uFEFF",
        "\u2028",
        "été",
        "漢字",
        "\uD83D\uDE00",
        "//div",
        "%",
        "@x",
        "`x`",
        "a:",
        "{a}",
        "re:^x$",
        "two\nlines"
      })
  void whatIsWrittenIsReadBack(String value) {
    String yaml =
        YamlWriter.plain().entry(0, "k", value).list(0, "l", List.of(value, value)).toString()
            + YamlWriter.quoted().entry(0, "q", value)
            + YamlWriter.plain().flow(0, "f", List.of(value, "b"));

    assertThat(texts(yaml)).containsExactly(value, value, value, value, value, "b");
  }

  private static List<String> texts(String yaml) {
    Problems problems = new Problems("x.yaml", yaml);
    Node root = YamlReader.read(yaml, problems);
    assertThat(problems.messages()).isEmpty();
    return ((Node.Entries) root)
        .entries().stream().map(Node.Entry::value).flatMap(YamlWriterTest::leaves).toList();
  }

  private static Stream<String> leaves(Node node) {
    return node instanceof Node.Text text
        ? Stream.of(text.value())
        : ((Node.Items) node).items().stream().flatMap(YamlWriterTest::leaves);
  }

  @Test
  void plainTextStandsWithoutQuotes() {
    YamlWriter yaml = YamlWriter.plain().comment("From 3 pages.\u0007").key(0, "match");
    yaml.entry(2, "hosts", "example.org").entry(0, "loose", "true").note("judged");
    yaml.block(0, "content", List.of(".story > p", "#main")).list(0, "remove", List.of());

    assertThat(yaml)
        .hasToString(
            """
            # From 3 pages.?
            match:
              hosts: example.org
            loose: true  # judged
            content:
              - .story > p
              - '#main'
            """);
  }

  @Test
  void itemOfKeysBeginsAtItsFirstKey() {
    Map<String, List<String>> item = new LinkedHashMap<>();
    item.put("captured", List.of());
    item.put("page", List.of("tests/a.html"));
    item.put("contains", List.of("One", "Two, three"));

    assertThat(YamlWriter.plain().key(0, "tests").item(2, item))
        .hasToString(
            """
            tests:
              - page: tests/a.html
                contains:
                  - One
                  - 'Two, three'
            """);
  }
}
