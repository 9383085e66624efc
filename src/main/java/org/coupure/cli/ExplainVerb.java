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
import org.coupure.article.Clip;
import org.coupure.batch.DefectContainment;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Request;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.coupure.source.PageConsumer;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.coupure.verdict.VerdictSentences;

/** Shows for one page what was kept, what was dropped, and why. */
final class ExplainVerb implements Verb {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... PATH|URL|-",
        """
        Show every block of a page with the verdict on it and the reason, then every
        field with its evidence. A PATH that holds several pages shows the first.
        """,
        """
        # why is this line missing?
        coupure explain page.html | less -R
        # the same as a page for the browser
        coupure explain page.html --html report.html
        """,
        "");
  }

  @Override
  public Options options() {
    Options options = new Options();
    options
        .addOption(OptionValues.option(null, "url", "URL", "the URL that the page came from"))
        .addOption(RuleFolders.option())
        .addOption(SiteMemoryOptions.knownOption())
        .addOptions(Clippers.balanceOptions())
        .addOption(
            OptionValues.option(
                null, "html", "FILE", "write a report for the browser to this file"))
        .addOption(Clippers.sentencesOption())
        .addOption(OptionValues.flag("raw", "show the model's numbers in place of sentences"))
        .addOption(Palette.option());
    FetchOptions.addTo(options);
    return options;
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().size() != 1) {
      throw new UsageException("explain wants exactly one PATH or URL.");
    }
    String color = words.getOptionValue("color", "auto");
    Palette palette = Palette.of(color, terminal.outShown(), terminal.environment());
    Clip clip = clip(words, terminal);
    if (clip.article() == null) {
      terminal.err().println(RunMessages.line(clip, palette));
      return FailOn.NO_RECORD;
    }
    if (words.hasOption("html")) {
      VerdictSentences sentences = VerdictSentences.in(words.getOptionValue("sentences", "en"));
      write(Path.of(words.getOptionValue("html")), ExplainPage.of(clip, null, sentences));
    } else {
      terminal.print(new ExplainText(palette, terminal.columns()).of(clip));
    }
    return clip.hasText() ? FailOn.OK : FailOn.NO_RECORD;
  }

  private static Clip clip(CommandLine words, Terminal terminal)
      throws IOException, UsageException {
    String operand = words.getArgList().get(0);
    String url = words.getOptionValue("url");
    RuleBook rules = Clippers.rules(words, terminal);
    Clipper clipper = Clippers.explaining(words, SiteMemoryOptions.known(words), rules);
    if (operand.startsWith("http://") || operand.startsWith("https://")) {
      return fetched(operand, clipper, rules, words, terminal);
    }
    SourceOptions options = SourceOptions.of(Clipper.VERSION).withUrl(url);
    First first = new First(clipper);
    Sources.of(List.of(operand), terminal.in(), options).read(first);
    if (first.clips.isEmpty()) {
      throw new UsageException("there is no page in " + operand + ".");
    }
    return first.clips.get(0);
  }

  private static Clip fetched(
      String url, Clipper clipper, RuleBook rules, CommandLine words, Terminal terminal)
      throws UsageException, IOException {
    try (PoliteFetcher fetcher = FetchOptions.fetcher(words, terminal, true, rules)) {
      Request request = FetchOptions.request(url, FetchOptions.headers(words), rules);
      Fetched fetched = fetcher.fetch(request);
      if (fetched instanceof Fetched.Answered answered) {
        return DefectContainment.contained(answered.page(), clipper::clip);
      }
      if (fetched instanceof Fetched.Refused refused) {
        return refused.clip();
      }
      throw new IllegalStateException("nothing says \"unchanged\" to who knows no earlier version");
    }
  }

  private static void write(Path file, String report) throws IOException {
    try {
      Files.write(file, report.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + e, e);
    }
  }

  /** Takes the first page of a source. */
  private static final class First implements PageConsumer {
    private final List<Clip> clips = new ArrayList<>();
    private final Clipper clipper;

    First(Clipper clipper) {
      this.clipper = clipper;
    }

    @Override
    public boolean page(Page page) {
      return failed(DefectContainment.contained(page, clipper::clip));
    }

    @Override
    public boolean failed(Clip clip) {
      clips.add(clip);
      return false;
    }
  }
}
