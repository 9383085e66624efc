package org.coupure.learn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.rules.Rule;

/**
 * Takes the pulse of rules over stored pages: how often each selector finds something, how often
 * each field is filled, whether the rule keeps its promises, and whether it still gives the text
 * that the page has. Not thread-safe.
 */
public final class RuleHealth {
  private final Clipper clipper = Clipper.create();
  private final Map<String, RuleOnPages> patients = new TreeMap<>();

  /**
   * Adds a page that {@code rule} is for.
   *
   * @param parsed the page; its parse is kept
   * @param ruled what the pipeline with the rule made of it, explained
   * @param generic what it makes of the page without, explained
   * @return whether the page tells something: it is HTML and has text, or a wall where the text was
   */
  public boolean add(Rule rule, ParsedPage parsed, Clip ruled, Clip generic) {
    if (ruled.outcome() == Outcome.BLOCKED) {
      patient(rule).addWall(ruled);
      return true;
    }
    Sample sample = Sample.of(parsed.page(), parsed, generic);
    Article article = ruled.article();
    if (sample == null || article == null) {
      return false;
    }
    patient(rule).add(sample, ruled, article);
    patient(rule).compare(parsed, article, sample.article());
    return true;
  }

  private RuleOnPages patient(Rule rule) {
    return patients.computeIfAbsent(rule.name(), name -> new RuleOnPages(rule, clipper));
  }

  /** Returns how each rule is, in the order of their names. */
  public List<RuleState> states() {
    return patients.values().stream().map(RuleOnPages::state).toList();
  }
}
