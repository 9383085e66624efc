package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.coupure.Clipper;
import org.coupure.article.Wish;
import org.coupure.memory.SiteMemory;

/** Makes the clipper that a command line asks for. */
final class Clippers {
  private Clippers() {}

  static Option obeyOption() {
    return Values.option(
        null,
        "obey",
        "LIST",
        "give no text of pages that reserve it: any of "
            + Arrays.stream(Wish.values()).map(Wish::code).collect(Collectors.joining(", ")));
  }

  /** Returns which wishes of sites are to be obeyed. */
  static Set<Wish> wishes(CommandLine words) throws UsageException {
    if (!words.hasOption("obey")) {
      return Set.of();
    }
    try {
      return Wish.parse(words.getOptionValue("obey"));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--obey: " + e.getMessage() + ".");
    }
  }

  static Clipper of(CommandLine words, boolean explain, SiteMemory memory, Terminal terminal)
      throws UsageException, IOException {
    Clipper.Builder builder = Clipper.builder().explain(explain).memory(memory).obey(wishes(words));
    List<Path> folders = RuleFolders.of(words, terminal.environment());
    if (!folders.isEmpty()) {
      builder.rules(RuleFolders.load(folders));
    }
    return builder.build();
  }
}
