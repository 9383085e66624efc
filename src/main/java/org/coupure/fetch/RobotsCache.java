package org.coupure.fetch;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The robots.txt files at hand, read; those used last, up to a bound in memory. Thread-safe. */
final class RobotsCache {
  /** Some thousand usual ones, a few dozen of the largest. */
  private static final long MOST_BYTES = 32 << 20;

  private final String product;
  private final Clock clock;
  private final HostMemory memory;
  private final Map<String, RobotsRules> byOrigin = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  RobotsCache(String product, Clock clock, HostMemory memory) {
    this.product = product;
    this.clock = clock;
    this.memory = memory;
  }

  /** Returns where the robots.txt of {@code url} stands, without a path. */
  static String origin(HttpUrl url) {
    String whole = url.newBuilder().encodedPath("/").query(null).fragment(null).build().toString();
    return whole.substring(0, whole.length() - 1);
  }

  /** Returns what stands for {@code origin}, or null when it must be asked for. */
  synchronized @Nullable RobotsRules get(String origin) {
    RobotsRules known = known(origin);
    return known != null && known.file().isFresh(clock.instant()) ? known : null;
  }

  /** Notes that there is or is not a robots.txt. */
  synchronized void put(String origin, RobotsFile.Kind kind, String text) {
    Instant now = clock.instant();
    RobotsRules known = known(origin);
    RobotsFile file =
        kind == RobotsFile.Kind.UNREACHABLE && known != null
            ? known.file().whenUnreachable(now)
            : RobotsFile.of(kind, text, now);
    memory.keep(origin, file);
    read(origin, file);
  }

  private @Nullable RobotsRules known(String origin) {
    RobotsRules known = byOrigin.get(origin);
    return known != null
        ? known
        : memory.robots(origin).map(file -> read(origin, file)).orElse(null);
  }

  private RobotsRules read(String origin, RobotsFile file) {
    RobotsRules rules = RobotsRules.of(file, product);
    RobotsRules old = byOrigin.put(origin, rules);
    bytes += rules.weight() - (old == null ? 0 : old.weight());
    Iterator<RobotsRules> eldest = byOrigin.values().iterator();
    while (bytes > MOST_BYTES && byOrigin.size() > 1 && eldest.hasNext()) {
      bytes -= eldest.next().weight();
      eldest.remove();
    }
    return rules;
  }
}
