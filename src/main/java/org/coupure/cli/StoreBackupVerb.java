package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.store.ArticleStore;

/** Copies a store. */
final class StoreBackupVerb implements Verb {
  @Override
  public String name() {
    return "store backup";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... FILE",
        """
        Copy the store to a FILE that is not there yet, while others read and write it,
        and check the copy. The copy has no unused room.
        """,
        """
        # every Monday
        coupure store backup monday.sqlite
        # what the copy holds
        coupure store stats --store monday.sqlite
        """,
        "Exit status: 0 the copy is whole, 1 it is damaged, 2 wrong use or no room.\n");
  }

  @Override
  public Options options() {
    return new Options().addOption(StoreOptions.store());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().size() != 1) {
      throw new UsageException("store backup wants the FILE to write.");
    }
    Path copy = Path.of(words.getArgList().get(0));
    try (ArticleStore store = StoreOptions.openToRead(words)) {
      store.backup(copy);
    }
    try (ArticleStore store = ArticleStore.openToRead(copy)) {
      List<String> faults = store.check();
      faults.forEach(fault -> terminal.err().println("coupure: " + Printable.of(fault)));
      terminal.err().println(copy + ": " + Tally.grouped(Files.size(copy) / 1024) + " KiB written");
      return faults.isEmpty() ? FailOn.OK : FailOn.SOME_FAILED;
    }
  }
}
