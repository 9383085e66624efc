package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.coupure.rules.RuleBook;

/**
 * Where rules are looked for: the folders of {@code --rules}, then {@code ./rules}, then the user's
 * configuration; the bundled rules come last.
 */
final class RuleFolders {
  private RuleFolders() {}

  static Option option() {
    return OptionValues.option(
        null,
        "rules",
        "DIR",
        "put the rules in this folder first; repeatable (then ./rules, the configuration's, those "
            + "packed in)");
  }

  /** Returns the existing folders, highest precedence first. */
  static List<Path> of(CommandLine words, Map<String, String> environment) {
    List<Path> folders = new ArrayList<>();
    if (words.hasOption("rules")) {
      for (String word : words.getOptionValues("rules")) {
        folders.add(Path.of(word));
      }
    }
    addIfThere(Path.of("rules"), folders);
    String home = environment.getOrDefault("HOME", "");
    String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
    if (!configuration.isEmpty()) {
      addIfThere(Path.of(configuration, "coupure", "rules"), folders);
    } else if (!home.isEmpty()) {
      addIfThere(Path.of(home, ".config", "coupure", "rules"), folders);
    }
    return folders;
  }

  private static void addIfThere(Path folder, List<Path> folders) {
    if (Files.isDirectory(folder)) {
      folders.add(folder);
    }
  }

  /** Returns the rules of {@code folders} before the bundled ones, all of them checked. */
  static RuleBook load(List<Path> folders) throws UsageException, IOException {
    return read(folders, RuleBook::load);
  }

  /** Returns the same for a run: in large folders a rule is checked when its first page is met. */
  static RuleBook open(List<Path> folders) throws UsageException, IOException {
    return read(folders, RuleBook::open);
  }

  private static RuleBook read(List<Path> folders, Way way) throws UsageException, IOException {
    try {
      return way.read(folders);
    } catch (IllegalArgumentException e) {
      throw new UsageException("the rules have mistakes.\n" + e.getMessage() + "\n");
    }
  }

  /** When the rules of the folders are checked. */
  private interface Way {
    RuleBook read(List<Path> folders) throws IOException;
  }
}
