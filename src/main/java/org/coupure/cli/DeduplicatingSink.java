package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Duplicate;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.discover.Canonical;
import org.coupure.duplicate.NearDuplicates;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sqlite.Database;
import org.jspecify.annotations.Nullable;

/**
 * Marks or leaves out records whose text an earlier record of the run has. Keeps fingerprints in a
 * temporary database, so that a million records need little memory. Used by one thread.
 */
final class DeduplicatingSink implements ArticleSink {
  /** When a record counts as a copy; each level includes the ones before it. */
  enum Level {
    OFF,
    URL,
    EXACT,
    NEAR
  }

  /** What happens to copies. */
  enum Copies {
    LINK,
    DROP
  }

  /** What is asked for. */
  record Wish(Level level, Copies copies) {
    static Wish of(CommandLine words) throws UsageException {
      return new Wish(
          OptionValues.oneOf(words, "dedup", Level.values(), Level.OFF),
          OptionValues.oneOf(words, "copies", Copies.values(), Copies.LINK));
    }

    /**
     * Returns a sink that removes duplicates before {@code sink}; closing it closes {@code sink}.
     */
    ArticleSink before(ArticleSink sink) throws IOException {
      return level == Level.OFF ? sink : new DeduplicatingSink(sink, this);
    }
  }

  /** The number of records of one transaction; the database lives only as long as the run. */
  private static final int BATCH = 1000;

  /** Texts with fewer words are too short to compare, as for {@code run} and {@code watch}. */
  private static final int PROOF = 40;

  private final ArticleSink sink;
  private final Wish wish;
  private final Canonical canonical = Canonical.bundled();
  private final Path folder;
  private final Database database;
  private final NearDuplicates near;
  private long records;
  private long copies;

  private DeduplicatingSink(ArticleSink sink, Wish wish) throws IOException {
    this.sink = sink;
    this.wish = wish;
    folder = Files.createTempDirectory("coupure-copies");
    database = Database.open(folder.resolve("copies.sqlite"), "list of copies");
    database.script("PRAGMA synchronous=OFF");
    database.script("PRAGMA journal_mode=OFF");
    database.script("CREATE TABLE first (key TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID");
    near = NearDuplicates.in(database);
    database.script("BEGIN");
  }

  static void addTo(Options options) {
    options
        .addOption(
            OptionValues.option(
                null,
                "dedup",
                "HOW",
                "find copies by their url, by exact text, or by near text as well (default: off)"))
        .addOption(
            OptionValues.option(
                null,
                "copies",
                "WHAT",
                "link copies to the first one in their records, or drop them (default: link)"));
  }

  @Override
  public void accept(Clip clip) throws IOException {
    Article article = clip.article();
    if (article == null || !clip.hasText()) {
      sink.accept(clip);
      return;
    }
    if (++records % BATCH == 0) {
      database.script("COMMIT");
      database.script("BEGIN");
    }
    String sameUrl = first(url(article), article.id());
    String sameText = first(text(article), sameUrl == null ? article.id() : sameUrl);
    String first = sameText == null ? sameUrl : sameText;
    String cluster = cluster(article, first);
    boolean copy = first != null || !cluster.equals(article.id());
    copies += copy ? 1 : 0;
    if (!copy || wish.copies == Copies.LINK) {
      Clip told = sameText == null ? clip : repeated(clip);
      sink.accept(linked(told, first, cluster));
    }
  }

  private @Nullable String url(Article article) {
    String url = article.place().urlOrCanonical();
    return url == null ? null : "url " + canonical.key(url).orElse(url);
  }

  private @Nullable String text(Article article) {
    String hash = article.duplicate().textHash();
    return wish.level == Level.URL || hash == null || article.quality().words() < PROOF
        ? null
        : "text " + hash;
  }

  /** Returns the id of the first record with a key, or null when {@code id} is the first. */
  private @Nullable String first(@Nullable String key, String id) {
    if (key == null || database.update("INSERT OR IGNORE INTO first VALUES (?, ?)", key, id) > 0) {
      return null;
    }
    return database
        .first("SELECT id FROM first WHERE key = ?", row -> row.getString(1), key)
        .orElseThrow();
  }

  private String cluster(Article article, @Nullable String first) {
    String own = first == null ? article.id() : first;
    return wish.level == Level.NEAR && NearDuplicates.compares(article)
        ? near.add(own, article.text())
        : own;
  }

  private static Clip repeated(Clip clip) {
    return new Clip(
        clip.input(), Outcome.DUPLICATE, Reason.SAME_TEXT, clip.detail(), clip.article());
  }

  private Clip linked(Clip clip, @Nullable String first, String cluster) {
    Article article = clip.requireArticle();
    Duplicate own = article.duplicate();
    Duplicate duplicate =
        new Duplicate(
            own.textHash(),
            own.simhash(),
            first == null ? own.of() : first,
            wish.level == Level.NEAR ? cluster : own.cluster(),
            own.story());
    Article linked = article.toBuilder().duplicate(duplicate).build();
    return new Clip(clip.input(), clip.outcome(), clip.reason(), clip.detail(), linked);
  }

  @Override
  public @Nullable String summary() {
    String what = wish.copies == Copies.LINK ? " linked to the first" : " dropped";
    String line = Tally.grouped(copies) + (copies == 1 ? " copy" : " copies") + what;
    String inner = sink.summary();
    return inner == null ? line : inner + "; " + line;
  }

  @Override
  public JournalEntry plan(Clip clip) throws IOException {
    return sink.plan(clip);
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    sink.write(entry);
  }

  @Override
  public void force() throws IOException {
    sink.force();
  }

  @Override
  public Predicate<String> recorded() throws IOException {
    return sink.recorded();
  }

  @Override
  public long refused() {
    return sink.refused();
  }

  @Override
  public long replaced() {
    return sink.replaced();
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
      Files.deleteIfExists(folder.resolve("copies.sqlite"));
      Files.deleteIfExists(folder.resolve("copies.sqlite-wal"));
      Files.deleteIfExists(folder.resolve("copies.sqlite-shm"));
      Files.deleteIfExists(folder);
    } finally {
      sink.close();
    }
  }
}
