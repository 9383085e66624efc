package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.ClipListener;
import org.coupure.learn.HealthCheck;
import org.coupure.learn.RuleState;
import org.coupure.rules.RuleBook;
import org.coupure.rules.ftr.FtrRule;
import org.coupure.rules.ftr.SiteText;

/** Turns the site files of other collections into rules. */
final class RulesImportVerb implements Verb {
  @Override
  public String name() {
    return "rules import";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "ftr DIR|FILE... --out DIR",
        """
        Turn the site files of ftr-site-config, the public collection for Full-Text RSS
        and wallabag, into rules, one file a site, and say what became of each line:
        translated, without meaning here, or dropped, and why. A rule that is in the
        folder already is replaced only if it was imported. With --pages or --manifest
        each rule is compared with the generic path on the stored pages: better, same,
        worse or unknown; what a worse one says of the text becomes a comment.
        """,
        """
        # the whole collection
        coupure rules import ftr ftr-site-config/ --out rules/
        # and without the rules that make my pages worse
        coupure rules import ftr ftr-site-config/ --out rules/ --pages stored/
        # some sites, with an account of every line
        coupure rules import ftr example.org.txt --out rules/ --report lines.json
        """,
        """
        Exit status: 0 all imported, 1 some files were not, 2 wrong use, 3 none was.
        docs/rules.md tells what each key becomes.
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(OptionValues.option("o", "out", "DIR", "write the rules into this folder"))
        .addOption(StoredPages.pages())
        .addOption(StoredPages.manifest())
        .addOption(
            OptionValues.option(
                null, "report", "FILE", "write what became of each line here, as JSON"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<String> operands = words.getArgList();
    if (operands.size() < 2 || !operands.get(0).equals("ftr") || !words.hasOption("out")) {
      throw new UsageException("rules import wants ftr, a DIR and --out DIR.");
    }
    ImportFolder out = new ImportFolder(Path.of(words.getOptionValue("out")));
    ImportReport report = new ImportReport();
    for (String word : operands.subList(1, operands.size())) {
      for (Path file : files(Path.of(word))) {
        FtrRule rule = FtrRule.of(String.valueOf(file.getFileName()), SiteText.read(file));
        report.add(rule, out.write(rule));
      }
    }
    if (words.hasOption("report")) {
      Files.writeString(Path.of(words.getOptionValue("report")), report.json());
    }
    terminal.print(report.text());
    List<String> mistakes = out.isEmpty() ? List.of() : RuleBook.mistakes(List.of(out.folder()));
    mistakes.forEach(terminal.err()::println);
    if (mistakes.isEmpty() && (words.hasOption("pages") || words.hasOption("manifest"))) {
      compare(out, words, terminal);
    }
    return mistakes.isEmpty() ? report.exitCode() : FailOn.SOME_FAILED;
  }

  /** Reports for each rule whether it improves the text, and disables those that make it worse. */
  private static void compare(ImportFolder out, CommandLine words, Terminal terminal)
      throws UsageException, IOException {
    HealthCheck check = new HealthCheck(RuleBook.load(List.of(out.folder())), ClipListener.NONE);
    new StoredPages(terminal, null).readNamed(words, check::add);
    for (RuleState state : check.states()) {
      String told = state.effect().told();
      boolean worse = state.effect().kind() == RuleState.Effect.Kind.WORSE;
      boolean outOfUse = worse && out.commentOut(state.rule(), "texts are " + told);
      terminal.print(state.rule() + ": " + told + (outOfUse ? ", out of use" : "") + "\n");
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(RulesImportVerb::isSiteFile).sorted().toList();
    }
  }

  private static boolean isSiteFile(Path path) {
    return path.toString().endsWith(".txt") && Files.isRegularFile(path);
  }
}
