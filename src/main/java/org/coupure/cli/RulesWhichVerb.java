package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.coupure.rules.RulePrecedence;
import org.coupure.rules.RuleStatement;

/** Shows which rules apply to a URL, in order of precedence, and what the first of them says. */
final class RulesWhichVerb implements Verb {
  @Override
  public String name() {
    return "rules which";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... URL",
        """
        Show every rule that names the host of a URL, strongest first, whether it
        counts and why not; then all that the strongest says, with what it extends, and
        the file and line of each. Themes go by marks of the page; see coupure explain.
        """,
        """
        # why does my rule not count?
        coupure rules which https://blog.example.org/story
        # with the rules of another folder
        coupure rules which https://example.org/story --rules new-rules/
        """,
        "Exit status: 0 a rule speaks, 2 wrong use or mistakes in rules, 3 none does.\n");
  }

  @Override
  public Options options() {
    return new Options().addOption(RuleFolders.option()).addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().size() != 1) {
      throw new UsageException("rules which wants exactly one URL.");
    }
    String given = words.getArgList().get(0);
    String url = given.contains("://") ? given : "https://" + given;
    List<Path> folders = RuleFolders.of(words, terminal.environment());
    RuleBook book = RuleFolders.load(folders);
    String color = words.getOptionValue("color", "auto");
    Palette palette = Palette.of(color, terminal.outShown(), terminal.environment());
    List<RulePrecedence> standings = book.standings(url, null);
    StringBuilder text = new StringBuilder();
    standings.forEach(standing -> chain(text, standing, folders, palette));
    RulePrecedence first =
        standings.stream().filter(RulePrecedence::speaks).findFirst().orElse(null);
    if (first == null) {
      text.append("no rule is for ").append(url).append('\n');
      terminal.print(text.toString());
      return FailOn.NO_RECORD;
    }
    book.named(first.rule()).ifPresent(rule -> says(text, rule, palette));
    terminal.print(text.toString());
    return FailOn.OK;
  }

  private static void chain(
      StringBuilder text, RulePrecedence standing, List<Path> folders, Palette palette) {
    String folder =
        standing.folder() < folders.size()
            ? folders.get(standing.folder()).toString()
            : "packed in";
    String name = standing.rule();
    text.append(standing.speaks() ? palette.green("+ " + name) : palette.red("- " + name));
    text.append(palette.dim("  (" + folder + ")"));
    text.append(standing.why().isEmpty() ? "" : "  " + standing.why()).append('\n');
  }

  private static void says(StringBuilder text, Rule rule, Palette palette) {
    text.append('\n').append(palette.bold(rule.name())).append(" says\n");
    String last = "";
    for (RuleStatement said : rule.says()) {
      if (!said.key().equals(last)) {
        text.append("  ").append(palette.cyan(said.key())).append('\n');
        last = said.key();
      }
      text.append("    ").append(said.what());
      text.append(said.where().isEmpty() ? "" : palette.dim("  # " + said.where())).append('\n');
    }
  }
}
