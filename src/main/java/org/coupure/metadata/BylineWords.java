package org.coupure.metadata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lists of {@code config/metadata/bylines.txt}. Immutable and thread-safe. */
final class BylineWords {
  private final Set<String> prefixes;
  private final Set<String> roles;
  private final Set<String> feeds;
  private final Set<String> joiners;
  private final Set<String> particles;
  private final Set<String> credentials;
  private final Map<String, String> agencies = new HashMap<>();

  private BylineWords(Map<String, String> lists) {
    prefixes = set(lists, "prefix");
    roles = set(lists, "role");
    feeds = set(lists, "feed");
    joiners = set(lists, "and");
    particles = set(lists, "particle");
    credentials = set(lists, "credential");
    for (String entry : entries(lists, "agency")) {
      String[] spellings = entry.split("=", -1);
      for (String spelling : spellings) {
        agencies.putIfAbsent(Text.key(spelling), spellings[0]);
      }
    }
  }

  static BylineWords load() {
    return new BylineWords(WordLists.load("bylines.txt"));
  }

  private static Set<String> set(Map<String, String> lists, String key) {
    return Set.copyOf(entries(lists, key));
  }

  private static Set<String> entries(Map<String, String> lists, String key) {
    Set<String> entries = new LinkedHashSet<>();
    for (String entry : lists.getOrDefault(key, "").split(";", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return new HashSet<>(entries);
  }

  boolean isPrefix(String words) {
    return prefixes.contains(words);
  }

  boolean isRole(String word) {
    return roles.contains(word);
  }

  boolean isFeedUser(String name) {
    return feeds.contains(name);
  }

  boolean joins(String word) {
    return joiners.contains(word);
  }

  boolean isParticle(String word) {
    return particles.contains(word);
  }

  boolean isCredential(String word) {
    return credentials.contains(word);
  }

  /** Returns the agency's short name, or null. */
  @Nullable String agency(String name) {
    return agencies.get(Text.key(name));
  }
}
