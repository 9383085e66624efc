package org.coupure.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Shows help about Coupure or about one verb. */
final class HelpVerb implements Verb {
  private static final String OVERVIEW =
      """
      Usage: coupure VERB [OPTION]... [PATH|URL]...

      Press clippings: web pages and dumps in, clean article records out.

      Verbs:
        clean     clean saved pages, folders, archives and dumps
        fetch     fetch pages from the web and clean them
        init      write a first configuration: three questions, or OPML, or sites
        run       visit the sources of a configuration once, and deliver what is new
        watch     stay up and visit them whenever they are due
        status    show how the sources of a configuration stand
        explain   show for one page what was kept, what was dropped, and why
        search    find records in the store: coupure search "syrie AND moscou"
        show      show a record of the store
        changes   show what changed in an article since it was first seen
        query     try a query on pages and records, and see why it finds them or not
        review    make a page to read of what was found: by subject, each story once
        store     keep the store: import, export, stats, forget …: coupure help store
        rules     write, check and try the rules of sites: coupure help rules
        serve     show pages, verdicts and rules in the browser; serve other programs
        schema    print the JSON Schema of the records
        help      show this page, or a verb's: coupure help clean
        version   print the versions of Coupure, its records and Java

      Examples:
        # a folder of dumps to a folder of clippings
        coupure clean seeds/ --out clippings/
        # a page from the web as a JSON record
        coupure fetch https://example.org/story.html

      Records go to standard output or to --out; all else goes to standard error.
      """;

  private final VerbTable verbs;
  private final Supplier<List<Verb>> all;

  /**
   * @param verbs finds the verb whose page is asked for; a parameter, so that this class does not
   *     depend on the verbs
   * @param all gives all verbs
   */
  HelpVerb(VerbTable verbs, Supplier<List<Verb>> all) {
    this.verbs = verbs;
    this.all = all;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... [VERB]",
        "Show what Coupure does, or what a verb does.\n",
        """
        coupure help
        coupure help clean
        # all options, also those that few need
        coupure help clean --all
        # verbs and options by the tab key
        source <(coupure help --completion bash)
        """,
        "");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(OptionValues.flag("all", "explain all options of the verb, also advanced ones"))
        .addOption(OptionValues.flag("man", "print the page as a manual page, for man"))
        .addOption(
            OptionValues.option(
                null, "completion", "SHELL", "print what completes commands in bash, zsh or fish"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<String> names = words.getArgList();
    if ((names.size() > 1 && !List.of("rules", "store").contains(names.get(0)))
        || names.size() > 2) {
      throw new UsageException("help explains one verb at a time.");
    }
    if (words.hasOption("completion")) {
      terminal.print(Completion.of(words.getOptionValue("completion"), all.get()));
      return FailOn.OK;
    }
    if (words.hasOption("man")) {
      terminal.print(
          names.isEmpty()
              ? ManPage.overview(OVERVIEW, all.get())
              : ManPage.of(verbs.named(String.join(" ", names))));
      return FailOn.OK;
    }
    terminal.print(names.isEmpty() ? OVERVIEW : page(words, verbs.named(String.join(" ", names))));
    return FailOn.OK;
  }

  private static String page(CommandLine words, Verb verb) {
    return words.hasOption("all") ? HelpPage.complete(verb) : HelpPage.of(verb);
  }

  static String overview() {
    return OVERVIEW;
  }

  /** The verbs by name. */
  @FunctionalInterface
  interface VerbTable {
    /**
     * Returns the verb called {@code name}; a verb behind {@code rules} is called "rules lint".
     *
     * @throws UsageException when there is none
     */
    Verb named(String name) throws UsageException;
  }
}
