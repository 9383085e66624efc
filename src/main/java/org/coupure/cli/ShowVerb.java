package org.coupure.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.article.Article;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.store.ArticleStore;
import org.coupure.store.StoredRecord;

/** Shows a record of a store. */
final class ShowVerb implements Verb {
  private static final int LEFT = 13;

  @Override
  public String name() {
    return "show";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... ID|URL",
        """
        Show a record of the store to read it, or in any format. The first characters
        of an id are enough.
        """,
        """
        # read it
        coupure show 654e187a07bd | less
        # the record itself
        coupure show https://example.org/story.html --format json
        """,
        "Exit status: 0 it is there, 2 wrong use, 3 it is not.\n");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(StoreOptions.store())
        .addOption(
            OptionValues.option(
                "f", "format", "FORMAT", "jsonl, json, txt, md or csv; by default to be read"))
        .addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().size() != 1) {
      throw new UsageException("show wants one ID or URL.");
    }
    String wanted = words.getArgList().get(0);
    try (ArticleStore store = StoreOptions.openToRead(words)) {
      Optional<StoredRecord> found = store.find(wanted);
      if (found.isEmpty()) {
        terminal.err().println("coupure: the store has no record of " + wanted);
        return FailOn.NO_RECORD;
      }
      if (words.hasOption("format")) {
        Destination to = Destination.of(null, words.getOptionValue("format"), terminal, true);
        try (ArticleSink sink = to.open(SinkOptions.of(terminal.out()))) {
          sink.accept(found.get().clip());
        }
      } else {
        Palette palette =
            Palette.of(
                words.getOptionValue("color", "auto"), terminal.outShown(), terminal.environment());
        terminal.print(text(found.get(), palette, terminal.columns()));
      }
      return FailOn.OK;
    }
  }

  private static String text(StoredRecord record, Palette palette, int columns) {
    Article article = record.article();
    StringBuilder text = new StringBuilder();
    List<FieldListing.Field> fields = FieldListing.of(record.clip(), article);
    for (FieldListing.Field field : fields) {
      String name = field.name() + " ".repeat(Math.max(1, LEFT - field.name().length()));
      String value = Wrapping.wrap(Printable.of(field.value()), columns - LEFT, " ".repeat(LEFT));
      boolean title = field.name().equals("title");
      text.append(palette.dim(name)).append(title ? palette.bold(value) : value).append('\n');
    }
    for (Passage passage : article.body()) {
      text.append('\n').append(passage(passage, palette, columns)).append('\n');
    }
    return text.toString();
  }

  private static String passage(Passage passage, Palette palette, int columns) {
    if (passage.kind() == PassageKind.CODE) {
      return passage.text().lines().map(Printable::of).reduce((a, b) -> a + "\n" + b).orElse("");
    }
    String sign = passage.kind() == PassageKind.LIST_ITEM ? "- " : "";
    String indent = " ".repeat(sign.length());
    String lines = Wrapping.wrap(Printable.of(passage.text()), columns - sign.length(), indent);
    return sign + (passage.kind() == PassageKind.HEADING ? palette.bold(lines) : lines);
  }
}
