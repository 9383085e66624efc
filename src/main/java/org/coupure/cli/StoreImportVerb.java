package org.coupure.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.store.ArticleStore;

/** Puts records of JSON Lines into a store. */
final class StoreImportVerb implements Verb {
  /** At most so many records are lost when the process is killed; importing again adds them. */
  private static final int BATCH = 500;

  @Override
  public String name() {
    return "store import";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... PATH|-...",
        """
        Put the records of JSON Lines (.jsonl, .jsonl.gz, or - for standard input) into
        the store, which is made when it is missing. A record that is there already
        changes nothing; one of a known id with another text becomes a revision.
        """,
        """
        # a store of what was clipped so far
        coupure store import articles.jsonl --store desk.sqlite
        # pages straight into the store
        coupure clean pages/ -f jsonl | coupure store import -
        """,
        "Exit status: 0 all is well, 1 some lines are no records, 2 wrong use.\n");
  }

  @Override
  public Options options() {
    return new Options().addOption(StoreOptions.store());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().isEmpty()) {
      throw new UsageException("store import wants a PATH, or - for standard input.");
    }
    try (ArticleStore store =
        ArticleStore.open(
            StoreOptions.file(words), notice -> terminal.err().println("coupure: " + notice))) {
      Import counts = new Import(store, terminal);
      for (String operand : words.getArgList()) {
        RecordLines.read(operand, terminal, (line, number) -> counts.add(operand, line, number));
      }
      store.commit();
      return counts.end();
    }
  }

  /** Counts what is imported. */
  private static final class Import {
    private final ArticleStore store;
    private final Terminal terminal;
    private long all;
    private long added;
    private long refused;

    Import(ArticleStore store, Terminal terminal) {
      this.store = store;
      this.terminal = terminal;
    }

    void add(String operand, byte[] line, long number) throws IOException {
      all++;
      try {
        added += store.add(line) ? 1 : 0;
      } catch (IllegalArgumentException e) {
        refused++;
        terminal
            .err()
            .println(Printable.of("coupure: " + operand + ":" + number + ": " + e.getMessage()));
      }
      if (all % BATCH == 0) {
        store.commit();
      }
    }

    int end() {
      terminal
          .err()
          .println(
              FieldListing.counted(all, "line")
                  + ": "
                  + Tally.grouped(added)
                  + " new or changed, "
                  + Tally.grouped(all - added - refused)
                  + " there already or to be forgotten, "
                  + Tally.grouped(refused)
                  + " refused");
      return refused > 0 ? FailOn.SOME_FAILED : FailOn.OK;
    }
  }
}
