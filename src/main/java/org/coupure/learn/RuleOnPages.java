package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Quality;
import org.coupure.learn.RuleState.Complaint;
import org.coupure.learn.RuleState.Counts;
import org.coupure.learn.RuleState.Lengths;
import org.coupure.learn.RuleState.Rates;
import org.coupure.learn.RuleState.SelectorState;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleStatement;
import org.coupure.rules.SelectorMatch;
import org.jspecify.annotations.Nullable;

/** One rule and its pages. Not thread-safe. */
final class RuleOnPages {
  /**
   * A rule whose text is this much shorter than that of the generic extraction has lost a part of
   * it.
   */
  private static final double LOST = 0.8;

  private static final String TEASER =
      "the page shows the beginning of a text; the rest stands in its structured data"
          + " (`content: {json: $..articleBody}` reads it)";

  private final Rule rule;
  private final List<Sample> samples = new ArrayList<>();
  private final Map<RuleStatement, Integer> hits = new LinkedHashMap<>();
  private final Map<String, Integer> fields = new TreeMap<>();
  private final Map<String, List<String>> lost = new TreeMap<>();
  private final EffectOnPages effect;
  private int misses;
  private int beaten;
  private int well;
  private int walls;
  private long words;
  private long genericWords;
  private @Nullable String cause;

  RuleOnPages(Rule rule, Clipper clipper) {
    this.rule = rule;
    this.effect = new EffectOnPages(clipper);
  }

  /** Adds a page that holds no article but a wall before it. */
  void addWall(Clip clip) {
    walls++;
    cause = cause == null ? clip.detail() : cause;
  }

  void add(Sample sample, Clip ruled, Article article) {
    samples.add(sample);
    for (SelectorMatch match : rule.finds(sample.document())) {
      hits.merge(match.said(), match.hits() > 0 ? 1 : 0, Integer::sum);
    }
    filled(article);
    List<String> flags = article.quality().flags();
    boolean worse = flags.contains(Quality.RULE_BEATEN);
    boolean miss = flags.contains(Quality.RULE_MISS) && !worse;
    misses += miss ? 1 : 0;
    beaten += worse ? 1 : 0;
    boolean teaser = flags.contains(Quality.TEASER);
    if ((miss || worse || teaser) && cause == null) {
      cause = teaser ? TEASER : ruled.detail();
    }
    int own = article.quality().words();
    int other = sample.article().quality().words();
    words += own;
    genericWords += other;
    boolean good = !miss && !worse && !teaser && own >= LOST * other;
    well += good ? 1 : 0;
    if (!good) {
      noteLost(sample, Repair.held(rule, sample));
    }
  }

  void compare(ParsedPage page, Article ruled, Article generic) {
    effect.add(page, ruled.explanation().blocks(), generic.explanation().blocks());
  }

  private void filled(Article article) {
    fill("title", article.headline().title() != null);
    fill("subtitle", article.headline().subtitle() != null);
    fill("authors", !article.byline().authors().isEmpty());
    fill("published", article.dates().published() != null);
    fill("section", article.place().section() != null);
    fill("tags", !article.tags().isEmpty());
    fill("images", !article.images().isEmpty());
  }

  private void fill(String field, boolean there) {
    fields.merge(field, there ? 1 : 0, Integer::sum);
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
    List<SelectorState> selectors = new ArrayList<>();
    hits.forEach((said, pages) -> selectors.add(new SelectorState(said, pages)));
    int pages = samples.size();
    int some = Math.max(1, pages);
    return new RuleState(
        rule.name(),
        new Counts(pages, misses, beaten, well, walls),
        new Lengths(words / some, genericWords / some),
        new Complaint(cause, place),
        new Rates(selectors, fields),
        effect.effect(),
        // A theme's selectors are for many sites, of which no one shows them all.
        rule.isTheme() ? List.of() : Repair.of(rule, samples));
  }
}
