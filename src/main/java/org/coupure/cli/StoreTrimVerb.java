package org.coupure.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.store.ArticleStore;

/** Keeps a store small. */
final class StoreTrimVerb implements Verb {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})\\s?([kmgt])b");
  private static final int STEP = 1000;

  @Override
  public String name() {
    return "store trim";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... KEEP",
        """
        Remove from the store what was captured (or else published) before a length of
        time, or the records that were written first until the rest fits into a size.
        Unlike what is forgotten, such records may come again.
        """,
        """
        # five years are enough
        coupure store trim 5y
        # the disk is small
        coupure store trim 2GB --store desk.sqlite
        """,
        "The file keeps its size and fills the room again; a backup has no unused room.\n");
  }

  @Override
  public Options options() {
    return new Options().addOption(StoreOptions.store());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    String keep = words.getArgList().size() == 1 ? words.getArgList().get(0) : "";
    Instant since = TimeOption.ago(keep, TimeOption.now());
    Matcher size = SIZE.matcher(keep.toLowerCase(Locale.ROOT));
    if (since == null && !size.matches()) {
      throw new UsageException("store trim wants a length of time such as 5y, or a size: 2GB.");
    }
    try (ArticleStore store = StoreOptions.openToWrite(words, terminal)) {
      int gone = since == null ? store.keepBytes(bytes(size)) : store.keepSince(since);
      terminal.err().println(FieldListing.counted(gone, "revision") + " removed");
    }
    return FailOn.OK;
  }

  private static long bytes(Matcher size) {
    long bytes = Long.parseLong(size.group(1));
    for (int i = 0; i <= "kmgt".indexOf(size.group(2)); i++) {
      bytes *= STEP;
    }
    return bytes;
  }
}
