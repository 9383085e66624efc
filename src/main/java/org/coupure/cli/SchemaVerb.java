package org.coupure.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.record.RecordSchema;

/** Prints the JSON Schema of the records. */
final class SchemaVerb implements Verb {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "",
        "Print the JSON Schema (draft 2020-12) that every record keeps to.\n",
        "coupure schema > article-1.json\n",
        "");
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws IOException {
    terminal.print(RecordSchema.text());
    return FailOn.OK;
  }
}
