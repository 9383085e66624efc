package org.coupure.watch;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import org.coupure.article.Sha256;
import org.coupure.sqlite.Database;

/**
 * The tables of what each output has. A delivery is one by its output, the path there, the record's
 * id and the hash of its text; what is kept is 64 bits of the SHA-256 of all four, so that a
 * delivery takes some twelve bytes.
 */
final class DeliveryTable {
  private final Database database;

  DeliveryTable(Database database) {
    this.database = database;
  }

  /**
   * Takes in which outputs there are. Those that are there when a state of an earlier version is
   * opened first have all that it had delivered.
   */
  void activate(Collection<String> outputs) {
    boolean first =
        database.first("SELECT 1 FROM known_output LIMIT 1", row -> row.getInt(1)).isEmpty();
    outputs.forEach(
        name ->
            database.update(
                "INSERT OR IGNORE INTO known_output (name, earlier) VALUES (?, ?)",
                name,
                first ? 1 : 0));
  }

  /**
   * Returns whether a place has a text of a record.
   *
   * @param output the output's name, as the configuration has it
   * @param place where within the output, or its name when it has one place
   */
  boolean has(String output, String place, String id, String textHash) {
    return database
            .first("SELECT 1 FROM delivery WHERE key = ?", r -> true, key(place, id, textHash))
            .isPresent()
        || database
            .first(
                "SELECT 1 FROM delivered_earlier WHERE id = ? AND text_hash = ?"
                    + " AND EXISTS (SELECT 1 FROM known_output WHERE name = ? AND earlier = 1)",
                row -> true,
                id,
                textHash,
                output)
            .isPresent();
  }

  /** Notes a delivery down. */
  void add(String place, String id, String textHash) {
    database.update("INSERT OR IGNORE INTO delivery (key) VALUES (?)", key(place, id, textHash));
  }

  private static long key(String place, String id, String textHash) {
    String hex = Sha256.of(place + "\n" + id + "\n" + textHash);
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.substring(0, 16))).getLong();
  }

  /** Returns what was noted about the configuration that was applied to the store, or "". */
  String applied() {
    return database
        .first("SELECT value FROM setting WHERE name = 'applied'", row -> row.getString(1))
        .orElse("");
  }

  /** Notes down which configuration was applied to the store. */
  void applied(String configuration) {
    database.update("INSERT OR REPLACE INTO setting VALUES ('applied', ?)", configuration);
  }
}
