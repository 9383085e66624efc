package org.coupure.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code --out} puts a new rule, with the pages of its tests in {@code tests/} beside it.
 *
 * @param path the rule's file, which does not exist yet
 */
record NewRuleFile(Path path) {
  static Option option() {
    return OptionValues.option(
        "o", "out", "FILE", "write the rule here, and its pages to tests/ beside it");
  }

  /**
   * Returns the file that the words name, or null when they name none.
   *
   * @param instead what the message about an existing file advises
   */
  static @Nullable NewRuleFile of(CommandLine words, String instead) throws UsageException {
    if (!words.hasOption("out")) {
      return null;
    }
    Path out = Path.of(words.getOptionValue("out"));
    if (!out.toString().endsWith(".yaml")) {
      throw new UsageException("--out wants a file that ends in .yaml, not \"" + out + "\".");
    }
    if (Files.exists(out)) {
      throw new UsageException(out + " is there already; " + instead);
    }
    return new NewRuleFile(out);
  }

  /** Returns the file's name without its ending. */
  String stem() {
    return String.valueOf(path.getFileName()).replaceFirst("\\.yaml$", "");
  }

  /** Returns the name of a test's page beneath the rule's folder, counted from 1. */
  String page(int number) {
    return "tests/" + stem() + "-" + number + ".html";
  }

  void write(String yaml, List<Page> pages) throws IOException {
    Path tests = path.resolveSibling("tests");
    Files.createDirectories(tests);
    for (int i = 0; i < pages.size(); i++) {
      Files.write(path.resolveSibling(page(i + 1)), pages.get(i).bytes());
    }
    Files.writeString(path, yaml, StandardCharsets.UTF_8);
  }
}
