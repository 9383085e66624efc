package org.coupure.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.store.ArticleStore;

/** Removes records from a store for good. */
final class StoreForgetVerb implements Verb {
  @Override
  public String name() {
    return "store forget";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... ID|URL...",
        """
        Remove records with all their revisions from the store, also from its index and
        the unused parts of the file. They do not come back: a hash of their ids and
        URLs is kept, and what has it is not written again. Other outputs, archives and
        backups are files of their own, and stay.
        """,
        """
        # somebody asked to be forgotten
        coupure store forget https://example.org/story.html
        # in a .sqlite output
        coupure store forget 654e187a07bd --store articles.sqlite
        """,
        "Exit status: 0 it is gone, 2 wrong use, 3 it was not there (and will not come).\n");
  }

  @Override
  public Options options() {
    return new Options().addOption(StoreOptions.store());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().isEmpty()) {
      throw new UsageException("store forget wants an ID or URL.");
    }
    int all = 0;
    try (ArticleStore store = StoreOptions.openToWrite(words, terminal)) {
      for (String wanted : words.getArgList()) {
        int gone = store.forget(wanted);
        all += gone;
        terminal.err().println(Printable.of(wanted) + ": " + counted(gone));
      }
    }
    return all == 0 ? FailOn.NO_RECORD : FailOn.OK;
  }

  private static String counted(int gone) {
    return gone == 0 ? "was not there" : FieldListing.counted(gone, "revision") + " removed";
  }
}
