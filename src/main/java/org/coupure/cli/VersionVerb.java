package org.coupure.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.record.RecordSchema;

/** Prints the versions that matter in a report of a defect. */
final class VersionVerb implements Verb {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "",
        "Print the versions of Coupure, of its records and of Java.\n",
        "coupure version\ncoupure --version\n",
        "");
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws IOException {
    terminal.print(
        "coupure "
            + Clipper.VERSION
            + "\n"
            + "schema "
            + RecordSchema.ID
            + "\n"
            + "java "
            + Runtime.version()
            + " ("
            + System.getProperty("java.vendor")
            + ")\n");
    return FailOn.OK;
  }
}
