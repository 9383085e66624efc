package org.coupure.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.coupure.block.Blocks;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.yaml.Problems;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * All rules of a run, ready to be asked which of them fit a page. The host finds a site's rules by
 * hash; themes are asked one after the other for marks that are hash look-ups, too. Immutable and
 * thread-safe.
 */
public final class RuleBook {
  private static final String BUNDLED = "/org/coupure/config/" + CompiledRules.FILE;

  private final Map<String, List<LazyRule>> sites = new HashMap<>();
  private final List<LazyRule> themes = new ArrayList<>();
  private final Map<String, LazyRule> names = new HashMap<>();
  private final List<List<LazyRule>> shelves;

  private RuleBook(List<List<LazyRule>> shelves) {
    this.shelves = List.copyOf(shelves);
    for (List<LazyRule> shelf : shelves) {
      Set<String> taken = new HashSet<>(sites.keySet());
      for (LazyRule entry : shelf) {
        if (names.putIfAbsent(entry.name(), entry) == null) {
          add(entry, taken);
        }
      }
    }
    // A rule for some pages of a host goes before the one for all of them.
    sites.forEach(
        (host, entries) -> entries.sort(Comparator.comparing(entry -> entry.isForAllOf(host))));
  }

  /** A host that an earlier shelf has taken is that shelf's alone. */
  private void add(LazyRule entry, Set<String> taken) {
    if (entry.isTheme()) {
      themes.add(entry);
    }
    for (String host : entry.hosts()) {
      if (!taken.contains(host)) {
        sites.computeIfAbsent(host, h -> new ArrayList<>(1)).add(entry);
      }
    }
  }

  /** Returns a book without rules: what the generic path makes of pages on its own. */
  public static RuleBook empty() {
    return new RuleBook(List.of());
  }

  /** Returns the rules and themes packed into the jar. */
  public static RuleBook bundled() {
    List<List<LazyRule>> shelves = List.of(bundledShelf());
    new RuleBookBuilder(shelves).connect();
    return new RuleBook(shelves);
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
    List<List<LazyRule>> shelves = new ArrayList<>();
    List<String> messages = read(folders, shelves, RuleFolder::read);
    if (!messages.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", messages));
    }
    return new RuleBook(shelves);
  }

  /**
   * Returns the rules of {@code folders} as {@link #load} does, but begins sooner where there are
   * many: of a folder with more than 200 files it reads only which pages each rule is for, and all
   * of a rule when the first page of it is met. A mistake that is found then is a broken promise of
   * the rule: it says nothing about the page, and {@link AppliedRules#misses} tells why. {@link
   * #mistakes} finds all at once.
   *
   * @throws IllegalArgumentException if there are mistakes in what is read; the message lists all
   *     of them, of all files, with file, line and column
   * @throws IOException if a folder or file cannot be read
   */
  public static RuleBook open(List<Path> folders) throws IOException {
    List<List<LazyRule>> shelves = new ArrayList<>();
    // Who has to mend one file wants to hear of the others, too.
    return read(folders, shelves, RuleFolder::open).isEmpty()
        ? new RuleBook(shelves)
        : load(folders);
  }

  private static List<String> read(List<Path> folders, List<List<LazyRule>> shelves, Way way)
      throws IOException {
    List<String> messages = new ArrayList<>();
    for (Path path : folders) {
      RuleFolder folder = new RuleFolder(path);
      shelves.add(way.read(folder));
      messages.addAll(folder.messages());
    }
    shelves.add(bundledShelf());
    RuleBookBuilder all = new RuleBookBuilder(shelves);
    all.connect();
    all.refuseDoubles();
    messages.addAll(all.messages());
    return messages;
  }

