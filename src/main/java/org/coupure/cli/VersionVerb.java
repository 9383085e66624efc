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
        "[OPTION]...",
        "Print the versions of Coupure, of its records and of Java.\n",
        """
        coupure version
        # what is missing on this machine, and for what?
        coupure version --check-environment
        """,
        """
        With --check-environment, exit code 1 says that something is missing that every
        run needs.
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            OptionValues.flag("check-environment", "say what is missing here, and for what"));
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
    if (words.hasOption("check-environment")) {
      Environment environment = Environment.of(System.getenv());
      terminal.print(environment.report());
      return environment.suffices() ? FailOn.OK : FailOn.SOME_FAILED;
    }
    return FailOn.OK;
  }
}
