package org.coupure.cli;

import java.io.IOException;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.batch.DefectContainment;
import org.coupure.learn.Comparison;
import org.coupure.page.Page;
import org.coupure.record.RecordWriter;
import org.coupure.store.ArticleStore;
import org.coupure.store.StoredRecord;
import org.jspecify.annotations.Nullable;

/** Cleans stored pages again and compares with the store. */
final class StoreReclipVerb implements Verb {
  /** More pages than a person reads are counted, not shown. */
  private static final int SHOWN = 20;

  @Override
  public String name() {
    return "store reclip";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... --pages PATH",
        """
        Clean stored pages again, after a rule or a model changed, and compare with
        their records in the store: what differs is shown, and kept as a new revision.
        Pages that the store has no record of are counted only.
        """,
        """
        # what would my new rule do?
        coupure store reclip --pages archive/ --rules rules/ --dry-run
        # do it, and show only the sum
        coupure store reclip --pages archive/ --rules rules/ --show 0
        """,
        "Exit status: 0 nothing changed, 1 something did, 2 wrong use, 3 no page.\n");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(StoreOptions.store())
        .addOption(StoredPages.pages())
        .addOption(StoredPages.manifest())
        .addOption(RuleFolders.option())
        .addOption(OptionValues.flag("dry-run", "show what would change, and keep nothing"))
        .addOption(OptionValues.option(null, "show", "N", "show so many changes (default: 20)"))
        .addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    Clipper clipper = Clipper.builder().rules(Clippers.rules(words, terminal)).build();
    boolean dry = words.hasOption("dry-run");
    ChangeText text =
        new ChangeText(
            Palette.of(
                words.getOptionValue("color", "auto"), terminal.outShown(), terminal.environment()),
            terminal.columns());
    try (ArticleStore store =
        dry ? StoreOptions.openToRead(words) : StoreOptions.openToWrite(words, terminal)) {
      Reclip reclip =
          new Reclip(
              store, clipper, dry, OptionValues.whole(words, "show", 0, SHOWN), text, terminal);
      new StoredPages(terminal, null).read(words, reclip::take);
      return reclip.end();
    }
  }

  private static final class Reclip {
    private final ArticleStore store;
    private final Clipper clipper;
    private final boolean dry;
    private final int show;
    private final ChangeText text;
    private final Terminal terminal;
    private long pages;
    private long unknown;
    private long changed;

    Reclip(
        ArticleStore store,
        Clipper clipper,
        boolean dry,
        int show,
        ChangeText text,
        Terminal terminal) {
      this.store = store;
      this.clipper = clipper;
      this.dry = dry;
      this.show = show;
      this.text = text;
      this.terminal = terminal;
    }

    void take(Page page) throws IOException {
      pages++;
      Clip now = DefectContainment.contained(page, clipper::clip);
      Optional<StoredRecord> had = record(now);
      if (had.isEmpty()) {
        unknown++;
        return;
      }
      Comparison comparison = Comparison.of(had.get().clip(), now);
      if (comparison.isSame()) {
        return;
      }
      changed++;
      if (changed <= show) {
        terminal.print(text.text(comparison));
      }
      if (!dry) {
        store.add(RecordWriter.compact().write(revision(now, had.get().article())));
      }
    }

    private Optional<StoredRecord> record(Clip clip) {
      Article article = clip.article();
      if (article == null) {
        return Optional.empty();
      }
      Optional<StoredRecord> byId = store.find(article.id());
      String url = article.place().urlOrCanonical();
      return byId.isPresent() || url == null ? byId : store.find(url);
    }

    /** The same article under the id that the store knows. */
    private static Clip revision(Clip clip, Article had) {
      @Nullable Article article = clip.article();
      return article == null
          ? clip
          : new Clip(
              clip.input(), clip.outcome(), clip.reason(), clip.detail(), article.withId(had.id()));
    }

    int end() throws IOException {
      if (!dry) {
        store.commit();
      }
      terminal.print(
          Tally.grouped(changed)
              + " of "
              + FieldListing.counted(pages, "page")
              + (dry ? " would change" : " changed")
              + (unknown > 0 ? "; the store has no record of " + Tally.grouped(unknown) : "")
              + "\n");
      return pages == 0 ? FailOn.NO_RECORD : changed > 0 ? FailOn.SOME_FAILED : FailOn.OK;
    }
  }
}
