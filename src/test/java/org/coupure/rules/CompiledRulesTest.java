package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.coupure.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class CompiledRulesTest {
  @Test
  void readingGivesWhatWasWritten() {
    String yaml =
        """
        match:
          - hosts: [a.example, "b.example"]
          - classes: "tab\\there"
        remove:
          - "#id"
          - ''
        title: [[deep]]
        """;
    Node root = YamlReader.read(yaml, new Problems("x.yaml", yaml));
    CompiledRules.Source source = new CompiledRules.Source("x.yaml", root);

    String compiled = CompiledRules.write(List.of(source, source));

    assertThat(CompiledRules.read(compiled)).containsExactly(source, source);
  }

  @Test
  void nothingWrittenIsNothingRead() {
    assertThat(CompiledRules.read("")).isEmpty();
  }
}
