package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names whose elements hold the text on nearly all pages: the best one, and as long as
 * another brings in clearly more (an A/B layout, a body in two parts), that one too.
 */
final class ContainerSearch {
  /** A person wants one container and understands a few. */
  private static final int MOST = 4;

  /** The least gain of one more container; less is noise of the classifier. */
  private static final double GAIN = 0.015;

  /** Between names that do nearly the same, the more telling one is taken. */
  private static final double TIE = 0.01;

  private final Template template;
  private final Map<Sample, BitSet> given;

  /** Makes a search that starts from the blocks that an old rule's live containers hold. */
  ContainerSearch(Template template, Map<Sample, BitSet> given) {
    this.template = template;
    this.given = new HashMap<>(given);
  }

  /** Returns selectors to add to what was given, the most important first; maybe none. */
  List<String> find() {
    Set<String> candidates = new TreeSet<>();
    for (Sample sample : template.samples()) {
      BitSet content = template.content(sample);
      sample
          .under()
          .forEach(
              (name, blocks) -> {
                if (blocks.intersects(content)) {
                  candidates.add(name);
                }
              });
    }
    List<String> chosen = new ArrayList<>();
    double reached = fit(chosen).score();
    while (chosen.size() < MOST) {
      String best = best(chosen, candidates, reached + GAIN);
      if (best == null) {
        break;
      }
      chosen.add(best);
      reached = fit(chosen).score();
    }
    return withoutIdle(chosen);
  }

  private @Nullable String best(List<String> chosen, Set<String> candidates, double least) {
    Map<String, ContainerScore> fits = new HashMap<>();
    double top = least;
    for (String candidate : candidates) {
      List<String> more = new ArrayList<>(chosen);
      more.add(candidate);
      ContainerScore fit = fit(more);
      fits.put(candidate, fit);
      top = Math.max(top, fit.score());
    }
    double near = Math.max(least, top - TIE);
    fits.values().removeIf(fit -> fit.score() < near);
    // Of those that do as well the narrowest: the next redesign puts more into the wide ones.
    return fits.entrySet().stream()
        .min(
            Comparator.<Map.Entry<String, ContainerScore>>comparingInt(
                    e -> StableNames.rank(e.getKey()))
                .thenComparingDouble(e -> -e.getValue().tightness())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Takes out what the later ones made superfluous. */
  private List<String> withoutIdle(List<String> chosen) {
    List<String> needed = new ArrayList<>(chosen);
    for (String candidate : chosen) {
      List<String> others = new ArrayList<>(needed);
      others.remove(candidate);
      if (!others.isEmpty() && fit(others).score() >= fit(needed).score() - TIE / 2) {
        needed = others;
      }
    }
    return needed;
  }

  /** Returns how well what was given and {@code selectors} hold the text. */
  ContainerScore fit(List<String> selectors) {
    ContainerScore.Sum sum = new ContainerScore.Sum(template);
    inside(selectors).forEach(sum::add);
    return sum.end();
  }

  /** Returns the blocks of each page that what was given and {@code selectors} hold. */
  Map<Sample, BitSet> inside(List<String> selectors) {
    Map<Sample, BitSet> inside = new HashMap<>();
    for (Sample sample : template.samples()) {
      BitSet blocks = sample.named(selectors);
      blocks.or(given.getOrDefault(sample, new BitSet()));
      inside.put(sample, blocks);
    }
    return inside;
  }
}