  private static List<LazyRule> bundledShelf() {
    List<LazyRule> shelf = new ArrayList<>();
    for (CompiledRules.Source source : CompiledRules.read(resource())) {
      Problems problems = new Problems(source.file(), "");
      RuleFile file = RuleFile.of(source.root(), problems);
      if (file == null || !problems.isEmpty()) {
        throw new IllegalStateException(String.join("\n", problems.messages()));
      }
      shelf.add(LazyRule.later(file));
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
   * marks it shows, a user's before the bundled ones, each in the order of their names.
   *
   * @param url the page's URL, or null: only themes fit then
   * @param captured when it was captured, which decides between versions of a rule; null counts as
   *     after all dates in rules
   */
  public List<Rule> match(@Nullable String url, @Nullable Instant captured, Blocks blocks) {
    Document document = blocks.document();
    return document == null
        ? List.of()
        : match(url, captured, new PageMarks(url, blocks, document));
  }

  /** Returns what the rules that fit a page say about it; see {@link #match}. */
  public AppliedRules rule(@Nullable String url, @Nullable Instant captured, Blocks blocks) {
    Document document = blocks.document();
    if (document == null) {
      return AppliedRules.of(List.of(), blocks, null);
    }
    PageMarks page = new PageMarks(url, blocks, document);
    return AppliedRules.of(match(url, captured, page), blocks, page.dom());
  }

  private List<Rule> match(@Nullable String url, @Nullable Instant captured, PageMarks page) {
    List<Rule> fitting = new ArrayList<>();
    String host = url == null || sites.isEmpty() ? null : Url.host(url);
    if (host != null) {
      for (String name : Site.withParents(host)) {
        for (LazyRule entry : sites.getOrDefault(name, List.of())) {
          if (entry.fits(page, captured, host, name) && !fitting.contains(entry.rule())) {
            fitting.add(entry.rule());
          }
        }
      }
    }
    for (LazyRule entry : themes) {
      if (entry.fits(page, captured, null, null)) {
        fitting.add(entry.rule());
      }
    }
    return fitting;
  }

  /**
   * Returns the site rules that a URL fits before there is a page of it, strongest first: for the
   * fetcher, which asks them for headers. Rules that ask for marks of the page are left out.
   */
  public List<Rule> forUrl(String url) {
    List<Rule> fitting = new ArrayList<>();
    String host = Url.host(url);
    if (host != null) {
      for (String name : Site.withParents(host)) {
        for (LazyRule entry : sites.getOrDefault(name, List.of())) {
          if (entry.fitsUrl(url, host, name)) {
            fitting.add(entry.rule());
          }
        }
      }
    }
    return fitting;
  }

  /**
   * Returns the request headers that the site's rules want for a URL before there is a page of it;
   * the strongest rule's word counts for each.
   */
  public Map<String, String> headers(String url) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    forUrl(url).forEach(rule -> rule.headers().forEach(headers::putIfAbsent));
    return headers;
  }

  /** Returns whether a rule of {@code host} wants the cookies kept that its site sets. */
  public boolean keepsCookies(String host) {
    for (String name : Site.withParents(host)) {
      for (LazyRule entry : sites.getOrDefault(name, List.of())) {
        if (entry.rule().keepsCookies()
            && entry.file().conditions().stream().anyMatch(c -> c.isFor(host, name))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the rule of a name, such as {@code themes/tagdiv}, or empty. */
  public Optional<Rule> named(String name) {
    return Optional.ofNullable(names.get(name)).map(LazyRule::rule);
  }

  /**
   * Returns all rules of a folder that count, also for no page that was met, in the order of their
   * names.
   *
   * @param folder which of the folders, from 0; the bundled rules come last
   */
  public List<Rule> rules(int folder) {
    List<Rule> rules = new ArrayList<>();
    for (LazyRule entry : shelves.get(folder)) {
      if (names.get(entry.name()) == entry) {
        rules.add(entry.rule());
      }
    }
    return rules;
  }

  /** Returns every rule that names the URL's host, strongest first, with why it counts or not. */
  public List<RulePrecedence> standings(String url, @Nullable Instant captured) {
    List<RulePrecedence> standings = new ArrayList<>();
    String host = Url.host(url);
    if (host == null) {
      return standings;
    }
    for (String name : Site.withParents(host)) {
      for (int folder = 0; folder < shelves.size(); folder++) {
        for (LazyRule entry : shelves.get(folder)) {
          if (entry.hosts().contains(name)) {
            String against = against(entry, name, host, captured);
            boolean speaks = against.isEmpty();
            boolean open = speaks && !entry.fitsUrl(url, host, name);
            String why = open ? depends(entry, url) : against;
            standings.add(new RulePrecedence(entry.name(), folder, speaks, why));
          }
        }
      }
    }
    return standings;
  }

  private String against(LazyRule entry, String name, String host, @Nullable Instant captured) {
    if (names.get(entry.name()) != entry) {
      return "replaced by the rule of this name in an earlier folder";
    }
    if (!sites.getOrDefault(name, List.of()).contains(entry)) {
      return "an earlier folder has its own rule for " + name;
    }
    if (entry.file().conditions().stream().noneMatch(c -> c.isFor(host, name))) {
      return "is for hosts below " + name + " only";
    }
    return entry.file().validity().holds(captured) ? "" : "is not valid on the day of the capture";
  }

  private static String depends(LazyRule entry, String url) {
    boolean addressed =
        entry.file().conditions().stream()
            .flatMap(condition -> condition.marks().stream())
            .anyMatch(mark -> mark instanceof PageCondition.UrlMatches wanted && !wanted.fits(url));
    return addressed ? "asks for another address (`paths`, `urls`)" : "if the page shows its marks";
  }

  /**
   * Returns the mistakes of all rules in {@code folders}, each with file, line and column; empty
   * when {@link #load} would take them.
   *
   * @throws IOException if a folder or file cannot be read
   */
  public static List<String> mistakes(List<Path> folders) throws IOException {
    List<List<LazyRule>> shelves = new ArrayList<>();
    return new ArrayList<>(read(folders, shelves, RuleFolder::read));
  }

  /** Returns how many rules there are. */
  public int size() {
    return names.size();
  }

  /** How much of a folder is read. */
  private interface Way {
    List<LazyRule> read(RuleFolder folder) throws IOException;
  }
}
