package org.coupure.cli;

import java.io.IOException;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** A command of Coupure, such as {@code clean} or {@code rules lint}. */
interface Verb {
  /** Returns the word that calls it. */
  String name();

  /** Returns what its help page says, apart from the options. */
  Manual manual();

  /** Returns its options, in the order of its help page. */
  Options options();

  /** Returns the long names of those options that {@code help VERB} only names. */
  default Set<String> advancedOptions() {
    return Set.of();
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws UsageException if the words make no sense
   * @throws IOException if it can't be done at all; the message is for the person
   */
  int run(CommandLine words, Terminal terminal) throws UsageException, IOException;
}
