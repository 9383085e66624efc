package org.coupure.learn;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.page.Page;
import org.coupure.rules.Rule;

/**
 * Learns a rule from unlabelled pages of one site: texts that recur across the pages are
 * boilerplate, and the elements that hold the kept text on nearly all pages are the content. It
 * declines where the pages do not agree. Not thread-safe.
 */
public final class RuleLearner {
  /** More pages would make the rule's folder heavy and its tests no better. */
  private static final int MAX_TESTS = 3;

  private final List<Sample> samples = new ArrayList<>();

  /**
   * Adds a page.
   *
   * @param parsed the page; its parse is kept
   * @param clip what the generic path made of it, explained
   * @return whether something can be learned from it: it is HTML and has text
   */
  public boolean add(ParsedPage parsed, Clip clip) {
    Sample sample = Sample.of(addressed(parsed.page(), clip), parsed, clip);
    if (sample != null) {
      samples.add(sample);
    }
    return sample != null;
  }

  /** Saved pages that lost their URL often state it. */
  private static Page addressed(Page page, Clip clip) {
    Article article = clip.article();
    String url = article == null ? null : article.place().urlOrCanonical();
    return page.url() != null || url == null ? page : page.at(url);
  }

  /**
   * Returns the rule learned from the pages of the host with the most pages, or why there is none.
   *
   * @param stem the rule's file name without its ending; its tests are called after it
   */
  public LearnedRule learn(String stem) {
    List<Sample> mine = mine();
    if (mine.size() < Template.LEAST_PAGES) {
      return tooFew(mine);
    }
    Template template = new Template(mine);
    Draft draft = Draft.of(template);
    String doubt = draft.fit().doubt(draft.content());
    doubt = doubt == null ? CrossValidation.doubt(template) : doubt;
    if (doubt != null) {
      return LearnedRule.declined(doubt, mine.size());
    }
    RuleText text = RuleText.learned(draft.fit());
    return written(text, draft, template, stem, MAX_TESTS);
  }

  /**
   * Returns a draft of a rule from all added pages, of which one is enough; a person should review
   * it. It is not declined for doubts but names them, and each page becomes a test.
   *
   * @param stem the rule's file name without its ending; its tests are called after it
   */
  public LearnedRule draft(String stem) {
    if (samples.isEmpty()) {
      return LearnedRule.declined("no page gave a text to go by", 0);
    }
    Template template = Template.ofFew(samples);
    Draft draft = Draft.of(template);
    RuleText text = RuleText.drafted(draft.fit(), draft.fit().doubt(draft.content()));
    return written(text, draft, template, stem, samples.size());
  }

  private static LearnedRule written(
      RuleText text, Draft draft, Template template, String stem, int maxTests) {
    List<Sample> from = template.samples();
    text.hosts(from.stream().map(Sample::host).filter(Objects::nonNull).distinct().toList());
    text.content(draft.content());
    text.removals(draft.names(), draft.texts());
    text.habits(draft.habits());
    fields(text, from);
    List<Page> tests = text.tests(stem, template, draft.inside(), maxTests);
    return new LearnedRule(text.yaml(), draft.fit().figures(), from.size(), tests);
  }

  /**
   * Returns a rule with what it has lost learned again: what still finds something stays as it was
   * written, comments included.
   *
   * @param rule the rule
   * @param yaml the text of its file
   */
  public LearnedRule repair(Rule rule, String yaml) {
    List<Sample> mine = mine();
    if (mine.size() < Template.LEAST_PAGES) {
      return tooFew(mine);
    }
    List<RuleState.Change> changes = Repair.of(rule, mine);
    String repaired = RulePatch.apply(yaml, changes);
    if (!repaired.strip().equals(yaml.strip())) {
      String found = changes.stream().map(RuleLearner::told).collect(Collectors.joining("; "));
      return new LearnedRule(repaired, found, mine.size(), List.of());
    }
    String doubt = Repair.doubt(rule, mine);
    return LearnedRule.declined(
        doubt == null ? "the rule holds nearly all of the text; nothing is to repair" : doubt,
        mine.size());
  }

  private static String told(RuleState.Change change) {
    String now = change.now().isEmpty() ? "nothing" : String.join(", ", change.now());
    return change.said().key() + " " + change.said().what() + " becomes " + now;
  }

  /** Returns the pages of the host that has the most of them. */
  private List<Sample> mine() {
    Map<String, List<Sample>> sites =
        samples.stream()
            .filter(sample -> sample.host() != null)
            .collect(Collectors.groupingBy(s -> String.valueOf(s.host()), TreeMap::new, toList()));
    return sites.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  private LearnedRule tooFew(List<Sample> mine) {
    long without = samples.stream().filter(sample -> sample.host() == null).count();
    return LearnedRule.declined(
        "a rule wants at least "
            + Template.LEAST_PAGES
            + " pages of one site that have text; there are "
            + mine.size()
            + (without == 0
                ? ""
                : ", and " + without + " without a URL, which a --manifest can give"),
        mine.size());
  }

  private static void fields(RuleText text, List<Sample> samples) {
    FieldSearch fields = new FieldSearch(samples);
    text.field("title", fields.title());
    text.field("authors", fields.authors());
    text.field("published", fields.published());
    text.expect();
  }
}
