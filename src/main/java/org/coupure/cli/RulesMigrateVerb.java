package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/** Adds keys to rules so that they keep the meaning they had in an older version. */
final class RulesMigrateVerb implements Verb {
  @Override
  public String name() {
    return "rules migrate";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[DIR|FILE]...",
        """
        Write `strict: true` into each rule of a site that has `content` and says
        neither `strict` nor `loose`: all text in its content is kept, as it was up to
        version 0.1. Nothing else in the files changes. Without a DIR the rules are
        migrated that a run would find: ./rules, then ~/.config/coupure/rules. Rules
        that you want judged inside of their content need no migration.
        """,
        """
        coupure rules migrate rules/
        # a single rule
        coupure rules migrate rules/example.org.yaml
        """,
        "Exit status: 0 done, 2 wrong use, no such folder, or mistakes in rules.\n");
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<Path> folders = RulesLintVerb.folders(words, terminal);
    int written = 0;
    for (Path folder : folders) {
      for (Rule rule : rules(folder)) {
        Path file = rule.isSilentAboutInside() ? file(folder, rule.name()) : null;
        if (file != null) {
          Files.writeString(file, strict(Files.readString(file)));
          terminal.err().println("migrated " + file);
          written++;
        }
      }
    }
    terminal.err().println(FieldListing.counted(written, "rule") + " migrated");
    return FailOn.OK;
  }

  private static List<Rule> rules(Path folder) throws UsageException, IOException {
    try {
      return RuleBook.load(List.of(folder)).rules(0);
    } catch (IllegalArgumentException mistakes) {
      throw new UsageException(String.valueOf(mistakes.getMessage()));
    }
  }

  private static @Nullable Path file(Path folder, String rule) {
    if (Files.isRegularFile(folder)) {
      return folder;
    }
    for (String ending : List.of(".yaml", ".yml")) {
      Path file = folder.resolve(rule + ending);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }

  /** Returns the rule with the key before its {@code content}, or at the end where it has none. */
  static String strict(String yaml) {
    String line = "strict: true" + (yaml.contains("\r\n") ? "\r\n" : "\n");
    int at = yaml.startsWith("content:") ? 0 : yaml.indexOf("\ncontent:") + 1;
    if (at > 0 || yaml.startsWith("content:")) {
      return yaml.substring(0, at) + line + yaml.substring(at);
    }
    return yaml + (yaml.endsWith("\n") ? "" : "\n") + line;
  }
}
