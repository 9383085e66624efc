package org.coupure.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.coupure.article.Clip;
import org.coupure.query.FullText;
import org.coupure.query.IndexedArticle;
import org.coupure.query.QueryMatch;
import org.coupure.record.RecordReader;
import org.coupure.sqlite.Database;
import org.coupure.store.ArticleStore.Taker;
import org.coupure.store.Selection.Conditions;
import org.coupure.store.Selection.Sort;
import org.jspecify.annotations.Nullable;

/**
 * One search: the full-text index narrows the records down, and where it can't tell all, each
 * candidate is read and asked again.
 */
final class Search {
  /** A word of the title counts as five of the text, which bm25 also weighs by their lengths. */
  private static final String RANK = "bm25(article_words, 5.0, 1.0)";

  private final Database database;
  private final Selection selection;
  private final FullText fullText;

  Search(Database database, Selection selection) {
    this.database = database;
    this.selection = selection;
    fullText = selection.query() == null ? new FullText("", true) : selection.query().fullText();
  }

  /** A statement with its values. */
  private record Statement(String sql, Object[] values) {}

  private Statement statement(String columns, boolean ordered) {
    Conditions conditions = selection.conditions();
    List<Object> values = new ArrayList<>();
    String from = "article a";
    if (!fullText.isAny()) {
      from = "article_words JOIN article a ON a.number = article_words.rowid";
      values.add(fullText.expression());
    }
    values.addAll(conditions.values());
    String where = (fullText.isAny() ? "" : "article_words MATCH ? AND ") + conditions.sql();
    return new Statement(
        "SELECT " + columns + " FROM " + from + " WHERE " + where + (ordered ? order() : ""),
        values.toArray());
  }

  private String order() {
    if (selection.sort() == Sort.RELEVANCE && !fullText.isAny()) {
      return " ORDER BY " + RANK + ", a.at DESC, a.number DESC";
    }
    return selection.sort() == Sort.OLDEST
        ? " ORDER BY a.at IS NULL, a.at, a.number"
        : " ORDER BY a.at DESC, a.number DESC";
  }

  void each(Taker taker) throws IOException {
    if (selection.max() <= 0) {
      return;
    }
    // The rows are put in order without their records, which may not fit into the memory.
    List<Long> numbers = new ArrayList<>();
    Statement statement = statement("a.number", true);
    String limit = fullText.exact() ? " LIMIT " + selection.max() : "";
    database.each(
        statement.sql + limit,
        row -> {
          numbers.add(row.getLong(1));
          return true;
        },
        statement.values);
    int found = 0;
    for (Long number : numbers) {
      StoredRecord record = read(number);
      if (record != null) {
        found++;
        if (!taker.take(record) || found == selection.max()) {
          return;
        }
      }
    }
  }

  private @Nullable StoredRecord read(long number) {
    byte[] json =
        database
            .first(
                "SELECT record FROM article WHERE number = ?",
                row -> RecordColumn.read(row.getObject(1)),
                number)
            .orElse(null);
    if (json == null) { // Another process removed it in between.
      return null;
    }
    Clip clip = RecordReader.read(json);
    if (selection.query() == null) {
      return new StoredRecord(json, clip, null);
    }
    QueryMatch match =
        selection.query().match(IndexedArticle.of(clip.requireArticle())).orElse(null);
    return match == null ? null : new StoredRecord(json, clip, match);
  }

  long count(long most) throws IOException {
    if (fullText.exact()) {
      Statement statement = statement("count(*)", false);
      return database.first(statement.sql, row -> row.getLong(1), statement.values).orElse(0L);
    }
    AtomicLong count = new AtomicLong();
    each(record -> count.incrementAndGet() < most);
    return count.get();
  }
}
