package org.coupure.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.coupure.source.PageConsumer;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.jspecify.annotations.Nullable;

/** Reads the pages of operands, which are files or URLs, one by one. */
final class StoredPages {
  /** Takes a page; throws when something can't be written. */
  interface Taker {
    void take(Page page) throws IOException;
  }

  private final Terminal terminal;
  private final @Nullable String url;
  private int failed;
  private @Nullable IOException broken;

  /** Makes a reader of pages; {@code url} is the URL of a page that has none, or null. */
  StoredPages(Terminal terminal, @Nullable String url) {
    this.terminal = terminal;
    this.url = url;
  }

  /** Returns how many operands gave no page; the reasons were printed. */
  int failed() {
    return failed;
  }

  static Option pages() {
    return OptionValues.option(
        null, "pages", "PATH", "the stored pages: a file, folder or archive");
  }

  static Option manifest() {
    return OptionValues.option(null, "manifest", "FILE", "a list of stored pages with their URLs");
  }

  /** Reads the pages that {@code --pages} and {@code --manifest} name. */
  void read(CommandLine words, Taker taker) throws IOException, UsageException {
    if (!words.getArgList().isEmpty()) {
      throw new UsageException(
          "pages are named by --pages PATH, not \"" + words.getArgList().get(0) + "\".");
    }
    if (!words.hasOption("pages") && !words.hasOption("manifest")) {
      throw new UsageException("--pages PATH or --manifest FILE must say where the pages are.");
    }
    readNamed(words, taker);
  }

  /** Reads the same for a verb that has checked that one of the options is given. */
  void readNamed(CommandLine words, Taker taker) throws IOException, UsageException {
    if (words.hasOption("pages")) {
      read(List.of(words.getOptionValue("pages")), words, taker);
    }
    if (words.hasOption("manifest")) {
      manifest(words.getOptionValue("manifest"), taker);
    }
    if (broken != null) {
      throw broken;
    }
  }

  private void manifest(String file, Taker taker) throws IOException {
    SourceOptions options = SourceOptions.of(Clipper.VERSION).withUrl(url);
    Sources.manifest(file, terminal.in(), options).read(new Pages(taker));
  }

  /** Returns the manifest that {@code fetch --save} wrote beside its pages, with their URLs. */
  private static Optional<Path> index(String operand) throws IOException {
    Path index = Path.of(operand).resolve("index.jsonl");
    if (!Files.isRegularFile(index)) {
      return Optional.empty();
    }
    // Only ASCII is searched for, so bytes of any charset work.
    try (BufferedReader lines = Files.newBufferedReader(index, StandardCharsets.ISO_8859_1)) {
      String first = String.valueOf(lines.readLine());
      boolean manifest = first.contains("\"file\":") && first.contains("\"url\":");
      return manifest ? Optional.of(index) : Optional.empty();
    }
  }

  void read(List<String> operands, CommandLine words, Taker taker)
      throws IOException, UsageException {
    for (String operand : operands) {
      boolean isUrl = operand.startsWith("http://") || operand.startsWith("https://");
      Optional<Path> index = isUrl ? Optional.empty() : index(operand);
      if (isUrl) {
        fetch(operand, words, taker);
      } else if (index.isPresent()) {
        manifest(index.get().toString(), taker);
      } else {
        SourceOptions options = SourceOptions.of(Clipper.VERSION).withUrl(url);
        Sources.of(List.of(operand), terminal.in(), options).read(new Pages(taker));
      }
      if (broken != null) {
        throw broken;
      }
    }
  }

  private void fetch(String url, CommandLine words, Taker taker)
      throws IOException, UsageException {
    RuleBook rules = Clippers.rules(words, terminal);
    try (PoliteFetcher fetcher = FetchOptions.fetcher(words, terminal, true, rules)) {
      Fetched fetched = fetcher.fetch(FetchOptions.request(url, Map.of(), rules));
      if (fetched instanceof Fetched.Answered answered) {
        taker.take(answered.page());
      } else if (fetched instanceof Fetched.Refused refused) {
        say(refused.clip());
      }
    }
  }

  private void say(Clip clip) {
    failed++;
    terminal.err().println(RunMessages.line(clip, new Palette(false)));
  }

  private final class Pages implements PageConsumer {
    private final Taker taker;

    Pages(Taker taker) {
      this.taker = taker;
    }

    @Override
    public boolean page(Page page) {
      try {
        taker.take(page);
        return true;
      } catch (IOException e) {
        broken = e;
        return false;
      }
    }

    @Override
    public boolean failed(Clip clip) {
      say(clip);
      return true;
    }
  }
}
