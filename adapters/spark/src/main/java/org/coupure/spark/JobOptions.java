package org.coupure.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job is told on its command line. Immutable.
 *
 * @param inputs files, folders, patterns, as Hadoop reads them
 * @param lists files that name inputs, one a line
 * @param prefix what stands before each name of a list, such as {@code s3a://commoncrawl/}
 * @param out the folder that the job writes
 * @param format {@code files}, {@code parquet} or {@code json}
 * @param columns which column of a table is {@code html}, {@code url}, {@code captured}, {@code
 *     id}, {@code contentType}
 * @param memory whether a first pass learns what recurs on each site
 * @param clusters whether near duplicates are looked for
 * @param pageTime how long a page may take
 */
record JobOptions(
    List<String> inputs,
    List<String> lists,
    String prefix,
    String out,
    String format,
    Map<String, String> columns,
    boolean memory,
    boolean clusters,
    Duration pageTime)
    implements Serializable {
  static final String USAGE =
      """
      Usage: spark-submit [options of Spark] coupure-spark.jar --out DIR [options] INPUT...
        INPUT               WARC, WACZ, HTML, text, archives, JSON Lines; folders; patterns
        --list FILE         a file that names inputs, one a line (warc.paths)
        --prefix TEXT       what stands before each name of the list, such as s3a://commoncrawl/
        --format FORMAT     files (default), or parquet or json: tables of pages
        --columns A=B,...   of tables: html=, url=, captured=, id=, contentType= the name of the column
        --memory            learn in a first pass what recurs on each site
        --clusters          look for near duplicates among all articles
        --page-seconds N    how long a page may take (30)
      Writes DIR/articles, DIR/outcomes and, with --clusters, DIR/clusters as Parquet.
      """;

  JobOptions {
    inputs = List.copyOf(inputs);
    lists = List.copyOf(lists);
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if it can't be understood; the message is for people
   */
  static JobOptions parse(String... words) {
    List<String> inputs = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--memory", "--clusters" -> values.put(words[i], "yes");
        case "--list" -> lists.add(value(words, ++i));
        case "--prefix", "--out", "--format", "--columns", "--page-seconds" -> {
          String name = words[i];
          values.put(name, value(words, ++i));
        }
        default -> {
          if (words[i].startsWith("--")) {
            throw new IllegalArgumentException("no option " + words[i] + "\n" + USAGE);
          }
          inputs.add(words[i]);
        }
      }
    }
    String out = values.get("--out");
    if (out == null || inputs.isEmpty() && lists.isEmpty()) {
      throw new IllegalArgumentException("--out and an input are needed\n" + USAGE);
    }
    return new JobOptions(
        inputs,
        lists,
        values.getOrDefault("--prefix", ""),
        out,
        format(values.getOrDefault("--format", "files")),
        columns(values.get("--columns")),
        values.containsKey("--memory"),
        values.containsKey("--clusters"),
        seconds(values.getOrDefault("--page-seconds", "30")));
  }

  private static String value(String[] words, int at) {
    if (at == words.length) {
      throw new IllegalArgumentException(words[at - 1] + " wants a value\n" + USAGE);
    }
    return words[at];
  }

  private static String format(String name) {
    if (!List.of("files", "parquet", "json").contains(name)) {
      throw new IllegalArgumentException("--format is files, parquet or json, was " + name);
    }
    return name;
  }

  private static Duration seconds(String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException("--page-seconds is a whole number, was " + text);
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static Map<String, String> columns(@Nullable String text) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String known : List.of("html", "url", "captured", "id", "contentType")) {
      columns.put(known, known);
    }
    for (String pair : text == null ? new String[0] : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0 || !columns.containsKey(pair.substring(0, equals))) {
        throw new IllegalArgumentException(
            "--columns is like html=content,url=page_url; known are "
                + String.join(", ", columns.keySet())
                + ", was "
                + pair);
      }
      columns.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return columns;
  }
}
