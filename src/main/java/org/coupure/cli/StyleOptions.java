package org.coupure.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.sink.OutputStyle;
import org.jspecify.annotations.Nullable;

/** The options that say how records look in the output, beside its format. */
final class StyleOptions {
  private StyleOptions() {}

  static void addTo(Options options) {
    options
        .addOption(OptionValues.flag("csv-guard", "put an apostrophe before formulas in CSV"))
        .addOption(
            OptionValues.flag("csv-bom", "begin CSV with a byte order mark, for spreadsheets"))
        .addOption(
            OptionValues.option(
                null, "csv-delimiter", "C", "put this between values of CSV, such as \";\" or tab"))
        .addOption(
            OptionValues.option(
                null, "fields", "LIST", "write only these keys of JSON, such as id,quality.words"))
        .addOption(
            OptionValues.option(null, "rename", "LIST", "give keys other names, such as text=body"))
        .addOption(
            OptionValues.option(
                null,
                "profile",
                "NAME",
                "write the keys of trafilatura, news-please or schema.org (JSON-LD)"))
        .addOption(
            OptionValues.option(
                null, "name-by", "WHAT", "name files in a folder by id (default) or by source"))
        .addOption(
            OptionValues.flag("sidecar", "put each record as JSON beside its file in a folder"))
        .addOption(
            OptionValues.option(
                null,
                "rotate",
                "WHEN",
                "begin a new file of JSON Lines each day of capture (day) or at a size (500MB)"))
        .addOption(
            OptionValues.option(
                null,
                "partition-by",
                "WHAT",
                "spread Parquet over folders by day, language or site"));
  }

  static OutputStyle of(CommandLine words) throws UsageException {
    try {
      return OutputStyle.of(key -> choice(words, key));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage() + ".");
    }
  }

  private static @Nullable String choice(CommandLine words, String key) {
    if (!words.hasOption(key)) {
      return null;
    }
    String[] values = words.getOptionValues(key);
    return values == null ? "yes" : String.join(",", values);
  }
}
