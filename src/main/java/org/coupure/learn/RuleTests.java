package org.coupure.learn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.learn.TestResult.State;
import org.coupure.page.Page;
import org.coupure.rules.PageTest;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests that the rules of a folder bring along. Beside a stored page {@code story.html}
 * may lie {@code story.txt}, the golden file: the title, a blank line and the passages, as they
 * must come out. Not thread-safe.
 */
public final class RuleTests {
  private final Path folder;
  private final Clipper clipper;
  private final boolean update;

  /**
   * Makes a run.
   *
   * @param folder where the rules lie
   * @param book the rules that clip the pages, those of the folder among them
   * @param update whether golden files are written instead of compared with
   */
  public RuleTests(Path folder, RuleBook book, boolean update) {
    this.folder = folder;
    this.clipper = Clipper.builder().rules(book).build();
    this.update = update;
  }

  /**
   * Runs the tests of {@code rule}, a rule of the folder, in its order.
   *
   * @throws IOException if a golden file cannot be written
   */
  public List<TestResult> run(Rule rule) throws IOException {
    List<TestResult> results = new ArrayList<>();
    for (PageTest test : rule.tests()) {
      results.add(run(rule, test));
    }
    return results;
  }

  private TestResult run(Rule rule, PageTest test) throws IOException {
    String name = test.page();
    if (name == null) {
      return result(rule, String.valueOf(test.url()), State.WAITING, List.of(), List.of());
    }
    Path file = folder.resolve(rule.name()).resolveSibling(name);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return failed(rule, name, file + " is not there");
    } catch (IOException e) {
      return failed(rule, name, file + " cannot be read: " + e.getMessage());
    }
    Clip clip = clipper.clip(page(file, bytes, test));
    List<String> failures = new ArrayList<>();
    check(rule, test, clip, failures);
    return golden(rule, name, file, clip, failures);
  }

  private static Page page(Path file, byte[] bytes, PageTest test) {
    return Page.builder(file.toString(), bytes).url(test.url()).captured(test.captured()).build();
  }

  private static TestResult failed(Rule rule, String page, String failure) {
    return result(rule, page, State.FAILED, List.of(failure), List.of());
  }

  private static TestResult result(
      Rule rule, String page, State state, List<String> failures, List<TextDiff.Line> lines) {
    return new TestResult(rule.name(), page, state, failures, lines);
  }

  private static void check(Rule rule, PageTest test, Clip clip, List<String> failures) {
    Article article = clip.article();
    String text = article == null ? "" : article.text();
    String spoke = article == null ? null : article.provenance().rule();
    if (!rule.name().equals(spoke)) {
      failures.add(
          spoke == null
              ? "the rule does not fit the page; is `url` one of its hosts?"
              : "the rule " + spoke + " goes before it");
    }
    if (!test.fields().containsKey("outcome") && clip.detail() != null) {
      failures.add(clip.outcome().code() + ": " + clip.detail());
    }
    for (String wanted : test.contains()) {
      if (!text.contains(wanted)) {
        failures.add("the text lacks \"" + wanted + "\"");
      }
    }
    for (String unwanted : test.lacks()) {
      if (text.contains(unwanted)) {
        failures.add("the text contains \"" + unwanted + "\"");
      }
    }
    Map<String, String> found = FieldTexts.of(clip);
    test.fields().keySet().stream()
        .sorted()
        .forEach(name -> field(name, test.fields().get(name), found.get(name), failures));
  }

  private static void field(
      String name, @Nullable String wanted, @Nullable String found, List<String> failures) {
    if (wanted != null && !wanted.equals(found)) {
      failures.add(
          found == null || found.isEmpty()
              ? name + " is missing, and should be \"" + wanted + "\""
              : name + " is \"" + found + "\", and should be \"" + wanted + "\"");
    }
  }

  private TestResult golden(Rule rule, String name, Path page, Clip clip, List<String> failures)
      throws IOException {
    Path golden = golden(page);
    String text = clipping(clip);
    if (update) {
      boolean same = Files.exists(golden) && Files.readString(golden).equals(text);
      if (!same && failures.isEmpty()) {
        Files.writeString(golden, text, StandardCharsets.UTF_8);
        return result(rule, name, State.WRITTEN, failures, List.of());
      }
    }
    List<TextDiff.Line> lines =
        Files.exists(golden) ? TextDiff.of(Files.readString(golden), text) : List.of();
    boolean good = failures.isEmpty() && lines.isEmpty();
    return result(rule, name, good ? State.PASSED : State.FAILED, failures, lines);
  }

  private static Path golden(Path page) {
    String name = String.valueOf(page.getFileName());
    int dot = name.lastIndexOf('.');
    return page.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".txt");
  }

  private static String clipping(Clip clip) {
    Article article = clip.article();
    if (article == null) {
      return "";
    }
    String title = article.headline().title();
    return (title == null ? "" : title + "\n\n") + article.text() + "\n";
  }
}
