package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.coupure.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class PressedRulesTest {
  @Test
  void readingGivesWhatWasPressed() {
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
    PressedRules.Source source = new PressedRules.Source("x.yaml", root);

    String pressed = PressedRules.press(List.of(source, source));

    assertThat(PressedRules.read(pressed)).containsExactly(source, source);
  }

  @Test
  void nothingPressedIsNothingRead() {
    assertThat(PressedRules.read("")).isEmpty();
  }
}
