package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.rules.PageTest;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;

/** Finds the mistakes in rules. */
final class RulesLintVerb implements Verb {
  @Override
  public String name() {
    return "rules lint";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[DIR|FILE]...",
        """
        Read the rules in folders, or single ones, as a run would, and show every
        mistake with file, line, column and what to do. Without a DIR the rules that a
        run would find are read: ./rules, then ~/.config/coupure/rules. A note names the
        rules whose meaning changed since 0.1: those with `content` that say neither
        `strict` nor `loose`.
        """,
        """
        # all rules of a folder
        coupure rules lint rules/
        # one rule, before it is saved where runs find it
        coupure rules lint draft.yaml
        """,
        "Exit status: 0 no mistakes, 1 mistakes, 2 wrong use or no such folder.\n");
  }

  @Override
  public Options options() {
    return new Options().addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<Path> folders = folders(words, terminal);
    Palette palette =
        Palette.of(
            words.getOptionValue("color", "auto"), terminal.errShown(), terminal.environment());
    // Checks each folder alone, and then all of them together.
    List<String> mistakes = new ArrayList<>();
    for (Path folder : folders) {
      RuleBook.mistakes(List.of(folder)).stream()
          .map(message -> place(folder, message))
          .forEach(mistakes::add);
    }
    if (mistakes.isEmpty()) {
      mistakes.addAll(RuleBook.mistakes(folders));
    }
    if (!mistakes.isEmpty()) {
      return told(mistakes, palette, terminal);
    }
    RuleBook book = RuleBook.load(folders);
    int rules = 0;
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      for (Rule rule : book.rules(i)) {
        mistakes.addAll(missingPages(folders.get(i), rule));
        if (rule.isSilentAboutInside()) {
          changed.add(rule.name());
        }
        rules++;
      }
    }
    if (!mistakes.isEmpty()) {
      return told(mistakes, palette, terminal);
    }
    terminal.err().println(FieldListing.counted(rules, "rule") + ", no mistakes");
    if (!changed.isEmpty()) {
      terminal
          .err()
          .println(
              "note: up to 0.1 all text in `content` was kept; now the classifier judges there, in "
                  + FieldListing.counted(changed.size(), "rule")
                  + ": "
                  + String.join(", ", changed)
                  + ". Write `strict: true` for the old way (`coupure rules migrate` does it for"
                  + " all), `strict: false` for the new way without this note.");
    }
    return FailOn.OK;
  }

  private static int told(List<String> mistakes, Palette palette, Terminal terminal) {
    mistakes.forEach(message -> terminal.err().println(painted(message, palette)));
    terminal.err().println(FieldListing.counted(mistakes.size(), "mistake"));
    return FailOn.SOME_FAILED;
  }

  /** Returns a message for each page that a test of the rule names and that is not there. */
  private static List<String> missingPages(Path folder, Rule rule) {
    Path base = Files.isDirectory(folder) ? folder : folder.toAbsolutePath().getParent();
    List<String> missing = new ArrayList<>();
    for (PageTest test : rule.tests()) {
      Path page =
          test.page() == null || base == null
              ? null
              : base.resolve(rule.name()).resolveSibling(test.page());
      if (page != null && !Files.isRegularFile(page)) {
        missing.add(
            place(folder, rule.name() + ".yaml: tests: the page " + page + " is not there"));
      }
    }
    return missing;
  }

  static List<Path> folders(CommandLine words, Terminal terminal) throws UsageException {
    List<Path> folders = new ArrayList<>();
    words.getArgList().forEach(word -> folders.add(Path.of(word)));
    if (folders.isEmpty()) {
      folders.addAll(RuleFolders.of(words, terminal.environment()));
    }
    if (folders.isEmpty()) {
      throw new UsageException("there are no rules here: name a DIR, or make a folder ./rules.");
    }
    return folders;
  }

  /** Returns the message with its file relative to the working directory. */
  private static String place(Path folder, String message) {
    Path base = Files.isDirectory(folder) ? folder : folder.getParent();
    return base == null ? message : base + "/" + message;
  }

  private static String painted(String message, Palette palette) {
    int end = message.indexOf(": ");
    return end < 0
        ? message
        : palette.bold(message.substring(0, end + 1)) + message.substring(end + 1);
  }
}
