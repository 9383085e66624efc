package org.coupure.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.ClipListener;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.batch.DefectContainment;
import org.coupure.learn.LearnedRule;
import org.coupure.learn.RuleLearner;

/** Drafts a rule from pages. */
final class RulesNewVerb implements Verb {
  private final ClipListener listener;

  RulesNewVerb() {
    this(ClipListener.NONE);
  }

  /** Makes the verb with a listener that is told what happens to each page. */
  RulesNewVerb(ClipListener listener) {
    this.listener = listener;
  }

  @Override
  public String name() {
    return "rules new";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... URL|PAGE...",
        """
        Draft a rule for the site of some pages, from what the generic path makes of
        them and from the names that the site gives its elements. Two or three articles
        give a better draft than one; "rules learn" does the same from stored pages and
        declines where it is not sure. With --out the pages are stored beside the rule,
        as its tests.
        """,
        """
        # a rule with its tests
        coupure rules new https://example.org/a https://example.org/b -o rules/x.yaml
        # from a saved page, to look at
        coupure rules new page.html --url https://example.org/story
        """,
        "Exit status: 0 drafted, 2 wrong use, 3 no page gave a text to go by.\n");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(OptionValues.option(null, "url", "URL", "the URL that the page came from"))
        .addOption(FetchOptions.allowPrivate())
        .addOption(NewRuleFile.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().isEmpty()) {
      throw new UsageException("rules new wants a URL or a PAGE.");
    }
    NewRuleFile out = NewRuleFile.of(words, "a draft does not replace a rule.");
    Clipper clipper = Clipper.builder().explain(true).listener(listener).build();
    RuleLearner learner = new RuleLearner();
    new StoredPages(terminal, words.getOptionValue("url"))
        .read(
            words.getArgList(),
            words,
            page -> {
              ParsedPage parsed = DefectContainment.read(page, clipper);
              learner.add(parsed, DefectContainment.contained(parsed, clipper));
            });
    LearnedRule draft = learner.draft(out == null ? "page" : out.stem());
    if (draft.yaml() == null) {
      terminal.err().println(draft.reason());
      return FailOn.NO_RECORD;
    }
    if (out == null) {
      terminal.print(draft.yaml());
    } else {
      out.write(draft.yaml(), draft.tests());
      String pages = FieldListing.counted(draft.tests().size(), "page");
      terminal.err().println("wrote " + out.path() + " and " + pages);
    }
    return FailOn.OK;
  }
}
