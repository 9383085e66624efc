package org.coupure.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.coupure.Clipper;
import org.coupure.file.AtomicFile;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.coupure.verdict.PrecisionRecall;
import org.coupure.verdict.VerdictSentences;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the service and the clippers that use them; saved rules count from the next request
 * on. Safe for any number of threads.
 */
final class RuleShelf {
  /** A rule's file without its ending: no folder, no hidden file, nothing that systems reserve. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

  private final List<Path> folders;
  private final Limits limits;
  private volatile Shelf shelf;

  private record Shelf(RuleBook book, Map<Wanted, Clipper> clippers) {}

  /**
   * What is wanted of a clipper.
   *
   * @param explain whether records carry evidence and verdicts
   * @param language the language of the verdicts' sentences, or null for none
   * @param balance what is done in doubt
   */
  record Wanted(boolean explain, @Nullable String language, PrecisionRecall balance) {
    /** Explained in sentences. */
    static Wanted explained(String language) {
      return new Wanted(true, language, PrecisionRecall.EVEN);
    }
  }

  /**
   * Loads the rules.
   *
   * @param pageBytes most bytes of a page
   * @throws IllegalArgumentException if the rules have mistakes
   */
  RuleShelf(List<Path> folders, int pageBytes) throws IOException {
    this.folders = folders;
    Limits usual = Limits.DEFAULT;
    this.limits = new Limits(pageBytes, usual.depth(), usual.nodes(), usual.text());
    this.shelf = load();
  }

  private Shelf load() throws IOException {
    RuleBook book = folders.isEmpty() ? RuleBook.bundled() : RuleBook.load(folders);
    return new Shelf(book, new ConcurrentHashMap<>());
  }

  RuleBook book() {
    return shelf.book;
  }

  /** Returns the rules of the folders, strongest folder first. */
  List<Rule> own() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      rules.addAll(shelf.book.rules(i));
    }
    return rules;
  }

  Clipper clipper(Wanted wanted) {
    Shelf now = shelf;
    return now.clippers.computeIfAbsent(wanted, key -> clipper(now.book, key));
  }

  /** Returns a clipper with other rules than those of the service. */
  Clipper clipper(RuleBook book, Wanted wanted) {
    Clipper.Builder builder =
        Clipper.builder()
            .rules(book)
            .limits(limits)
            .explain(wanted.explain())
            .balance(wanted.balance());
    if (wanted.language() != null) {
      builder.sentences(VerdictSentences.in(wanted.language()));
    }
    return builder.build();
  }

  /**
   * Does something with a rule that is not saved, in front of the others.
   *
   * @param name the rule's name
   * @param yaml the text of its file
   */
  <T> T with(String name, String yaml, Function<Trial, T> work)
      throws IOException, ProblemException {
    Path folder = Files.createTempDirectory("coupure-rule");
    Path file = folder.resolve(checked(name) + ".yaml");
    try {
      Files.writeString(file, yaml, StandardCharsets.UTF_8);
      List<Path> all = new ArrayList<>(List.of(folder));
      all.addAll(folders);
      List<String> mistakes = RuleBook.mistakes(List.of(folder));
      return work.apply(new Trial(mistakes, mistakes.isEmpty() ? RuleBook.load(all) : book()));
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(422, "rule-mistake", String.valueOf(e.getMessage()));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /**
   * A rule that is tried.
   *
   * @param mistakes what is wrong with it, a message each; empty when it is well
   * @param book all rules with it in front
   */
  record Trial(List<String> mistakes, RuleBook book) {}

  /** Returns the text of a rule's file, or null when no folder has it. */
  @Nullable String text(String name) throws IOException, ProblemException {
    for (Path folder : folders) {
      Path file = folder.resolve(checked(name) + ".yaml");
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Files.readString(file);
      }
    }
    return null;
  }

  /**
   * Saves a rule with the pages of its tests in the first folder.
   *
   * @param tests the pages by their names below the folder, {@code tests/NAME.html}
   * @return the file that was written
   */
  synchronized Path save(String name, String yaml, Map<String, Page> tests)
      throws IOException, ProblemException {
    if (folders.isEmpty()) {
      throw ProblemException.of(409, "no-folder", "the service was started without --rules DIR");
    }
    Path folder = folders.get(0);
    Path file = inside(folder, checked(name) + ".yaml");
    for (Map.Entry<String, Page> test : tests.entrySet()) {
      Path page = inside(folder, "tests/" + checked(test.getKey().substring("tests/".length())));
      write(page, test.getValue().bytes());
    }
    write(file, yaml.getBytes(StandardCharsets.UTF_8));
    shelf = load();
    return file;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try (AtomicFile whole = AtomicFile.replace(file)) {
      whole.stream().write(bytes);
      whole.finish();
    }
  }

  private static String checked(String name) throws ProblemException {
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      throw ProblemException.of(
          400, "bad-name", "a rule's name has small letters, digits, dots and hyphens only");
    }
    return name;
  }

  /** Refuses a place that a link leads out of the folder. */
  private static Path inside(Path folder, String name) throws IOException, ProblemException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    boolean strays =
        Files.isSymbolicLink(file)
            || (parent != null
                && Files.exists(parent)
                && !parent.toRealPath().startsWith(folder.toRealPath()));
    if (strays) {
      throw ProblemException.of(403, "outside", "a link leads out of the folder of rules");
    }
    return file;
  }
}
