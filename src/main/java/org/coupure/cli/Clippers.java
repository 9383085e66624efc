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
import org.coupure.rules.RuleBook;

/** Makes the clipper that a command line asks for. */
final class Clippers {
  private Clippers() {}

  static Option rulesOption() {
    return Values.option(
        null, "rules", "DIR", "put the rules in this folder above those packed in; repeatable");
  }

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

  static Clipper of(CommandLine words, boolean explain, SiteMemory memory)
      throws UsageException, IOException {
    Clipper.Builder builder = Clipper.builder().explain(explain).memory(memory).obey(wishes(words));
    if (words.hasOption("rules")) {
      List<Path> folders =
          Arrays.stream(words.getOptionValues("rules")).map(word -> Path.of(word)).toList();
      try {
        builder.rules(RuleBook.load(folders));
      } catch (IllegalArgumentException e) {
        throw new UsageException("the rules have mistakes.\n" + e.getMessage() + "\n");
      }
    }
    return builder.build();
  }
}
