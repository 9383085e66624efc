package org.coupure.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.store.ArticleStore;

/** Looks for damage in a store. */
final class StoreCheckVerb implements Verb {
  @Override
  public String name() {
    return "store check";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]...",
        """
        Look for damage: in the file, in the index, in each record. A file that an
        earlier version wrote is brought up to date. Others may use the store meanwhile.
        """,
        """
        # is it whole?
        coupure store check
        # make the index anew
        coupure store check --repair --store articles.sqlite
        """,
        "Exit status: 0 all is well, 1 there is damage, 2 wrong use.\n");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(StoreOptions.store())
        .addOption(OptionValues.flag("repair", "make the index anew from the records first"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (!words.getArgList().isEmpty()) {
      throw new UsageException("store check takes options only; name the file with --store.");
    }
    try (ArticleStore store = StoreOptions.openToWrite(words, terminal)) {
      if (words.hasOption("repair")) {
        store.repair();
      }
      List<String> faults = store.check();
      faults.forEach(fault -> terminal.err().println("coupure: " + Printable.of(fault)));
      terminal.err().println(StoreOptions.file(words) + (faults.isEmpty() ? ": all is well" : ""));
      return faults.isEmpty() ? FailOn.OK : FailOn.SOME_FAILED;
    }
  }
}
