package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.coupure.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published schema says of rules what the reader says of them. */
class RuleSchemaTest {
  private static final Path FILE = Path.of("config/schema/rule-1.json");

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(FILE));
  }

  static Stream<Path> bundled() throws IOException {
    try (Stream<Path> rules = Files.walk(Path.of("config/rules"));
        Stream<Path> themes = Files.walk(Path.of("config/themes"))) {
      return Stream.concat(rules, themes)
          .filter(file -> file.toString().endsWith(".yaml"))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void bundledRuleObeysIt(Path file) throws IOException {
    assertThat(schema().validate(Files.readString(file), InputFormat.YAML)).isEmpty();
  }

  @Test
  void ruleWithEveryKeyObeysIt() throws IOException {
    assertThat(schema().validate(EveryKey.RULE, InputFormat.YAML)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content: p\n",
        "match: {hosts: a.example}\ncontents: p\n",
        "match: {}\n",
        "match: {hosts: a.example}\nremove: [{text: a, after: b}]\n",
        "match: {hosts: a.example}\nremove: []\n",
        "match: {hosts: a.example}\ntests: [{contains: x}]\n",
        "match: {hosts: a.example}\nvalid: {from: yesterday}\n"
      })
  void mistakesDoNot(String rule) throws IOException {
    assertThat(schema().validate(rule, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void knowsTheReadersKeys() throws IOException {
    JsonNode properties = new ObjectMapper().readTree(Files.readString(FILE)).get("properties");
    Set<String> keys = new TreeSet<>(properties.propertyNames());

    assertThat(keys).isEqualTo(new TreeSet<>(RuleParser.KEYS));
  }

  @Test
  void everyKeyIsInTheExample() {
    Problems problems = new Problems("every.yaml", EveryKey.RULE);
    Node.Entries root = (Node.Entries) YamlReader.read(EveryKey.RULE, problems);
    List<String> keys = root.entries().stream().map(entry -> entry.key().value()).toList();

    assertThat(keys).containsExactlyInAnyOrderElementsOf(RuleParser.KEYS);
  }
}
