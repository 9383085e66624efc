package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.batch.PageClock;
import org.coupure.batch.Runner;
import org.coupure.batch.SerialRunner;
import org.coupure.memory.SiteMemory;
import org.coupure.page.Page;
import org.coupure.source.PageSource;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.jspecify.annotations.Nullable;

/** Cleans saved input: pages, folders, archives, dumps. */
final class CleanVerb implements Verb {
  /** So few files, one page each, that starting threads would cost more than it saves. */
  private static final List<String> SINGLE_PAGES =
      List.of(".html", ".htm", ".xhtml", ".txt", ".mhtml", ".mht");

  @Override
  public String name() {
    return "clean";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... [PATH|-]...",
        """
        Clean saved pages. A PATH is a page (.html, .mhtml, .txt), a folder, an archive
        (.zip, .tar, .gz, .bz2, .xz), a crawl (.warc) or records (.jsonl); - is standard
        input. Records come out in the order of the inputs.
        """,
        """
        # a folder of dumps to a folder of clippings
        coupure clean seeds/ --out clippings/
        # many dumps of one site, without what they share
        coupure clean dumps/ --site-memory site.memory --out clippings/
        # articles only, whatever else is in the crawl
        coupure clean crawl.warc.gz --kinds article,live --out articles.jsonl
        # one page from a pipe, with the URL it came from
        cat page.html | coupure clean - --url https://example.org/story.html
        """,
        """
        Exit status: 0 all is well, 1 some inputs failed, 2 wrong use or output that
        cannot be written, 3 no text at all. A page that gives no text because it is
        empty, an error page or blocked is reported, but is no failure; see --fail-on.
        A list of other pages is written too, as outcome index-page; see --kinds.
        """);
  }

  @Override
  public Options options() {
    Options options = new Options();
    options
        .addOption(Clippers.sentencesOption())
        .addOption(
            OptionValues.option(
                "i", "input-file", "LIST", "clean what this file names, one PATH a line"))
        .addOption(
            OptionValues.option(
                null,
                "manifest",
                "FILE",
                "clean what this JSONL file names ({\"id\", \"url\", \"file\"} a line); gives one "
                    + "record a line, also without text"))
        .addOption(OptionValues.option(null, "url", "URL", "the URL that the page came from"));
    options
        .addOption(RuleFolders.option())
        .addOption(Clippers.obeyOption())
        .addOption(Clippers.leastExactOption())
        .addOption(Clippers.pageTimeOption());
    options.addOption(SiteMemoryOptions.option());
    options.addOptions(Clippers.balanceOptions());
    Run.addOutputOptions(options);
    options.addOption(
        OptionValues.flag("resume", "go on with a killed run: skip inputs with a record"));
    options.addOption(
        OptionValues.option("j", "parallel", "N", "clean so many pages at once (default: cores)"));
    Run.addConductOptions(options);
    return options;
  }

  @Override
  public Set<String> advancedOptions() {
    return Run.ADVANCED_OPTIONS;
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    return run(words, terminal, null);
  }

  int run(CommandLine words, Terminal terminal, @Nullable Function<Page, Clip> clipping)
      throws UsageException, IOException {
    boolean single = isSinglePage(words);
    int workers =
        OptionValues.whole(words, "parallel", 1, Runtime.getRuntime().availableProcessors());
    List<PageSource> sources = sources(words, terminal);
    Run run = Run.of(words, terminal, words.hasOption("manifest"), single);
    Function<Page, Clip> clipper =
        clipping == null ? clipper(words, terminal, sources, single ? 1 : workers)::clip : clipping;
    PassedOver passed = new PassedOver();
    int code;
    try (Runner<Clip> runner =
            single || workers == 1 ? new SerialRunner<>() : Run.parallel(workers);
        PageClock clock = Clippers.clock(words)) {
      code =
          run.carryOn(
              runner,
              recorded ->
                  queue -> {
                    for (PageSource source : sources) {
                      source.read(new PageIntake(queue, clipper, clock, passed, recorded));
                    }
                  },
              () -> total(words));
    }
    if (!words.hasOption("quiet")) {
      passed.lines().forEach(terminal.err()::println);
      for (String operand : words.getArgList()) {
        if (!operand.equals("-") && isEmptyFolder(operand)) {
          terminal.err().println(Printable.of(operand) + ": the folder holds no files");
        }
      }
    }
    return code;
  }

  private static boolean isEmptyFolder(String operand) throws IOException {
    Path folder;
    try {
      folder = Path.of(operand);
    } catch (InvalidPathException pattern) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static Clipper clipper(
      CommandLine words, Terminal terminal, List<PageSource> sources, int workers)
      throws UsageException, IOException {
    SiteMemory memory = SiteMemoryOptions.of(words, sources, workers);
    return Clippers.of(words, words.hasOption("explain"), memory, Clippers.rules(words, terminal));
  }

  /** Returns how many pages a manifest names when there is nothing else; 0 otherwise. */
  private static long total(CommandLine words) throws IOException {
    String manifest = words.getOptionValue("manifest", "-");
    boolean known =
        words.getArgList().isEmpty() && !words.hasOption("input-file") && isFile(manifest);
    if (!known) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(Path.of(manifest), StandardCharsets.ISO_8859_1)) {
      return lines.filter(line -> !line.isBlank()).count();
    }
  }

  private static List<PageSource> sources(CommandLine words, Terminal terminal)
      throws UsageException {
    List<String> operands = words.getArgList();
    String url = words.getOptionValue("url");
    if (url != null && (operands.size() != 1 || words.hasOption("input-file"))) {
      throw new UsageException("--url is the URL of one page, so it wants exactly one PATH.");
    }
    if (url != null && Files.isDirectory(Path.of(operands.get(0)))) {
      throw new UsageException(
          "--url is the URL of one page, but " + operands.get(0) + " is a folder.");
    }
    SourceOptions options = SourceOptions.of(Clipper.VERSION).withUrl(url);
    List<PageSource> sources = new ArrayList<>();
    if (!operands.isEmpty()) {
      sources.add(Sources.of(operands, terminal.in(), options));
    }
    if (words.hasOption("input-file")) {
      sources.add(Sources.list(words.getOptionValue("input-file"), terminal.in(), options));
    }
    if (words.hasOption("manifest")) {
      sources.add(Sources.manifest(words.getOptionValue("manifest"), terminal.in(), options));
    }
    if (sources.isEmpty()) {
      throw new UsageException("nothing to clean: name a PATH, or - for standard input.");
    }
    return sources;
  }

  private static boolean isSinglePage(CommandLine words) {
    List<String> operands = words.getArgList();
    if (operands.size() != 1 || words.hasOption("input-file") || words.hasOption("manifest")) {
      return false;
    }
    String name = operands.get(0).toLowerCase(Locale.ROOT);
    return SINGLE_PAGES.stream().anyMatch(name::endsWith) && isFile(operands.get(0));
  }

  private static boolean isFile(String path) {
    try {
      return Files.isRegularFile(Path.of(path));
    } catch (InvalidPathException ignored) { // The source says what is wrong with it.
      return false;
    }
  }
}
