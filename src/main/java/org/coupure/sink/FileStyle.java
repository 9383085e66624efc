package org.coupure.sink;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How records are spread over files, and what the files are called. Immutable.
 *
 * @param naming what a file in a folder is named after
 * @param sidecar whether a file in a folder has its whole record as JSON beside it
 * @param rotation when a new file of lines begins
 * @param partition how records are spread over the folders of a table
 */
public record FileStyle(Naming naming, boolean sidecar, Rotation rotation, Partition partition) {
  /** Nothing is chosen. */
  public static final FileStyle PLAIN =
      new FileStyle(Naming.ID, false, Rotation.NEVER, Partition.NONE);

  /** What a file in a folder is named after. */
  public enum Naming {
    /** The record's id; clippings have a number as well. */
    ID,
    /** The file or the last part of the URL that the record was made from. */
    SOURCE;

    static Naming parse(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "id" -> ID;
        case "source" -> SOURCE;
        default ->
            throw new IllegalArgumentException("id or source is wanted, not \"" + name + "\"");
      };
    }
  }

  /** How records are spread over the folders of a table, as Hive names them. */
  public enum Partition {
    NONE("", ""),
    /** By the day of publication. */
    DAY("by_day", "publishedDay"),
    LANGUAGE("by_language", "language"),
    /** By the registered domain. */
    SITE("by_site", "domain");

    /** What Hive calls the folder of records without a value. */
    private static final String NOTHING = "__HIVE_DEFAULT_PARTITION__";

    private final String key;
    private final String field;

    Partition(String key, String field) {
      this.key = key;
      this.field = field;
    }

    static Partition parse(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "day" -> DAY;
        case "language" -> LANGUAGE;
        case "site" -> SITE;
        default ->
            throw new IllegalArgumentException(
                "day, language or site is wanted, not \"" + name + "\"");
      };
    }

    /**
     * Returns the folder of a record, such as {@code by_day=2026-03-04}; empty for the table's own.
     * The key is none of the record, which has the value as well.
     */
    public String folderOf(JsonNode record) {
      if (this == NONE) {
        return "";
      }
      String value = record.path(field).asString("");
      return key
          + "="
          + (value.isEmpty() ? NOTHING : URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /**
   * When a new file of lines begins.
   *
   * @param bytes when the one before has reached this size on the disk; 0 for never
   * @param daily whether each day has its own, that on which pages were captured, in UTC
   */
  public record Rotation(long bytes, boolean daily) {
    /** One file. */
    public static final Rotation NEVER = new Rotation(0, false);

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(kB|MB|GB)");

    static Rotation parse(String text) {
      if (text.equals("day")) {
        return new Rotation(0, true);
      }
      Matcher size = SIZE.matcher(text);
      if (!size.matches()) {
        throw new IllegalArgumentException(
            "day or a size such as 500MB is wanted, not \"" + text + "\"");
      }
      long unit =
          switch (size.group(2)) {
            case "kB" -> 1_000;
            case "MB" -> 1_000_000;
            default -> 1_000_000_000;
          };
      return new Rotation(Math.max(1, Long.parseLong(size.group(1))) * unit, false);
    }
  }

  public FileStyle {
    Objects.requireNonNull(naming, "naming");
    Objects.requireNonNull(rotation, "rotation");
    Objects.requireNonNull(partition, "partition");
  }
}
