package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coupure.learn.RuleState.Change;
import org.coupure.rules.Found;
import org.coupure.rules.Rule;
import org.coupure.rules.Said;

/**
 * Learns again what a rule has lost, with the rule as a prior: containers that still hold text
 * stay, and only what the pages show to be missing is added.
 */
final class Repair {
  private Repair() {}

  /** Returns the blocks that a rule's containers hold on a page. */
  static BitSet held(Rule rule, Sample sample) {
    BitSet held = new BitSet();
    for (Found found : rule.finds(sample.document())) {
      if (found.said().key().equals("content")) {
        held.or(sample.within(found.elements()));
      }
    }
    return held;
  }

  /** Returns the changes of a rule that the pages ask for; none when it is well or unknown. */
  static List<Change> of(Rule rule, List<Sample> samples) {
    if (samples.size() < RuleLearner.LEAST_PAGES) {
      return List.of();
    }
    Map<Said, Integer> hits = hits(rule, samples);
    List<Change> changes = new ArrayList<>(content(rule, samples, hits));
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

  /** Counts for each selector the pages on which it hits. */
  private static Map<Said, Integer> hits(Rule rule, List<Sample> samples) {
    Map<Said, Integer> hits = new LinkedHashMap<>();
    for (Sample sample : samples) {
      for (Found found : rule.finds(sample.document())) {
        hits.merge(found.said(), found.hits() > 0 ? 1 : 0, Integer::sum);
      }
    }
    return hits;
  }

  private static List<Change> content(Rule rule, List<Sample> samples, Map<Said, Integer> hits) {
    List<Said> containers =
        hits.keySet().stream().filter(said -> said.key().equals("content")).toList();
    if (containers.isEmpty()) {
      return List.of();
    }
    Map<Sample, BitSet> given = new HashMap<>();
    samples.forEach(sample -> given.put(sample, held(rule, sample)));
    ContainerSearch search = new ContainerSearch(new Template(samples), given);
    if (RuleLearner.doubt(search.fit(List.of()), List.of()) == null) {
      return List.of();
    }
    List<String> more = search.find();
    if (more.isEmpty() || RuleLearner.doubt(search.fit(more), more) != null) {
      return List.of();
    }
    // A dead selector makes place for the new ones; without a dead one they stand behind the last.
    Said dead =
        containers.stream()
            .filter(said -> hits.getOrDefault(said, 0) == 0)
            .findFirst()
            .orElse(null);
    Said at = dead != null ? dead : containers.get(containers.size() - 1);
    List<String> now = new ArrayList<>(dead != null ? List.of() : List.of(at.what()));
    now.addAll(more);
    return List.of(new Change(at, now));
  }
}
