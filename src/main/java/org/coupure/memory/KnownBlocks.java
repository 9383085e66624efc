package org.coupure.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks that recur on one site. Immutable and thread-safe. */
final class KnownBlocks {
  static final KnownBlocks NONE = new Builder().build();

  private final long[] keys;
  private final List<Recurrence> recurrences;

  private KnownBlocks(long[] keys, List<Recurrence> recurrences) {
    this.keys = keys;
    this.recurrences = List.copyOf(recurrences);
  }

  /** Returns how often the block with this text recurs, or null when it does not. */
  @Nullable Recurrence find(String text) {
    int found = keys.length == 0 ? -1 : Arrays.binarySearch(keys, BlockKey.of(text));
    return found < 0 ? null : recurrences.get(found);
  }

  int size() {
    return keys.length;
  }

  /** Collects blocks in ascending order of their keys. */
  static final class Builder {
    private final List<Long> keys = new ArrayList<>();
    private final List<Recurrence> recurrences = new ArrayList<>();

    void add(long key, Recurrence recurrence) {
      keys.add(key);
      recurrences.add(recurrence);
    }

    KnownBlocks build() {
      return new KnownBlocks(keys.stream().mapToLong(Long::longValue).toArray(), recurrences);
    }
  }
}
