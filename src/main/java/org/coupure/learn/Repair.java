package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.coupure.learn.RuleState.Change;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleStatement;
import org.coupure.rules.SelectorMatch;
import org.jspecify.annotations.Nullable;

/**
 * Learns again what a rule has lost, with the rule as a prior: containers that still hold text
 * stay, and only what the pages show to be missing is added.
 */
final class Repair {
  /** A container of which less is text holds something else; chosen. */
  private static final double HARDLY = 0.3;

  private Repair() {}

  /** Returns the blocks that a rule's containers hold on a page. */
  static BitSet held(Rule rule, Sample sample) {
    return held(rule, sample, said -> true);
  }

  private static BitSet held(Rule rule, Sample sample, Predicate<RuleStatement> which) {
    return under(rule, sample, said -> said.key().equals("content") && which.test(said));
  }

  private static BitSet under(Rule rule, Sample sample, String key) {
    return under(rule, sample, said -> said.key().equals(key));
  }

  private static BitSet under(Rule rule, Sample sample, Predicate<RuleStatement> which) {
    BitSet held = new BitSet();
    for (SelectorMatch match : rule.finds(sample.document())) {
      if (which.test(match.said())) {
        held.or(sample.within(match.elements()));
      }
    }
    return held;
  }

  /** Returns the changes of a rule that the pages ask for; none when it is well or unknown. */
  static List<Change> of(Rule rule, List<Sample> samples) {
    if (samples.size() < Template.LEAST_PAGES) {
      return List.of();
    }
    Map<RuleStatement, Integer> hits = hits(rule, samples);
    List<Change> changes = new ArrayList<>(content(rule, samples, hits));
    if (!changes.isEmpty()) {
      changes.addAll(removals(rule, samples, hits, changes));
    }
    FieldSearch fields = new FieldSearch(samples);
    hits.forEach(
        (said, pages) -> {
          String found =
              switch (said.key()) {
                case "title" -> fields.title();
                case "authors" -> fields.authors();
                case "published" -> fields.published();
                default -> null;
              };
          if (pages == 0 && found != null) {
            changes.add(new Change(said, List.of(found)));
          }
        });
    return changes;
  }

  /** Returns why a rule's containers, as they are, are not to be believed, or null. */
  static @Nullable String doubt(Rule rule, List<Sample> samples) {
    Map<Sample, BitSet> given = new HashMap<>();
    samples.forEach(sample -> given.put(sample, held(rule, sample)));
    ContainerScore fit = new ContainerSearch(new Template(samples), given).fit(List.of());
    return fit.doubt(List.of());
  }

  /** Counts for each selector the pages on which it hits. */
  private static Map<RuleStatement, Integer> hits(Rule rule, List<Sample> samples) {
    Map<RuleStatement, Integer> hits = new LinkedHashMap<>();
    for (Sample sample : samples) {
      for (SelectorMatch match : rule.finds(sample.document())) {
        hits.merge(match.said(), match.hits() > 0 ? 1 : 0, Integer::sum);
      }
    }
    return hits;
  }

  private static List<Change> content(
      Rule rule, List<Sample> samples, Map<RuleStatement, Integer> hits) {
    List<RuleStatement> containers =
        hits.keySet().stream().filter(said -> said.key().equals("content")).toList();
    if (containers.isEmpty()) {
      return List.of();
    }
    Template template = new Template(samples);
    List<RuleStatement> dead =
        containers.stream().filter(said -> isDead(said, rule, template)).toList();
    Map<Sample, BitSet> given = new HashMap<>();
    samples.forEach(sample -> given.put(sample, held(rule, sample, said -> !dead.contains(said))));
    ContainerSearch search = new ContainerSearch(template, given);
    List<String> more = search.find();
    boolean well = search.fit(List.of()).doubt(List.of()) == null;
    if (well || more.isEmpty() || search.fit(more).doubt(more) != null) {
      return List.of();
    }
    // A dead selector makes place for the new ones; without a dead one they stand behind the last.
    List<Change> changes = new ArrayList<>();
    RuleStatement last = containers.get(containers.size() - 1);
    List<String> now = new ArrayList<>(dead.isEmpty() ? List.of(last.what()) : List.of());
    now.addAll(more);
    changes.add(new Change(dead.isEmpty() ? last : dead.get(0), now));
    dead.stream().skip(1).forEach(said -> changes.add(new Change(said, List.of())));
    return changes;
  }

  /**
   * Where the containers have changed, the boxes inside have too: a removal without matches is
   * replaced by the boilerplate of the new containers. Elsewhere it may wait for a box that is
   * rare.
   */
  private static List<Change> removals(
      Rule rule, List<Sample> samples, Map<RuleStatement, Integer> hits, List<Change> changes) {
    Template template = new Template(samples);
    Map<Sample, BitSet> inside = new LinkedHashMap<>();
    for (Sample sample : samples) {
      BitSet blocks = held(rule, sample);
      changes.forEach(change -> blocks.or(sample.named(change.now())));
      blocks.andNot(under(rule, sample, "remove"));
      inside.put(sample, blocks);
    }
    List<String> names = template.names(inside, Draft.MAX_REMOVALS);
    RuleStatement dead =
        hits.keySet().stream()
            .filter(said -> said.key().equals("remove") && hits.getOrDefault(said, 0) == 0)
            .findFirst()
            .orElse(null);
    return names.isEmpty() || dead == null ? List.of() : List.of(new Change(dead, names));
  }

  /** Returns whether a container holds nothing, or now bears another's name: hardly any text. */
  private static boolean isDead(RuleStatement said, Rule rule, Template template) {
    double words = 0;
    double text = 0;
    for (Sample sample : template.samples()) {
      BitSet held = held(rule, sample, said::equals);
      words += sample.words(held);
      held.and(template.content(sample));
      text += sample.words(held);
    }
    return text < HARDLY * words || words == 0;
  }
}
