package org.coupure.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the files that were not read because they are no pages. Thread-safe. */
final class PassedOver {
  /** More kinds than this are no longer read. */
  private static final int MAX_KINDS = 6;

  private final Map<String, Integer> kinds = new ConcurrentSkipListMap<>();

  private final LongAdder recorded = new LongAdder();

  void add(String kind) {
    kinds.merge(kind.isEmpty() ? "other" : kind, 1, Integer::sum);
  }

  /** Counts an input whose record is there already. */
  void addRecorded() {
    recorded.increment();
  }

  /** Returns what is to be said at the end. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (recorded.sum() > 0) {
      String inputs = recorded.sum() == 1 ? " input" : " inputs";
      lines.add("passed over " + Tally.grouped(recorded.sum()) + inputs + " with a record there");
    }
    String files = line();
    if (files != null) {
      lines.add(files);
    }
    return lines;
  }

  /**
   * Returns such as {@code passed over 7 files that are no pages: 4 css, 2 js, 1 feed}, those of
   * which there are most first; null when there was none.
   */
  @Nullable String line() {
    long all = kinds.values().stream().mapToLong(count -> count).sum();
    if (all == 0) {
      return null;
    }
    List<Map.Entry<String, Integer>> most = new ArrayList<>(kinds.entrySet());
    most.sort(Comparator.comparing(entry -> -entry.getValue()));
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Integer> kind : most.subList(0, Math.min(MAX_KINDS, most.size()))) {
      parts.add(Tally.grouped(kind.getValue()) + " " + kind.getKey());
    }
    String more = most.size() > MAX_KINDS ? " …" : "";
    return "passed over "
        + Tally.grouped(all)
        + (all == 1 ? " file that is no page: " : " files that are no pages: ")
        + String.join(", ", parts)
        + more;
  }
}
