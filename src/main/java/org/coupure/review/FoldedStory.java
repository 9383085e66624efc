package org.coupure.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Articles that tell one story. Immutable.
 *
 * @param first the one that is shown: the earliest
 * @param others the rest, the earliest first
 */
record FoldedStory(ReviewItem first, List<ReviewItem> others) {
  private static final Comparator<ReviewItem> EARLIEST =
      Comparator.comparing(
              (ReviewItem item) -> Objects.requireNonNullElse(item.source().at(), Instant.MAX))
          .thenComparing(item -> item.source().paper())
          .thenComparing(item -> item.headline().toString());

  FoldedStory {
    others = List.copyOf(others);
  }

  /** Returns in how many papers it stands. */
  int papers() {
    return (int) all().stream().map(item -> item.source().paper()).distinct().count();
  }

  List<ReviewItem> all() {
    List<ReviewItem> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  /** Folds items that have a key in common, also by way of others; most papers first, then new. */
  static List<FoldedStory> fold(Collection<ReviewItem> items) {
    Map<String, String> parents = new HashMap<>();
    for (ReviewItem item : items) {
      String root = root(parents, item.keys().iterator().next());
      for (String key : item.keys()) {
        parents.put(root(parents, key), root);
      }
    }
    Map<String, List<ReviewItem>> groups = new LinkedHashMap<>();
    for (ReviewItem item : items) {
      String root = root(parents, item.keys().iterator().next());
      groups.computeIfAbsent(root, key -> new ArrayList<>()).add(item);
    }
    List<FoldedStory> stories = new ArrayList<>();
    for (List<ReviewItem> group : groups.values()) {
      group.sort(EARLIEST);
      stories.add(new FoldedStory(group.get(0), group.subList(1, group.size())));
    }
    stories.sort(
        Comparator.comparingInt(FoldedStory::papers)
            .reversed()
            .thenComparing(FoldedStory::first, EARLIEST.reversed()));
    return stories;
  }

  private static String root(Map<String, String> parents, String key) {
    String root = key;
    for (String up = parents.get(root); up != null && !up.equals(root); up = parents.get(root)) {
      root = up;
    }
    parents.put(key, root);
    return root;
  }
}
