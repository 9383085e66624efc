package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.ClipListener;
import org.coupure.learn.Drift;
import org.coupure.learn.HealthCheck;
import org.coupure.learn.HealthReport;
import org.coupure.learn.RuleState;
import org.coupure.rules.RuleBook;

/** Shows how well rules work on stored pages, and what would repair them. */
final class RulesHealthVerb implements Verb {
  /** The percentage of pages on which a rule must work. */
  private static final int LEAST = 90;

  private final ClipListener listener;

  RulesHealthVerb() {
    this(ClipListener.NONE);
  }

  /** Makes the verb with a listener that is told what happens to each page. */
  RulesHealthVerb(ClipListener listener) {
    this.listener = listener;
  }

  @Override
  public String name() {
    return "rules health";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... --pages PATH | --manifest FILE",
        """
        Clip stored pages with their site's or theme's rule and without, and show for
        each rule on how many pages it keeps its promises and loses no text, how often
        each selector finds something and each field is filled, how long the texts are
        against the generic path's, what fell since an earlier report, what is dead,
        where the lost text stands now, and the change that would repair the rule, as a
        patch. --repair makes that change.
        """,
        """
        # do my rules still work on this week's pages?
        coupure rules health --pages week/ --save health.json
        # against last week's, and mend what is broken
        coupure rules health --pages week/ --baseline health.json --repair
        """,
        """
        Exit status: 0 all rules are well, 2 wrong use or mistakes in rules, 3 no page
        of a rule, 4 a rule does well on fewer pages than --least says, drifts away
        from the baseline or finds none of its pages, or a wall stands before half.
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(StoredPages.pages())
        .addOption(StoredPages.manifest())
        .addOption(RuleFolders.option())
        .addOption(
            OptionValues.option(null, "least", "PERCENT", "the share of pages (default: 90)"))
        .addOption(
            OptionValues.option(null, "baseline", "FILE", "compare with this earlier report"))
        .addOption(OptionValues.option(null, "save", "FILE", "write the report here, as JSON"))
        .addOption(OptionValues.flag("json", "print the report as JSON"))
        .addOption(
            OptionValues.option(null, "html", "FILE", "write the report for the browser here"))
        .addOption(OptionValues.flag("repair", "write the repairs into the rules' files"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<Path> folders = RuleFolders.of(words, terminal.environment());
    RuleBook book = RuleFolders.load(folders);
    Map<String, HealthReport.Past> past =
        words.hasOption("baseline")
            ? baseline(Path.of(words.getOptionValue("baseline")))
            : Map.of();
    HealthCheck check = new HealthCheck(book, listener);
    new StoredPages(terminal, null).read(words, check::add);
    List<RuleState> states = check.states();
    Map<RuleState, Path> files = files(states, folders);
    String json = HealthReport.json(states);
    if (words.hasOption("save")) {
      Files.writeString(Path.of(words.getOptionValue("save")), json, StandardCharsets.UTF_8);
    }
    if (words.hasOption("html")) {
      Files.writeString(Path.of(words.getOptionValue("html")), HealthPage.of(states, files, past));
    }
    terminal.print(words.hasOption("json") ? json : HealthText.text(states, files, past));
    if (words.hasOption("repair")) {
      HealthText.repair(files);
    }
    if (states.isEmpty()) {
      terminal.err().println("no page is a rule's" + known(past));
      return past.isEmpty() ? FailOn.NO_RECORD : FailOn.RULE_HEALTH;
    }
    double least = OptionValues.whole(words, "least", 0, LEAST) / 100.0;
    boolean bad =
        states.stream()
            .anyMatch(
                state ->
                    state.health() < least
                        || state.isWalled()
                        || !Drift.of(state, past.get(state.rule())).isEmpty());
    return bad ? FailOn.RULE_HEALTH : FailOn.OK;
  }

  private static String known(Map<String, HealthReport.Past> past) {
    return past.isEmpty()
        ? ""
        : "; the baseline knows pages of " + String.join(", ", new TreeSet<>(past.keySet()));
  }

  private static Map<String, HealthReport.Past> baseline(Path file)
      throws UsageException, IOException {
    try {
      return HealthReport.read(Files.readString(file));
    } catch (IllegalArgumentException bad) {
      throw new UsageException("--baseline wants what --save wrote: " + bad.getMessage());
    }
  }

  /** Returns the file of each rule that lies in a folder. */
  private static Map<RuleState, Path> files(List<RuleState> states, List<Path> folders) {
    Map<RuleState, Path> files = new LinkedHashMap<>();
    for (RuleState state : states) {
      for (Path folder : folders) {
        Path file = Files.isDirectory(folder) ? folder.resolve(state.rule() + ".yaml") : folder;
        if (Files.isRegularFile(file)) {
          files.putIfAbsent(state, file);
        }
      }
    }
    return files;
  }
}
