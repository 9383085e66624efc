package org.coupure.fetch;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The TDM files at hand, read; those used last. Thread-safe. */
final class TdmCache {
  /** Such files have a handful of entries. */
  private static final int MOST_SITES = 5000;

  private final Clock clock;

  private final Map<String, TdmRules> byOrigin =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TdmRules> eldest) {
          return size() > MOST_SITES;
        }
      };

  TdmCache(Clock clock) {
    this.clock = clock;
  }

  /** Returns what stands for {@code origin}, or null when it must be asked for. */
  synchronized @Nullable TdmRules get(String origin) {
    TdmRules known = byOrigin.get(origin);
    return known != null && known.isFresh(clock.instant()) ? known : null;
  }

  /** Notes what came of asking. */
  synchronized void put(String origin, Fetched fetched) {
    byOrigin.put(
        origin,
        fetched instanceof Fetched.Answered answered
            ? TdmRules.read(answered.page().bytes(), clock.instant())
            : TdmRules.none(clock.instant()));
  }
}
