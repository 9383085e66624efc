package org.coupure.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.article.Sha256;
import org.coupure.page.Url;
import org.coupure.query.FullText;
import org.coupure.record.RecordReader;
import org.coupure.sqlite.Database;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of articles and their index. A place is a record's id and its text's hash; to
 * write the same record there again changes nothing.
 */
final class ArticleRows {
  private final Database database;
  private final boolean compressed;

  ArticleRows(Database database) {
    this.database = database;
    compressed = StoreSchema.isCompressed(database);
  }

  /** A row at a place. */
  private record Row(
      long number,
      boolean current,
      @Nullable String title,
      @Nullable String captured,
      byte[] json) {}

  /** What became of a record that was to be written. */
  enum Change {
    /** Its id was not there. */
    NEW,
    /** Its id was there with another text. */
    REVISED,
    /** It was there with another title, or other fields than title and text. */
    UPDATED,
    /** It was there. */
    SAME,
    /** Its id or URL is to be forgotten. */
    FORGOTTEN
  }

  /**
   * Writes a record.
   *
   * @param id the record's id
   * @param hash the hash of its text, or ""
   * @param json the record's JSON in UTF-8
   * @throws IllegalArgumentException if it is no record
   */
  Change write(String id, String hash, byte[] json) {
    Clip clip = RecordReader.read(json);
    Article article = clip.requireArticle();
    if (isForgotten(id, article)) {
      return Change.FORGOTTEN;
    }
    Optional<Row> there = row(id, hash);
    if (there.isEmpty()) {
      boolean known = retire(id);
      insert(clip, hash, json);
      return known ? Change.REVISED : Change.NEW;
    }
    return rewrite(clip, hash, json, there.get());
  }

  private Change rewrite(Clip clip, String hash, byte[] json, Row old) {
    Article article = clip.requireArticle();
    if (old.current && Arrays.equals(old.json, json)) {
      return Change.SAME;
    }
    String captured = text(article.dates().captured());
    boolean again = !Objects.equals(captured, old.captured);
    boolean sameTitle = Objects.equals(article.headline().title(), old.title);
    // A text that came back, or a new headline over the same text: readers saw the old one.
    if ((again && !old.current) || !sameTitle) {
      keepEarlier(article.id(), old);
    }
    if (old.current && sameTitle) {
      update(clip, json, old.number);
      return Change.UPDATED;
    }
    retire(article.id());
    delete(old.number);
    insert(clip, hash, json);
    return old.current ? Change.UPDATED : Change.REVISED;
  }

  private void keepEarlier(String id, Row old) {
    Object record = RecordColumn.written(old.json, compressed);
    database.update(
        "INSERT INTO earlier (id, captured, record) SELECT ?, ?, ?"
            + " WHERE NOT EXISTS (SELECT 1 FROM earlier WHERE id = ? AND record = ?)",
        id,
        old.captured,
        record,
        id,
        record);
  }

  private Optional<Row> row(String id, String hash) {
    return database.first(
        "SELECT number, current, title, captured, record FROM article"
            + " WHERE id = ? AND text_hash = ?",
        row ->
            new Row(
                row.getLong(1),
                row.getInt(2) == 1,
                row.getString(3),
                row.getString(4),
                RecordColumn.read(row.getObject(5))),
        id,
        hash);
  }

  /** Takes the current row of an id out of the index; returns whether there was one. */
  private boolean retire(String id) {
    List<Long> numbers =
        database.query(
            "SELECT number FROM article WHERE id = ? AND current = 1", row -> row.getLong(1), id);
    for (Long number : numbers) {
      database.update("UPDATE article SET current = 0 WHERE number = ?", number);
      database.update("DELETE FROM article_words WHERE rowid = ?", number);
    }
    return !numbers.isEmpty();
  }

