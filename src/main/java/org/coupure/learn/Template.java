package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a site have in common: texts that recur are boilerplate, and so are elements of
 * a name in which nothing was ever kept. The other kept blocks are content.
 */
final class Template {
  /** A text on half of the pages is not any page's own. */
  static final double RECURS = 0.5;

  /** On two pages a coincidence is a pattern: shops show the same product twice. */
  static final int LEAST_PAGES = 3;

  /** Shorter texts recur in articles, too: "Ingredients", "Advertisement". */
  private static final int TELLING_WORDS = 5;

  /** Longer texts would make a rule unreadable. */
  private static final int LONGEST_TEXT = 160;

  private final List<Sample> samples;
  private final Set<String> recurring;
  private final Set<String> idle;
  private final int least;

  Template(List<Sample> samples) {
    this(samples, LEAST_PAGES);
  }

  private Template(List<Sample> samples, int least) {
    this.samples = List.copyOf(samples);
    this.least = least;
    this.recurring = recurring();
    this.idle = idle();
  }

  /** Returns what a page or two show, as a draft that a person reads may believe it. */
  static Template ofFew(List<Sample> samples) {
    return new Template(samples, Math.min(LEAST_PAGES, samples.size()));
  }

  List<Sample> samples() {
    return samples;
  }

  private Set<String> recurring() {
    Map<String, Integer> pages = new HashMap<>();
    for (Sample sample : samples) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < sample.blocks().size(); i++) {
        if (sample.words(i) >= TELLING_WORDS) {
          seen.add(sample.text(i));
        }
      }
      seen.forEach(text -> pages.merge(text, 1, Integer::sum));
    }
    double enough = Math.max(LEAST_PAGES, samples.size() * RECURS);
    pages.values().removeIf(count -> count < enough);
    return pages.keySet();
  }

  private Set<String> idle() {
    Map<String, Integer> pages = new LinkedHashMap<>();
    Set<String> busy = new HashSet<>();
    for (Sample sample : samples) {
      BitSet content = content(sample);
      sample
          .under()
          .forEach(
              (name, blocks) -> {
                pages.merge(name, 1, Integer::sum);
                if (blocks.intersects(content) || blocks.intersects(sample.fields())) {
                  busy.add(name);
                }
              });
    }
    pages.values().removeIf(count -> count < least);
    pages.keySet().removeAll(busy);
    pages.keySet().removeIf(name -> name.contains(" "));
    return pages.keySet();
  }

  /** Returns the kept blocks that are the page's own. */
  BitSet content(Sample sample) {
    BitSet content = (BitSet) sample.kept().clone();
    content.stream().filter(i -> recurring.contains(sample.text(i))).forEach(content::clear);
    return content;
  }

  /** Returns the blocks that are boilerplate by their names or texts. */
  BitSet furniture(Sample sample) {
    BitSet furniture = sample.named(idle);
    for (int i = 0; i < sample.blocks().size(); i++) {
      if (recurring.contains(sample.text(i))) {
        furniture.set(i);
      }
    }
    return furniture;
  }

  /**
   * Returns the names of boilerplate elements inside {@code inside}; an outer element covers the
   * ones in it.
   */
  List<String> names(Map<Sample, BitSet> inside, int most) {
    Map<Sample, BitSet> left = new LinkedHashMap<>();
    inside.forEach((sample, blocks) -> left.put(sample, (BitSet) blocks.clone()));
    List<String> names = new ArrayList<>();
    Set<String> candidates = new HashSet<>(idle);
    while (names.size() < most) {
      String best = best(candidates, left);
      if (best == null) {
        return names;
      }
      names.add(best);
      candidates.remove(best);
      String taken = best;
      left.forEach((sample, blocks) -> blocks.andNot(sample.named(List.of(taken))));
    }
    return names;
  }

  private @Nullable String best(Set<String> candidates, Map<Sample, BitSet> left) {
    String best = null;
    int most = 0;
    for (String candidate : candidates) {
      int pages = 0;
      int words = 0;
      for (Map.Entry<Sample, BitSet> page : left.entrySet()) {
        BitSet hit = page.getKey().named(List.of(candidate));
        hit.and(page.getValue());
        pages += hit.isEmpty() ? 0 : 1;
        words += page.getKey().words(hit);
      }
      boolean better =
          best == null || words > most || (words == most && candidate.compareTo(best) < 0);
      if (pages >= Math.min(2, least) && better) {
        best = candidate;
        most = words;
      }
    }
    return best;
  }

  /** Returns recurring texts inside {@code inside}, each on two pages at least. */
  List<String> texts(Map<Sample, BitSet> inside, int most) {
    Map<String, Integer> pages = new TreeMap<>();
    inside.forEach(
        (sample, blocks) ->
            blocks.stream()
                .mapToObj(sample::text)
                .filter(recurring::contains)
                .distinct()
                .forEach(text -> pages.merge(text, 1, Integer::sum)));
    return pages.entrySet().stream()
        .filter(entry -> entry.getValue() >= 2 && entry.getKey().length() <= LONGEST_TEXT)
        .map(Map.Entry::getKey)
        .limit(most)
        .toList();
  }
}
