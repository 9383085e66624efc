package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.learn.Lesson;
import org.coupure.learn.RuleLearner;
import org.coupure.page.Page;

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
        of several sites those of the site with the most count.
        """,
        """
        # a rule with its tests, from a folder or archive of pages
        coupure rules learn --pages stored.warc.gz -o rules/x.yaml
        # to look at
        coupure rules learn --manifest pages.jsonl
        """,
        "Exit status: 0 learned, 2 wrong use, 3 declined, with the reason.\n");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(StoredPages.pages())
        .addOption(StoredPages.manifest())
        .addOption(
            Values.option(
                "o", "out", "FILE", "write the rule here, and its pages to tests/ beside it"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    Path out = words.hasOption("out") ? Path.of(words.getOptionValue("out")) : null;
    if (out != null && !out.toString().endsWith(".yaml")) {
      throw new UsageException("--out wants a file that ends in .yaml, not \"" + out + "\".");
    }
    if (out != null && Files.exists(out)) {
      throw new UsageException(out + " is there already; see \"coupure rules health\".");
    }
    Clipper clipper = Clipper.builder().explain(true).build();
    RuleLearner learner = new RuleLearner();
    new StoredPages(terminal, null)
        .read(words, page -> learner.add(page, Defects.contained(page, clipper::clip)));
    String stem =
        out == null ? "page" : String.valueOf(out.getFileName()).replaceFirst("\\.yaml$", "");
    Lesson lesson = learner.learn(stem);
    if (lesson.yaml() == null) {
      terminal.err().println("learned nothing: " + lesson.reason());
      return FailOn.NO_RECORD;
    }
    if (out == null) {
      terminal.print(lesson.yaml());
    } else {
      write(out, stem, lesson.yaml(), lesson);
    }
    String from = "learned from " + Fields.counted(lesson.pages(), "page") + ": ";
    terminal.err().println(from + lesson.reason());
    return FailOn.OK;
  }

  private static void write(Path out, String stem, String yaml, Lesson lesson) throws IOException {
    Path tests = out.resolveSibling("tests");
    Files.createDirectories(tests);
    List<Page> pages = lesson.tests();
    for (int i = 0; i < pages.size(); i++) {
      Files.write(tests.resolve(stem + "-" + (i + 1) + ".html"), pages.get(i).bytes());
    }
    Files.writeString(out, yaml, StandardCharsets.UTF_8);
  }
}