  private void insert(Clip clip, String hash, byte[] json) {
    Article article = clip.requireArticle();
    List<@Nullable Object> values = new ArrayList<>(facts(clip, json));
    values.add(article.id());
    values.add(hash);
    database.update(
        "INSERT INTO article (url, canonical_url, host, site, title, published, captured,"
            + " language, kind, outcome, source, at, text, record, id, text_hash)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values.toArray());
    long number = database.first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    index(number, article);
    assignment(number, article);
  }

  private void update(Clip clip, byte[] json, long number) {
    List<@Nullable Object> values = new ArrayList<>(facts(clip, json));
    values.add(number);
    database.update(
        "UPDATE article SET url = ?, canonical_url = ?, host = ?, site = ?, title = ?,"
            + " published = ?, captured = ?, language = ?, kind = ?, outcome = ?, source = ?,"
            + " at = ?, text = ?, record = ? WHERE number = ?",
        values.toArray());
    assignment(number, clip.requireArticle());
  }

  private List<@Nullable Object> facts(Clip clip, byte[] json) {
    Article article = clip.requireArticle();
    Moment published = article.dates().published();
    return Arrays.asList(
        article.place().url(),
        article.place().canonicalUrl(),
        Url.host(article.place().urlOrCanonical()),
        article.place().site(),
        article.headline().title(),
        published == null ? null : published.toRfc3339(),
        text(article.dates().captured()),
        article.language(),
        article.pageKind() == null ? null : article.pageKind().code(),
        clip.outcome().code(),
        article.provenance().source(),
        at(article),
        compressed ? null : article.text(),
        RecordColumn.written(json, compressed));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** Returns when it was published, else captured, in seconds since 1970; null when unknown. */
  private static @Nullable Long at(Article article) {
    Moment published = article.dates().published();
    if (published != null) {
      return OffsetDateTime.of(published.time(), published.offset()).toEpochSecond();
    }
    Instant captured = article.dates().captured();
    return captured == null ? null : captured.getEpochSecond();
  }

  private void index(long number, Article article) {
    String title = Objects.requireNonNullElse(article.headline().title(), "");
    database.update(
        "INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)",
        number,
        FullText.words(title),
        FullText.words(article.text()));
  }

  private void assignment(long number, Article article) {
    database.update("DELETE FROM subject WHERE number = ?", number);
    database.update("DELETE FROM listed WHERE number = ?", number);
    for (String name : article.assignment().subjectNames()) {
      database.update("INSERT OR IGNORE INTO subject VALUES (?, ?)", name, number);
    }
    for (String name : article.assignment().sources()) {
      database.update("INSERT OR IGNORE INTO listed VALUES (?, ?)", name, number);
    }
  }

  /** Takes a row away, also out of the index. */
  void delete(long number) {
    database.update("DELETE FROM article_words WHERE rowid = ?", number);
    database.update("DELETE FROM subject WHERE number = ?", number);
    database.update("DELETE FROM listed WHERE number = ?", number);
    database.update("DELETE FROM article WHERE number = ?", number);
  }

  /** Makes the index, and the columns that are taken from the records, anew. */
  void index() {
    database.update("INSERT INTO article_words (article_words) VALUES ('delete-all')");
    database.update(
        "UPDATE article SET current ="
            + " (number = (SELECT max(number) FROM article other WHERE other.id = article.id))");
    List<Long> numbers = database.query("SELECT number FROM article", row -> row.getLong(1));
    for (Long number : numbers) {
      byte[] json =
          database
              .first(
                  "SELECT record FROM article WHERE number = ?",
                  row -> RecordColumn.read(row.getObject(1)),
                  number)
              .orElseThrow();
      index(number, json);
    }
  }

  private void index(long number, byte[] json) {
    Clip clip;
    try {
      clip = RecordReader.read(json);
    } catch (IllegalArgumentException ignored) { // A row of another program stays as it is.
      return;
    }
    Article article = clip.requireArticle();
    database.update(
        "UPDATE article SET canonical_url = ?, host = ?, kind = ?, source = ?, at = ?"
            + " WHERE number = ?",
        article.place().canonicalUrl(),
        Url.host(article.place().urlOrCanonical()),
        article.pageKind() == null ? null : article.pageKind().code(),
        article.provenance().source(),
        at(article),
        number);
    assignment(number, article);
    boolean current =
        database
            .first("SELECT current FROM article WHERE number = ?", row -> row.getInt(1), number)
            .orElse(0)
            .equals(1);
    if (current) {
      index(number, article);
    }
  }

  /** Remembers that an id or a URL is never to be written again; only its hash is kept. */
  void remember(String idOrUrl) {
    database.update("INSERT OR IGNORE INTO forgotten VALUES (?)", Sha256.of(idOrUrl));
  }

  private boolean isForgotten(String id, Article article) {
    return isForgotten(id)
        || isForgotten(article.place().url())
        || isForgotten(article.place().canonicalUrl());
  }

  private boolean isForgotten(@Nullable String idOrUrl) {
    return idOrUrl != null
        && database
            .first("SELECT 1 FROM forgotten WHERE key = ?", row -> true, Sha256.of(idOrUrl))
            .isPresent();
  }
}
