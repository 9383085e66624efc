package org.coupure.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.block.Blocks;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a run, ready to be asked which of them fit a page. The host finds a site's rules by
 * hash; themes are asked one after the other for marks that are hash look-ups, too. Immutable and
 * thread-safe.
 */
public final class RuleBook {
  private static final String BUNDLED = "/org/coupure/config/rules/bundled.txt";

  private final Map<String, List<BookEntry>> sites = new HashMap<>();
  private final List<BookEntry> themes = new ArrayList<>();

  private RuleBook(List<List<BookEntry>> shelves) {
    Set<String> names = new HashSet<>();
    for (List<BookEntry> shelf : shelves) {
      Set<String> taken = new HashSet<>(sites.keySet());
      for (BookEntry entry : shelf) {
        if (names.add(entry.name())) {
          add(entry, taken);
        }
      }
    }
  }

  /** A host that an earlier shelf has taken is that shelf's alone. */
  private void add(BookEntry entry, Set<String> taken) {
    if (entry.isTheme()) {
      themes.add(entry);
    }
    for (String host : entry.hosts()) {
      if (!taken.contains(host)) {
        sites.computeIfAbsent(host, h -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** Returns the rules and themes packed into the jar. */
  public static RuleBook bundled() {
    return new RuleBook(List.of(bundledShelf()));
  }

  /**
   * Returns the rules of {@code folders} (every {@code .yaml} and {@code .yml} file in and beneath
   * them) over the bundled ones. An earlier folder overrides a later one, and each of them the
   * bundled rules: a rule of the same name (its path in the folder, such as {@code themes/tagdiv})
   * is replaced, and so are the rules for a host that a rule names.
   *
   * @throws IllegalArgumentException if a rule has mistakes; the message lists all of them, of all
   *     files, with file, line and column
   * @throws IOException if a folder or file cannot be read
   */
  public static RuleBook load(List<Path> folders) throws IOException {
    List<List<BookEntry>> shelves = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    for (Path path : folders) {
      RuleFolder folder = new RuleFolder(path);
      shelves.add(folder.read());
      messages.addAll(folder.messages());
    }
    if (!messages.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", messages));
    }
    shelves.add(bundledShelf());
    return new RuleBook(shelves);
  }

  private static List<BookEntry> bundledShelf() {
    List<BookEntry> shelf = new ArrayList<>();
    for (PressedRules.Source source : PressedRules.read(resource())) {
      Problems problems = new Problems(source.file(), "");
      RuleFile file = RuleFile.of(source.root(), problems);
      if (file == null || !problems.isEmpty()) {
        throw new IllegalStateException(String.join("\n", problems.messages()));
      }
      shelf.add(BookEntry.later(file));
    }
    return shelf;
  }

  private static String resource() {
    try (InputStream in = RuleBook.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + BUNDLED);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException bad) {
      throw new UncheckedIOException(bad);
    }
  }

  /**
   * Returns the rules for a page: those of its host, the longest name first, then the themes whose
   * marks it shows, a user's before the bundled ones, each in the order of their names. Only the
   * first rule that has {@code content} keeps it: two ideas of where the article stands would leave
   * nothing of it.
   */
  public List<Rule> match(@Nullable String url, @Nullable Instant captured, Blocks blocks) {
    Document document = blocks.document();
    if (document == null) {
      return List.of();
    }
    PageMarks page = new PageMarks(blocks, document);
    List<BookEntry> fitting = new ArrayList<>();
    String host = url == null || sites.isEmpty() ? null : Hosts.of(url);
    if (host != null) {
      for (String name : Hosts.withParents(host)) {
        addFitting(sites.getOrDefault(name, List.of()), page, name, fitting);
      }
    }
    addFitting(themes, page, null, fitting);
    return oneContent(fitting);
  }

  private static void addFitting(
      List<BookEntry> entries, PageMarks page, @Nullable String host, List<BookEntry> fitting) {
    for (BookEntry entry : entries) {
      if (entry.fits(page, host)) {
        fitting.add(entry);
      }
    }
  }

  private static List<Rule> oneContent(List<BookEntry> fitting) {
    List<Rule> rules = new ArrayList<>();
    boolean taken = false;
    for (BookEntry entry : fitting) {
      boolean second = taken && entry.rule().hasContent();
      rules.add(second ? entry.withoutContent() : entry.rule());
      taken |= entry.rule().hasContent();
    }
    return rules;
  }
}
