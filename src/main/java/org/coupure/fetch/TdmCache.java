package org.coupure.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The TDM files at hand, read; those used last. Thread-safe. */
final class TdmCache {
  /** Such files have a handful of entries. */
  private static final int MOST_SITES = 5000;

  private final Clock clock;
  private final HostMemory memory;

  private final Map<String, TdmRules> byOrigin =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TdmRules> eldest) {
          return size() > MOST_SITES;
        }
      };

  TdmCache(Clock clock, HostMemory memory) {
    this.clock = clock;
    this.memory = memory;
  }

  /** Returns what stands for {@code origin}, or null when it must be asked for. */
  synchronized @Nullable TdmRules get(String origin) {
    TdmRules known = byOrigin.get(origin);
    if (known == null) {
      known = memory.reservations(origin).map(file -> read(origin, file)).orElse(null);
    }
    return known != null && known.file().isFresh(clock.instant()) ? known : null;
  }

  /** Notes what came of asking. */
  synchronized void put(String origin, Fetched fetched) {
    String text =
        fetched instanceof Fetched.Answered answered
            ? new String(answered.page().bytes(), StandardCharsets.UTF_8)
            : "";
    TdmFile file = TdmFile.of(text, clock.instant());
    memory.keep(origin, file);
    read(origin, file);
  }

  private TdmRules read(String origin, TdmFile file) {
    TdmRules rules = TdmRules.of(file);
    byOrigin.put(origin, rules);
    return rules;
  }
}
