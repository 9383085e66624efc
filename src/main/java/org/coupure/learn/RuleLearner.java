package org.coupure.learn;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.page.Page;
import org.coupure.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Learns a rule from pages of one site that nobody labelled: what recurs across the pages is
 * furniture, and the elements that hold on nearly all pages what the generic path kept are the
 * content. It declines where the pages do not agree. Not thread-safe.
 */
public final class RuleLearner {
  /** Of two pages nobody can tell what is the template. */
  static final int LEAST_PAGES = 3;

  /** The share of pages whose text the containers must hold. */
  private static final double MOST_PAGES = 0.9;

  /**
   * Least share of text among the words inside. A site's rule keeps all that it calls content, so a
   * container that needs the classifier to be clean is worse than none.
   */
  private static final double PURE = 0.85;

  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, Integer> hosts = new TreeMap<>();
  private int unaddressed;

  /**
   * Adds a page.
   *
   * @param clip what the generic path made of it, explained
   * @return whether something can be learned from it: it is HTML, has or states an address, and has
   *     text
   */
  public boolean add(Page page, Clip clip) {
    Page known = addressed(page, clip);
    String host = host(known);
    unaddressed += host == null ? 1 : 0;
    Sample sample = host == null ? null : Sample.of(known, clip);
    if (host == null || sample == null) {
      return false;
    }
    samples.add(sample);
    hosts.merge(host, 1, Integer::sum);
    return true;
  }

  /** Many a saved page has lost its address, but states it. */
  private static Page addressed(Page page, Clip clip) {
    Article article = clip.article();
    String address = article == null ? null : article.place().address();
    return page.url() != null || address == null ? page : page.at(address);
  }

  static @Nullable String host(Page page) {
    try {
      String host = page.url() == null ? null : URI.create(page.url()).getHost();
      String lower = host == null ? null : host.toLowerCase(Locale.ROOT);
      return lower != null && lower.startsWith("www.") ? lower.substring(4) : lower;
    } catch (IllegalArgumentException ignored) {
      // A page whose address is none belongs to no site.
      return null;
    }
  }

  /**
   * Returns the rule that the pages of the host with the most pages teach, or why there is none.
   *
   * @param stem the rule's file name without its ending; its tests are called after it
   */
  public Lesson learn(String stem) {
    List<Sample> mine = mine();
    if (mine.size() < LEAST_PAGES) {
      return tooFew(mine);
    }
    Template template = new Template(mine);
    Draft draft = Draft.of(template);
    String doubt = doubt(draft.fit(), draft.content());
    doubt = doubt == null ? HoldOut.doubt(template) : doubt;
    if (doubt != null) {
      return Lesson.declined(doubt, mine.size());
    }
    RuleText text = new RuleText(host(), draft.fit());
    text.list("content", draft.content());
    text.loose();
    text.removals(draft.names(), draft.texts());
    text.habits(draft.habits());
    fields(text, mine);
    List<Page> tests = text.tests(stem, template, draft.inside());
    return new Lesson(text.yaml(), text.figures(), mine.size(), tests);
  }

  /**
   * Returns a rule with what it has lost learned again: what still finds something stays as it was
   * written, comments included.
   *
   * @param rule the rule
   * @param yaml the text of its file
   */
  public Lesson repair(Rule rule, String yaml) {
    List<Sample> mine = mine();
    if (mine.size() < LEAST_PAGES) {
      return tooFew(mine);
    }
    List<RuleState.Change> changes = Repair.of(rule, mine);
    String repaired = RulePatch.apply(yaml, changes);
    if (!repaired.strip().equals(yaml.strip())) {
      String found = changes.stream().map(RuleLearner::told).collect(Collectors.joining("; "));
      return new Lesson(repaired, found, mine.size(), List.of());
    }
    String doubt = Repair.doubt(rule, mine);
    return Lesson.declined(
        doubt == null ? "the rule holds nearly all of the text; nothing is to repair" : doubt,
        mine.size());
  }

  private static String told(RuleState.Change change) {
    String now = change.now().isEmpty() ? "nothing" : String.join(", ", change.now());
    return change.said().key() + " " + change.said().what() + " becomes " + now;
  }

  private List<Sample> mine() {
    String host = host();
    return samples.stream().filter(s -> s.host().equals(host)).toList();
  }

  private Lesson tooFew(List<Sample> mine) {
    return Lesson.declined(
        "a rule wants at least "
            + LEAST_PAGES
            + " pages of one site that have text; there are "
            + mine.size()
            + (unaddressed == 0
                ? ""
                : ", and " + unaddressed + " without an address, which a --manifest can give"),
        mine.size());
  }

  private String host() {
    return hosts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Returns why containers are not to be believed, or null. */
  static @Nullable String doubt(Fit fit, List<String> content) {
    if (fit.covered() < MOST_PAGES * fit.pages()) {
      String where =
          content.isEmpty() ? "no element with a stable name" : String.join(", ", content);
      return String.format(
          Locale.ROOT,
          "the pages do not agree where the text stands: %s holds nearly all of it on %d of %d",
          where,
          fit.covered(),
          fit.pages());
    }
    if (fit.purity() < PURE) {
      return String.format(
          Locale.ROOT,
          "what holds the text (%s) holds too much else: %.0f %% of its words are text",
          String.join(", ", content),
          100 * fit.purity());
    }
    return null;
  }

  private static void fields(RuleText text, List<Sample> samples) {
    FieldSearch fields = new FieldSearch(samples);
    text.field("title", fields.title());
    text.field("authors", fields.authors());
    text.field("published", fields.published());
    text.expect();
  }
}
