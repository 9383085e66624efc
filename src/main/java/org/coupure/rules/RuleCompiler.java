package org.coupure.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.coupure.yaml.Problems;
import org.coupure.yaml.YamlReader;

/**
 * Compiles {@code config/rules/*.yaml} and {@code config/themes/*.yaml} for the jar; the build runs
 * it after compiling the classes, and fails when a rule has mistakes.
 */
public final class RuleCompiler {
  private static final String THEMES = "themes";

  private RuleCompiler() {}

  /**
   * Compiles the rules beneath the folder {@code args[0]} into a file there.
   *
   * @throws IllegalArgumentException if a rule has mistakes; the message lists all of them
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<CompiledRules.Source> sources = new ArrayList<>();
    for (String kind : List.of("rules", THEMES)) {
      if (Files.isDirectory(folder.resolve(kind))) {
        check(folder.resolve(kind));
        read(folder.resolve(kind), kind.equals(THEMES) ? THEMES + "/" : "", sources);
      }
    }
    Path compiled = folder.resolve(CompiledRules.FILE);
    Files.createDirectories(Objects.requireNonNull(compiled.getParent()));
    Files.writeString(compiled, CompiledRules.write(sources), StandardCharsets.UTF_8);
  }

  private static void check(Path folder) throws IOException {
    RuleFolder reader = new RuleFolder(folder);
    reader.read();
    if (!reader.messages().isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", reader.messages()));
    }
  }

  private static void read(Path folder, String prefix, List<CompiledRules.Source> sources)
      throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = prefix + folder.relativize(file).toString().replace('\\', '/');
        String text = Files.readString(file);
        Problems problems = new Problems(name, text);
        sources.add(
            new CompiledRules.Source(
                name, Objects.requireNonNull(YamlReader.read(text, problems))));
      }
    }
  }
}
