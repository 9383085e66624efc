package org.coupure.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.store.ArticleStore;
import org.coupure.store.StoredRecord;

/** Shows how an article changed from revision to revision. */
final class ChangesVerb implements Verb {
  @Override
  public String name() {
    return "changes";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... ID|URL",
        """
        Show what changed in an article from one revision in the store to the next,
        with the words marked: [-gone-] and {+new+}, or by colour on a terminal. A
        revision with a new headline over the same text is told apart.
        """,
        """
        # what did they change?
        coupure changes https://example.org/story.html
        # in another store, paged with colours
        coupure changes 654e187a07bd --store desk.sqlite --color always | less -R
        """,
        "Exit status: 0 there are changes, 1 there are none, 2 wrong use, 3 no record.\n");
  }

  @Override
  public Options options() {
    return new Options().addOption(StoreOptions.store()).addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().size() != 1) {
      throw new UsageException("changes wants one ID or URL.");
    }
    String wanted = words.getArgList().get(0);
    try (ArticleStore store = StoreOptions.openToRead(words)) {
      List<StoredRecord> revisions = store.revisions(wanted);
      if (revisions.isEmpty()) {
        terminal.err().println("coupure: the store has no record of " + wanted);
        return FailOn.NO_RECORD;
      }
      Palette palette =
          Palette.of(
              words.getOptionValue("color", "auto"), terminal.outShown(), terminal.environment());
      RevisionText text = new RevisionText(palette, terminal.columns());
      terminal.print(text.first(revisions.get(0), revisions.size()));
      for (int i = 1; i < revisions.size(); i++) {
        terminal.print(text.change(i + 1, revisions.get(i - 1), revisions.get(i)));
      }
      return revisions.size() > 1 ? FailOn.OK : FailOn.SOME_FAILED;
    }
  }
}
