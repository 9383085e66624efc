package org.coupure.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.record.SchemaDialect;

/** Prints the schema of the records. */
final class SchemaVerb implements Verb {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]...",
        """
        Print the schema that every record keeps to: JSON Schema (draft 2020-12), or the
        same types in the language of the program that reads the records.
        """,
        """
        coupure schema > article-1.json
        # a view over articles.jsonl, ready to be asked
        coupure schema --for duckdb | duckdb articles.duckdb
        """,
        "");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            OptionValues.option(
                null, "for", "PROGRAM", SchemaDialect.names() + " (default: json)"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    try {
      terminal.print(SchemaDialect.parse(words.getOptionValue("for", "json")).schema());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
    return FailOn.OK;
  }
}
