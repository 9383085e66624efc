package org.coupure.sink;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which records are written. */
public enum Format {
  /** JSON Lines: the whole record, one a line. */
  JSONL("jsonl", "ndjson"),
  /** JSON for people: the whole record, indented; an array of them in one file. */
  JSON("json", "json"),
  /** The clippings folder: title and passages as plain text. */
  CLIPPINGS("txt", "clippings"),
  /** Markdown with YAML front matter. */
  MARKDOWN("md", "markdown"),
  /** A table of the fields and the text, RFC 4180. */
  CSV("csv", "csv"),
  /** XML of the Text Encoding Initiative, for corpora. */
  TEI("tei", "tei.xml");

  private final String code;
  private final String otherName;

  Format(String code, String otherName) {
    this.code = code;
    this.otherName = otherName;
  }

  /** Returns the name that people type. */
  public String code() {
    return code;
  }

  /** Returns what the names of its files end in, without the dot. */
  String suffix() {
    return this == TEI ? otherName : code;
  }

  /**
   * Returns the format called {@code name}, in any case.
   *
   * @throws IllegalArgumentException with the list of known names if there is none
   */
  public static Format parse(String name) {
    return named(name.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown format \"" + name + "\"; known are " + known()));
  }

  /**
   * Returns the format that the suffix of {@code file} tells, {@code .gz} and {@code .zst} left
   * aside; empty when it has none that is known, as folders do.
   */
  public static Optional<Format> ofFile(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    name = Packing.withoutSuffix(name);
    if (name.endsWith("." + TEI.suffix())) {
      return Optional.of(TEI);
    }
    int dot = name.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : named(name.substring(dot + 1));
  }

  /** Returns where in a file's name all begins that says format and compression. */
  int suffixStart(String name) {
    String plain = Packing.withoutSuffix(name);
    String lower = plain.toLowerCase(Locale.ROOT);
    for (String ending : new String[] {suffix(), otherName}) {
      if (lower.endsWith("." + ending)) {
        return plain.length() - ending.length() - 1;
      }
    }
    return plain.length();
  }

  private static Optional<Format> named(String name) {
    return Arrays.stream(values())
        .filter(format -> name.equals(format.code) || name.equals(format.otherName))
        .findFirst();
  }

  private static String known() {
    return Arrays.stream(values()).map(Format::code).collect(Collectors.joining(", "));
  }
}
