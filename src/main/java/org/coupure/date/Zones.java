package org.coupure.date;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/** Abbreviations of time zones, from {@code config/date/zones.txt}. Immutable and thread-safe. */
final class Zones {
  static final Zones NONE = new Zones(Map.of());

  private final Map<String, ZoneOffset> offsets;

  private Zones(Map<String, ZoneOffset> offsets) {
    this.offsets = offsets;
  }

  /** Returns those that mean one thing wherever they stand. */
  static Zones prose() {
    return new Zones(load());
  }

  /** Returns those, and what RFC 822 and old mail programs write in timestamps. */
  static Zones timestamps() {
    Map<String, ZoneOffset> zones = load();
    // In prose the abbreviation is ambiguous; in a timestamp RFC 822 defines it.
    zones.put("cst", ZoneOffset.ofHours(-6));
    zones.put("ut", ZoneOffset.UTC);
    zones.put("met", ZoneOffset.ofHours(1));
    zones.put("mest", ZoneOffset.ofHours(2));
    return new Zones(zones);
  }

  private static Map<String, ZoneOffset> load() {
    Map<String, ZoneOffset> zones = new HashMap<>();
    WordLists.load("date/zones.txt").forEach((name, zone) -> zones.put(name, ZoneOffset.of(zone)));
    return zones;
  }

  /** Returns the distance from UTC of the zone called {@code name}, in small letters, or null. */
  @Nullable ZoneOffset offset(String name) {
    return offsets.get(name);
  }
}
