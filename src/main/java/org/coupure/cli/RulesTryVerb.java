package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Clip;
import org.coupure.batch.DefectContainment;
import org.coupure.learn.Comparison;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.coupure.verdict.VerdictSentences;

/** Shows what a rule would change on pages. */
final class RulesTryVerb implements Verb {
  @Override
  public String name() {
    return "rules try";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... RULE PAGE...",
        """
        Clip pages without a rule and with it, and show each block and field on which
        the two differ. RULE is a file or a folder; it goes before the rules that a run
        would find. A PAGE is a file, a folder, an archive or a URL. A saved page
        has to know its URL, or be told by --url, for a site's rule to fit it.
        """,
        """
        # what would my draft do?
        coupure rules try draft.yaml page.html --url https://example.org/story
        # the same as a page for the browser
        coupure rules try draft.yaml https://example.org/story --html report.html
        """,
        """
        Exit status: 0 the rule was tried, 1 a page could not be read or the rule breaks
        a promise, 2 wrong use or mistakes in rules, 3 no page.
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(OptionValues.option(null, "url", "URL", "the URL that the page came from"))
        .addOption(
            OptionValues.option(
                null, "html", "FILE", "write a report on the first page for the browser"))
        .addOption(RuleFolders.option())
        .addOption(FetchOptions.allowPrivate())
        .addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<String> operands = words.getArgList();
    if (operands.size() < 2) {
      throw new UsageException("rules try wants a RULE and at least one PAGE.");
    }
    List<Path> folders = RuleFolders.of(words, terminal.environment());
    List<Path> withRule = new ArrayList<>(folders);
    withRule.add(0, Path.of(operands.get(0)));
    Trial trial = new Trial(RuleFolders.load(folders), RuleFolders.load(withRule), terminal, words);
    StoredPages pages = new StoredPages(terminal, words.getOptionValue("url"));
    pages.read(operands.subList(1, operands.size()), words, trial::take);
    if (trial.count == 0) {
      return FailOn.NO_RECORD;
    }
    return pages.failed() > 0 || trial.bad > 0 ? FailOn.SOME_FAILED : FailOn.OK;
  }

  private static final class Trial {
    private static final VerdictSentences SENTENCES = VerdictSentences.in("en");

    private final Clipper without;
    private final Clipper with;
    private final RuleBook book;
    private final Terminal terminal;
    private final ChangeText text;
    private final String html;
    private int count;
    private int bad;

    Trial(RuleBook without, RuleBook with, Terminal terminal, CommandLine words)
        throws UsageException {
      this.without = clipper(without);
      this.with = clipper(with);
      this.book = with;
      this.terminal = terminal;
      this.html = words.getOptionValue("html", "");
      String color = words.getOptionValue("color", "auto");
      Palette palette = Palette.of(color, terminal.outShown(), terminal.environment());
      this.text = new ChangeText(palette, terminal.columns());
    }

    private static Clipper clipper(RuleBook rules) {
      return Clipper.builder().rules(rules).explain(true).sentences(SENTENCES).build();
    }

    void take(Page page) throws IOException {
      ParsedPage parsed = DefectContainment.read(page, with);
      Clip before = DefectContainment.contained(parsed, without);
      Clip after = DefectContainment.contained(parsed, with);
      Comparison comparison = Comparison.of(before, after);
      terminal.print(text.blocks(comparison));
      if (!fits(after)) {
        String url = page.url() == null ? "has no URL; give it one with --url" : page.url();
        terminal.err().println("the rule does not fit " + page.source() + ": it " + about(url));
        bad++;
      } else if (after.outcome() == org.coupure.article.Outcome.RULE_MISS) {
        bad++;
      }
      if (count == 0 && !html.isEmpty() && after.article() != null) {
        Files.write(
            Path.of(html),
            ExplainPage.of(after, comparison, SENTENCES).getBytes(StandardCharsets.UTF_8));
      }
      count++;
    }

    private static String about(String url) {
      return url.startsWith("has ") ? url : "came from " + url;
    }

    /** Whether a rule of the tried folder decided something or should have. */
    private boolean fits(Clip clip) {
      String rule = clip.article() == null ? null : clip.article().provenance().rule();
      return book.rules(0).stream().anyMatch(tried -> tried.name().equals(rule));
    }
  }
}
