package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a site has nothing but text: places such as {@code .story > p} of which the
 * classifier keeps nearly all passages, page for page. The few that it drops there are its
 * mistakes: a short line or a list looks like boilerplate only when seen alone.
 */
final class AllTextPlaces {
  /**
   * The share of passages, and of their words, that is kept. On the hosts of fundus-dev and the
   * manuals of wcxb-dev, .97 to .80 gain on both halves of the hosts, .85 and .80 the most.
   */
  private static final double NEARLY_ALL = 0.85;

  /** Fewer passages tell no habit. */
  private static final int LEAST_PASSAGES = 10;

  private static final int LEAST_PAGES = 2;

  /**
   * Steps down from the named element. With two, {@code .story > blockquote > p} is learned from
   * quotations and takes embedded posts along.
   */
  private static final int DEEPEST = 1;

  private final Map<Sample, BitSet> inside;

  /** Makes a search within the blocks that hold the article. */
  AllTextPlaces(Map<Sample, BitSet> inside) {
    this.inside = new LinkedHashMap<>(inside);
  }

  /** Counts for one place. */
  private static final class Place {
    private final Map<Sample, BitSet> blocks = new HashMap<>();
    private int passages;
    private int words;
    private int kept;
    private int keptWords;

    void add(Sample sample, int block) {
      blocks.computeIfAbsent(sample, s -> new BitSet()).set(block);
      boolean in = sample.kept().get(block);
      passages++;
      words += sample.words(block);
      kept += in ? 1 : 0;
      keptWords += in ? sample.words(block) : 0;
    }

    boolean isHabit() {
      return passages >= LEAST_PASSAGES
          && blocks.size() >= LEAST_PAGES
          && kept >= NEARLY_ALL * passages
          && keptWords >= NEARLY_ALL * words;
    }
  }

  /** Returns at most {@code most} selectors, those of the most words first. */
  List<String> find(int most) {
    Map<String, Place> places = new HashMap<>();
    inside.forEach((sample, blocks) -> blocks.stream().forEach(i -> note(places, sample, i)));
    List<String> candidates =
        places.entrySet().stream()
            .filter(entry -> entry.getValue().isHabit())
            .sorted(
                Comparator.<Map.Entry<String, Place>>comparingInt(e -> -e.getValue().words)
                    .thenComparing(e -> StableNames.rank(e.getKey()))
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList();
    List<String> found = new ArrayList<>();
    Map<Sample, BitSet> done = new HashMap<>();
    for (String candidate : candidates) {
      Place real = found.size() < most ? real(candidate) : null;
      if (real != null && real.isHabit() && addsTo(done, real)) {
        found.add(candidate);
      }
    }
    return found;
  }

  private static void note(Map<String, Place> places, Sample sample, int block) {
    if (counts(sample, block)) {
      for (String name : names(sample.blocks().get(block).box())) {
        places.computeIfAbsent(name, n -> new Place()).add(sample, block);
      }
    }
  }

  /** A heading is text only where something of its section is. */
  private static boolean counts(Sample sample, int block) {
    return sample.open().get(block)
        && sample.words(block) > 0
        && sample.blocks().get(block).level() == 0;
  }

  /** Returns what the selector takes on the pages, which may be more than what it was made of. */
  private Place real(String selector) {
    Place place = new Place();
    inside.forEach(
        (sample, blocks) -> {
          BitSet hit = sample.within(sample.document().select(selector));
          hit.and(sample.open());
          hit.stream().filter(i -> counts(sample, i)).forEach(i -> place.add(sample, i));
        });
    return place;
  }

  private static boolean addsTo(Map<Sample, BitSet> done, Place place) {
    boolean adds = false;
    for (Map.Entry<Sample, BitSet> page : place.blocks.entrySet()) {
      BitSet before = done.computeIfAbsent(page.getKey(), s -> new BitSet());
      int known = before.cardinality();
      before.or(page.getValue());
      adds |= before.cardinality() > known;
    }
    return adds;
  }

  /** Returns the ways to say where an element stands: the nearest name, and the steps from it. */
  private static List<String> names(@Nullable Element box) {
    String steps = "";
    Element at = box;
    for (int depth = 0; at != null && depth <= DEEPEST; depth++) {
      List<String> own = StableNames.of(at);
      if (!own.isEmpty()) {
        String below = steps;
        return own.stream().map(name -> name + below).toList();
      }
      steps = " > " + at.normalName() + steps;
      at = at.parent();
    }
    return List.of();
  }
}
