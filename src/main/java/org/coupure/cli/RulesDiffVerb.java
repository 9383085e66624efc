package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Clip;
import org.coupure.batch.DefectContainment;
import org.coupure.learn.Comparison;
import org.coupure.page.Page;

/** Shows what a change of rules does to stored pages. */
final class RulesDiffVerb implements Verb {
  /** More pages than a person reads are counted, not shown. */
  private static final int SHOWN = 20;

  @Override
  public String name() {
    return "rules diff";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... OLD NEW --pages PATH | --manifest FILE",
        """
        Clip stored pages with two folders of rules and show how texts and fields
        differ, page by page; then how many pages changed, how many words came and went,
        and what each rule missed. The rules packed in stand behind both.
        """,
        """
        # what did my changes do?
        coupure rules diff rules-before/ rules/ --pages stored/
        # only the figures
        coupure rules diff rules-before/ rules/ --pages stored.warc.gz --show 0
        """,
        """
        Exit status: 0 nothing changed, 1 something did, 2 wrong use or mistakes in
        rules, 3 no page, 4 the new rules miss on more pages than the old ones.
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            OptionValues.option(
                null, "pages", "PATH", "the stored pages: a file, folder or archive"))
        .addOption(StoredPages.manifest())
        .addOption(OptionValues.option(null, "url", "URL", "the URL of a page that names none"))
        .addOption(
            OptionValues.option(null, "show", "N", "show so many changed pages (default: 20)"))
        .addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<String> operands = words.getArgList();
    if (operands.size() != 2 || !(words.hasOption("pages") || words.hasOption("manifest"))) {
      throw new UsageException("rules diff wants OLD, NEW and --pages PATH or --manifest FILE.");
    }
    Changes changes =
        new Changes(
            clipper(operands.get(0)),
            clipper(operands.get(1)),
            terminal,
            OptionValues.whole(words, "show", 0, SHOWN),
            Palette.of(
                words.getOptionValue("color", "auto"),
                terminal.outShown(),
                terminal.environment()));
    new StoredPages(terminal, words.getOptionValue("url")).readNamed(words, changes::take);
    return changes.end();
  }

  private static Clipper clipper(String folder) throws UsageException, IOException {
    return Clipper.builder().rules(RuleFolders.load(List.of(Path.of(folder)))).build();
  }

  private static final class Changes {
    private final Clipper before;
    private final Clipper after;
    private final Terminal terminal;
    private final int show;
    private final ChangeText text;
    private final Tally old = new Tally();
    private final Tally now = new Tally();
    private long changed;
    private long words;
    private long oldWords;

    Changes(Clipper before, Clipper after, Terminal terminal, int show, Palette palette) {
      this.before = before;
      this.after = after;
      this.terminal = terminal;
      this.show = show;
      this.text = new ChangeText(palette, terminal.columns());
    }

    void take(Page page) throws IOException {
      ParsedPage parsed = DefectContainment.read(page, after);
      Clip one = DefectContainment.contained(parsed, before);
      Clip other = DefectContainment.contained(parsed, after);
      old.add(one);
      now.add(other);
      Comparison comparison = Comparison.of(one, other);
      oldWords += comparison.wordsBefore();
      words += comparison.wordsAfter();
      if (!comparison.isSame()) {
        changed++;
        if (changed <= show) {
          terminal.print(text.text(comparison));
        }
      }
    }

    int end() throws IOException {
      StringBuilder end = new StringBuilder();
      end.append(Tally.grouped(changed)).append(" of ");
      end.append(FieldListing.counted(now.all(), "page")).append(" changed; ");
      end.append(Tally.grouped(oldWords)).append(" words before, ");
      end.append(Tally.grouped(words)).append(" after\n");
      old.ruleLines().forEach(line -> end.append("before: ").append(line).append('\n'));
      now.ruleLines().forEach(line -> end.append("after: ").append(line).append('\n'));
      terminal.print(end.toString());
      if (now.all() == 0) {
        return FailOn.NO_RECORD;
      }
      if (now.ruleMisses() > old.ruleMisses()) {
        return FailOn.RULE_HEALTH;
      }
      return changed > 0 ? FailOn.SOME_FAILED : FailOn.OK;
    }
  }
}
