package org.coupure.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Passage;
import org.coupure.page.Page;
import org.coupure.rules.RuleSketch;
import org.jspecify.annotations.Nullable;

/** Drafts a rule from pages. */
final class RulesNewVerb implements Verb {
  /** Enough words of a passage to be found only there. */
  private static final int WORDS = 8;

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
        give a better draft than one. With --out the pages are stored beside the rule,
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
        .addOption(Values.option(null, "url", "URL", "the address that the page came from"))
        .addOption(FetchOptions.allowPrivate())
        .addOption(NewRuleFile.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().isEmpty()) {
      throw new UsageException("rules new wants a URL or a PAGE.");
    }
    NewRuleFile out = NewRuleFile.of(words, "a draft does not replace a rule.");
    Draft draft = new Draft();
    StoredPages pages = new StoredPages(terminal, words.getOptionValue("url"));
    pages.read(words.getArgList(), words, draft::take);
    if (draft.pages.isEmpty()) {
      terminal.err().println("no page gave a text to go by");
      return FailOn.NO_RECORD;
    }
    if (out == null) {
      terminal.print(draft.sketch.yaml());
    } else {
      draft.write(out);
      terminal
          .err()
          .println("wrote " + out.path() + " and " + Fields.counted(draft.pages.size(), "page"));
    }
    return FailOn.OK;
  }

  private static final class Draft {
    private final Clipper clipper = Clipper.builder().explain(true).build();
    private final RuleSketch sketch = new RuleSketch();
    private final List<Page> pages = new ArrayList<>();
    private final List<Clip> clips = new ArrayList<>();

    void take(Page page) {
      Clip clip = Defects.contained(page, clipper::clip);
      if (sketch.add(page, clip)) {
        pages.add(page);
        clips.add(clip);
      }
    }

    void write(NewRuleFile out) throws IOException {
      StringBuilder yaml = new StringBuilder(sketch.yaml()).append("tests:\n");
      for (int i = 0; i < pages.size(); i++) {
        test(yaml, out.page(i + 1), pages.get(i), clips.get(i));
      }
      out.write(yaml.toString(), pages);
    }

    private static void test(StringBuilder yaml, String name, Page page, Clip clip) {
      yaml.append("  - page: ").append(quoted(name)).append('\n');
      line(yaml, "url", page.url());
      line(yaml, "captured", page.captured() == null ? null : page.captured().toString());
      if (clip.article() != null) {
        line(yaml, "title", clip.article().headline().title());
        line(yaml, "contains", beginning(clip.article().body()));
      }
    }

    private static void line(StringBuilder yaml, String key, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        yaml.append("    ").append(key).append(": ").append(quoted(value)).append('\n');
      }
    }

    private static String quoted(String value) {
      return "'" + value.strip().replace("'", "''") + "'";
    }

    /** Returns the first words of the longest passage. */
    private static String beginning(List<Passage> body) {
      String longest = "";
      for (Passage passage : body) {
        longest = passage.text().length() > longest.length() ? passage.text() : longest;
      }
      int end = 0;
      for (int i = 0; i < WORDS && end >= 0; i++) {
        end = longest.indexOf(' ', end + 1);
      }
      return end < 0 ? longest : longest.substring(0, end);
    }
  }
}
