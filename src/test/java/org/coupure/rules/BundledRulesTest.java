package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build compiles the bundled rules. */
class BundledRulesTest {
  @TempDir private Path folder;

  @Test
  void everyThemeIsInTheBook() throws IOException {
    RuleBook book = RuleBook.bundled();

    try (Stream<Path> files = Files.list(Path.of("config/themes"))) {
      assertThat(files.map(file -> "themes/" + name(file)).toList())
          .isNotEmpty()
          .allSatisfy(theme -> assertThat(book.named(theme)).isPresent());
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  @Test
  void themeIsCompiledWithItsPlaces() throws IOException {
    Files.createDirectories(folder.resolve("themes"));
    Files.writeString(folder.resolve("themes/a.yaml"), "match:\n  classes: shop\nremove: .x\n");

    RuleCompiler.main(new String[] {folder.toString()});

    assertThat(folder.resolve(CompiledRules.FILE))
        .content()
        .startsWith("0\tf\t1\t1\tthemes/a.yaml\n1\tm\t1\t1\t\n2\tk\t1\t1\tmatch\n")
        .endsWith("2\tk\t3\t1\tremove\n2\tt\t3\t9\t.x\n");
  }

  @Test
  void ruleWithMistakesIsNotCompiled() throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/a.yaml"), "match: {hosts: a.example}\ncontent: 'a['\n");

    assertThatThrownBy(() -> RuleCompiler.main(new String[] {folder.toString()}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.yaml:2:10: ");
  }
}
