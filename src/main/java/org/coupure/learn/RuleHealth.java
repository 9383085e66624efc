package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Quality;
import org.coupure.page.Page;
import org.coupure.rules.Found;
import org.coupure.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Takes the pulse of a site's rules over stored pages: how often each selector finds something,
 * whether the rule keeps its promises, and whether it still gives the text that the page has. Not
 * thread-safe.
 */
public final class RuleHealth {
  /** A rule that gives so much less than the generic path has lost a part of the text. */
  private static final double LOST = 0.8;

  private final Map<String, Patient> patients = new TreeMap<>();

  /**
   * Adds a page that {@code rule} is for.
   *
   * @param ruled what the pipeline with the rule made of it
   * @param generic what the generic path makes of it, explained
   * @return whether the page tells something: it is HTML and has text
   */
  public boolean add(Rule rule, Page page, Clip ruled, Clip generic) {
    Sample sample = Sample.of(page, generic);
    Article article = ruled.article();
    if (sample == null || article == null) {
      return false;
    }
    patients.computeIfAbsent(rule.name(), name -> new Patient(rule)).add(sample, ruled, article);
    return true;
  }

  /** Returns how each rule is, in the order of their names. */
  public List<RuleState> states() {
    return patients.values().stream().map(Patient::state).toList();
  }

  /** One rule and its pages. */
  private static final class Patient {
    private final Rule rule;
    private final List<Sample> samples = new ArrayList<>();
    private final List<RuleState.SelectorState> selectors = new ArrayList<>();
    private final Map<String, List<String>> lost = new TreeMap<>();
    private int misses;
    private int beaten;
    private int well;
    private long words;
    private long genericWords;
    private @Nullable String cause;

    Patient(Rule rule) {
      this.rule = rule;
    }

    void add(Sample sample, Clip ruled, Article article) {
      samples.add(sample);
      List<Found> finds = rule.finds(sample.document());
      for (int i = 0; i < finds.size(); i++) {
        int hit = finds.get(i).hits() > 0 ? 1 : 0;
        if (i == selectors.size()) {
          selectors.add(new RuleState.SelectorState(finds.get(i).said(), 0));
        }
        selectors.set(
            i, new RuleState.SelectorState(finds.get(i).said(), selectors.get(i).pages() + hit));
      }
      List<String> flags = article.quality().flags();
      boolean miss = flags.contains(Quality.RULE_MISS);
      boolean lost = flags.contains(Quality.RULE_BEATEN);
      misses += miss && !lost ? 1 : 0;
      beaten += lost ? 1 : 0;
      if (miss && cause == null) {
        cause = ruled.detail();
      }
      int own = article.quality().words();
      int other = sample.article().quality().words();
      words += own;
      genericWords += other;
      boolean good = !miss && !lost && own >= LOST * other;
      well += good ? 1 : 0;
      if (!good) {
        noteLost(sample, Repair.held(rule, sample));
      }
    }

    private void noteLost(Sample sample, BitSet held) {
      sample.kept().stream()
          .filter(i -> !held.get(i))
          .forEach(
              i -> {
                String where = sample.article().explanation().blocks().get(i).where();
                if (where != null) {
                  lost.computeIfAbsent(where, w -> new ArrayList<>()).add(sample.text(i));
                }
              });
    }

    RuleState state() {
      String place =
          lost.entrySet().stream()
              .max(Comparator.comparingInt(entry -> String.join(" ", entry.getValue()).length()))
              .map(Map.Entry::getKey)
              .orElse(null);
      return new RuleState(
          rule.name(),
          samples.size(),
          misses,
          beaten,
          well,
          words / samples.size(),
          genericWords / samples.size(),
          cause,
          place,
          selectors,
          Repair.of(rule, samples));
    }
  }
}
