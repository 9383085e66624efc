package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.coupure.yaml.YamlReader;
import org.junit.jupiter.api.Test;

/** The bundled rules are good, and the pressed form of them is up to date. */
class BundledRulesTest {
  private static final Path RULES = Path.of("config/rules");
  private static final Path THEMES = Path.of("config/themes");
  private static final Path PRESSED = RULES.resolve("bundled.txt");

  @Test
  void everyBundledRuleCompiles() throws IOException {
    List<String> messages = new ArrayList<>();
    for (Path folder : List.of(RULES, THEMES)) {
      RuleFolder reader = new RuleFolder(folder);
      reader.read();
      messages.addAll(reader.messages());
    }
    assertThat(messages).isEmpty();
  }

  @Test
  void pressedFormIsThatOfTheFiles() throws IOException {
    String pressed = PressedRules.press(sources());
    String shipped = Files.readString(PRESSED);
    if (!pressed.equals(shipped) && Boolean.getBoolean("coupure.press")) {
      Files.writeString(PRESSED, pressed);
      return;
    }
    assertThat(shipped)
        .as("press it again: mvn test -Dtest=BundledRulesTest -Dcoupure.press=true")
        .isEqualTo(pressed);
  }

  private static List<PressedRules.Source> sources() throws IOException {
    List<PressedRules.Source> sources = new ArrayList<>();
    for (Path folder : List.of(RULES, THEMES)) {
      for (Path file : yaml(folder)) {
        String prefix = folder.equals(THEMES) ? "themes/" : "";
        String name = prefix + folder.relativize(file);
        String text = Files.readString(file);
        Node root = YamlReader.read(text, new Problems(name, text));
        sources.add(new PressedRules.Source(name, root));
      }
    }
    return sources;
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
