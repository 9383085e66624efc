package org.coupure.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coupure.page.ListedItem;
import org.coupure.sqlite.Database;
import org.jspecify.annotations.Nullable;

/**
 * What feeds and sitemaps say of the pages that wait to be read. Safe for any number of threads.
 */
final class ItemTable {
  private final Database database;

  ItemTable(Database database) {
    this.database = database;
  }

  /** Keeps what is said of a page, in place of what was said before. */
  void put(String key, ListedItem item) {
    database.update("DELETE FROM item WHERE key = ?", key);
    putIfAbsent(key, item);
  }

  /** Keeps what is said of a page of which nothing is kept. */
  void putIfAbsent(String key, ListedItem item) {
    database.update(
        "INSERT OR IGNORE INTO item (key, listing, title, authors, published, modified, language,"
            + " tags, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key,
        item.listing(),
        item.title(),
        String.join("\n", item.authors()),
        Database.millis(item.published()),
        Database.millis(item.modified()),
        item.language(),
        String.join("\n", item.tags()),
        item.content());
  }

  Optional<ListedItem> get(String key) {
    return database.first(
        "SELECT listing, title, authors, published, modified, language, tags, content FROM item"
            + " WHERE key = ?",
        row ->
            new ListedItem(
                row.getString(1),
                row.getString(2),
                lines(row.getString(3)),
                Database.instant(row, 4),
                Database.instant(row, 5),
                row.getString(6),
                lines(row.getString(7)),
                row.getString(8)),
        key);
  }

  void forget(String key) {
    database.update("DELETE FROM item WHERE key = ?", key);
  }

  private static List<String> lines(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
  }
}
