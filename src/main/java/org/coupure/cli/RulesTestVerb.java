package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.learn.RuleTests;
import org.coupure.learn.TestResult;
import org.coupure.learn.TestResult.State;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;

/** Runs the tests of rules. */
final class RulesTestVerb implements Verb {
  @Override
  public String name() {
    return "rules test";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... [DIR]...",
        """
        Clip the stored pages that rules name under tests, and check what must come of
        them. Where a file like the page but ending in .txt lies beside it, the whole
        text must be as in that file; --update writes it anew when all else is well.
        Without a DIR: ./rules, then ~/.config/coupure/rules.
        """,
        """
        # does every rule still give what it should?
        coupure rules test rules/
        # the new text is better: take it for the right one
        coupure rules test rules/ --update
        """,
        """
        Exit status: 0 all tests pass, 2 wrong use or mistakes in rules, 4 some failed.
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(OptionValues.flag("update", "write the .txt files beside the pages"))
        .addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<Path> folders = RulesLintVerb.folders(words, terminal);
    RuleBook book = RuleFolders.load(folders);
    Palette palette =
        Palette.of(
            words.getOptionValue("color", "auto"), terminal.errShown(), terminal.environment());
    Report report = new Report(terminal, new ChangeText(palette, terminal.columns()));
    for (int i = 0; i < folders.size(); i++) {
      RuleTests tests = new RuleTests(folders.get(i), book, words.hasOption("update"));
      for (Rule rule : book.rules(i)) {
        report.add(tests.run(rule));
      }
    }
    return report.end();
  }

  /** Says how tests went. */
  private static final class Report {
    private final Terminal terminal;
    private final ChangeText text;
    private int passed;
    private int failed;
    private int written;
    private int waiting;
    private int untested;

    Report(Terminal terminal, ChangeText text) {
      this.terminal = terminal;
      this.text = text;
    }

    void add(List<TestResult> results) {
      untested += results.isEmpty() ? 1 : 0;
      for (TestResult result : results) {
        passed += result.state() == State.PASSED ? 1 : 0;
        failed += result.state() == State.FAILED ? 1 : 0;
        written += result.state() == State.WRITTEN ? 1 : 0;
        waiting += result.state() == State.WAITING ? 1 : 0;
        if (result.state() == State.FAILED) {
          terminal.err().print(text.of(result));
        }
      }
    }

    int end() {
      List<String> parts = new ArrayList<>();
      parts.add(FieldListing.counted(passed, "test") + " passed");
      note(parts, failed, "failed");
      note(parts, written, "written");
      note(parts, waiting, "without a stored page");
      if (untested > 0) {
        parts.add(FieldListing.counted(untested, "rule") + " without tests");
      }
      terminal.err().println(String.join(", ", parts));
      return failed > 0 ? FailOn.RULE_HEALTH : FailOn.OK;
    }

    private static void note(List<String> parts, int count, String what) {
      if (count > 0) {
        parts.add(Tally.grouped(count) + " " + what);
      }
    }
  }
}
