package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.coupure.Clipper;
import org.coupure.batch.ParallelRunner;
import org.coupure.batch.Runner;
import org.coupure.batch.SerialRunner;
import org.coupure.memory.MemoryBuilder;
import org.coupure.memory.PageFingerprint;
import org.coupure.memory.SiteMemory;
import org.coupure.source.PageSource;

/**
 * The site memory that a command line asks for: loads it, lets it learn from the inputs, saves it.
 */
final class SiteMemoryOptions {
  private static final String NAME = "site-memory";

  private SiteMemoryOptions() {}

  static Option option() {
    return OptionValues.option(
        null,
        NAME,
        "FILE",
        "drop what recurs on many pages of a site: reads all inputs twice, first to learn; FILE "
            + "keeps what was learned for later runs");
  }

  /** Returns the option of verbs that learn nothing themselves. */
  static Option knownOption() {
    return OptionValues.option(
        null, NAME, "FILE", "drop what \"coupure clean\" learned, into FILE, to recur on a site");
  }

  /** Returns what earlier runs learned; an empty memory without the option. */
  static SiteMemory known(CommandLine words) throws UsageException, IOException {
    String name = words.getOptionValue(NAME);
    if (name == null) {
      return SiteMemory.EMPTY;
    }
    Path file = file(name);
    if (Files.notExists(file)) {
      throw new UsageException(
          "there is no site memory " + name + "; coupure clean --site-memory makes one.");
    }
    return MemoryBuilder.load(file).snapshot();
  }

  /** Returns what is known of the sites of {@code sources}; an empty memory without the option. */
  static SiteMemory of(CommandLine words, List<PageSource> sources, int workers)
      throws UsageException, IOException {
    String name = words.getOptionValue(NAME);
    if (name == null) {
      return SiteMemory.EMPTY;
    }
    Path file = file(name);
    refuseInputsThatCannotBeReadTwice(words);
    MemoryBuilder memory = Files.exists(file) ? MemoryBuilder.load(file) : new MemoryBuilder();
    Clipper clipper = Clipper.create();
    // Pages are learned in the order of the inputs, so that the memory does not depend on timing.
    try (Runner<Optional<PageFingerprint>> runner = runner(workers)) {
      runner.run(
          queue -> {
            FirstPass pass = new FirstPass(queue, clipper);
            for (PageSource source : sources) {
              source.read(pass);
            }
          },
          seen -> seen.ifPresent(memory::add));
    }
    memory.save(file);
    return memory.snapshot();
  }

  private static Runner<Optional<PageFingerprint>> runner(int workers) {
    return workers == 1
        ? new SerialRunner<>()
        : new ParallelRunner<>(workers, Clock.systemUTC(), defect -> Optional.empty());
  }

  private static Path file(String name) throws UsageException {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("--site-memory wants a file, not \"" + name + "\".");
    }
    if (Files.isDirectory(file)) {
      throw new UsageException(
          "--site-memory wants a file, but "
              + name
              + " is a folder; name one in it, such as "
              + file.resolve("sites.memory")
              + ".");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new UsageException(
          "the folder " + folder + " for --site-memory does not exist; make it first.");
    }
    return file;
  }

  private static void refuseInputsThatCannotBeReadTwice(CommandLine words) throws UsageException {
    List<String> inputs = new ArrayList<>(words.getArgList());
    for (String option : List.of("input-file", "manifest")) {
      if (words.hasOption(option)) {
        inputs.add(words.getOptionValue(option));
      }
    }
    for (String input : inputs) {
      if (input.equals("-") || isPipe(input)) {
        String what = input.equals("-") ? "standard input" : input + ", a pipe,";
        throw new UsageException(
            "--site-memory reads the inputs twice, but "
                + what
                + " can be read only once; save it to a file and name that.");
      }
    }
  }

  private static boolean isPipe(String input) {
    try {
      Path path = Path.of(input);
      return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    } catch (InvalidPathException ignored) { // A pattern, or the source says what is wrong.
      return false;
    }
  }
}
