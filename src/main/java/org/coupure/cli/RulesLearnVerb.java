package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.ClipListener;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.batch.DefectContainment;
import org.coupure.learn.HealthCheck;
import org.coupure.learn.LearnedRule;
import org.coupure.learn.RuleLearner;
import org.coupure.learn.RuleState;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;

/** Learns a rule from stored pages of one site. */
final class RulesLearnVerb implements Verb {
  @Override
  public String name() {
    return "rules learn";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... --pages PATH | --manifest FILE",
        """
        Learn a rule from three or more stored pages of one site, without labels: what
        recurs on them is furniture, what holds on nearly all of them the text that the
        generic path keeps is content. Says how sure it is, and declines when the pages
        do not agree. With --out the rule's test pages are stored beside it. Of pages
        of several sites those of the site with the most count. --repair takes an old
        rule for a beginning: what still finds text stays as it was written.
        """,
        """
        # a rule with its tests, from a folder or archive of pages
        coupure rules learn --pages stored.warc.gz -o rules/x.yaml
        # after the site has changed
        coupure rules learn --pages week/ --repair rules/x.yaml -o rules/x-new.yaml
        """,
        "Exit status: 0 learned, 2 wrong use, 3 declined, with the reason.\n");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(StoredPages.pages())
        .addOption(StoredPages.manifest())
        .addOption(NewRuleFile.option())
        .addOption(
            OptionValues.option(
                null, "repair", "RULE", "learn again what this rule has lost; the rest stays"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    NewRuleFile out = NewRuleFile.of(words, "see \"coupure rules health\".");
    Clipper clipper = Clipper.builder().explain(true).build();
    RuleLearner learner = new RuleLearner();
    new StoredPages(terminal, null)
        .read(
            words,
            page -> {
              ParsedPage parsed = DefectContainment.read(page, clipper);
              learner.add(parsed, DefectContainment.contained(parsed, clipper));
            });
    LearnedRule lesson =
        words.hasOption("repair")
            ? repaired(learner, Path.of(words.getOptionValue("repair")))
            : learner.learn(out == null ? "page" : out.stem());
    if (lesson.yaml() == null) {
      terminal.err().println("learned nothing: " + lesson.reason());
      return FailOn.NO_RECORD;
    }
    String told = "";
    if (!words.hasOption("repair")) {
      RuleState.Effect effect = effect(lesson.yaml(), words, terminal);
      told = "; its texts are " + effect.told();
      if (effect.kind() == RuleState.Effect.Kind.WORSE) {
        terminal.err().println("learned nothing: the rule's texts would be " + effect.told());
        return FailOn.NO_RECORD;
      }
    }
    if (out == null) {
      terminal.print(lesson.yaml());
    } else {
      out.write(lesson.yaml(), lesson.tests());
    }
    String from = "learned from " + FieldListing.counted(lesson.pages(), "page") + ": ";
    terminal.err().println(from + lesson.reason() + told);
    return FailOn.OK;
  }

  /** Returns what a rule does to the texts of the pages that it was learned from. */
  private static RuleState.Effect effect(String yaml, CommandLine words, Terminal terminal)
      throws UsageException, IOException {
    Path folder = Files.createTempDirectory("coupure-learned");
    Path file = folder.resolve("learned.yaml");
    try {
      Files.writeString(file, yaml);
      HealthCheck check = new HealthCheck(RuleBook.load(List.of(folder)), ClipListener.NONE);
      new StoredPages(terminal, null).read(words, check::add);
      return check.states().stream()
          .filter(state -> state.rule().equals("learned"))
          .findFirst()
          .map(RuleState::effect)
          .orElse(new RuleState.Effect(RuleState.Effect.Kind.UNKNOWN, 0, 0, 0));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static LearnedRule repaired(RuleLearner learner, Path file)
      throws UsageException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("--repair wants a rule's file, not \"" + file + "\".");
    }
    List<Rule> rules = RuleFolders.load(List.of(file)).rules(0);
    return learner.repair(rules.get(0), Files.readString(file));
  }
}
