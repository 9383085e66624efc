package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Evidence;
import org.jspecify.annotations.Nullable;

/** Collects the evidence of one page's fields. Not thread-safe. */
final class EvidenceLog {
  /** Enough to recognise a value by; the page has the rest. */
  private static final int MAX_RAW = 300;

  private final List<Evidence> entries = new ArrayList<>();

  void add(Evidence evidence) {
    entries.add(evidence);
  }

  void add(String field, RawValue found) {
    add(field, found.from(), found.where(), found.value());
  }

  /** Adds all places where a field's value was found. */
  void add(String field, @Nullable Found<?> found) {
    if (found != null) {
      found.sources().forEach(source -> add(field, source));
    }
  }

  void add(String field, String from, @Nullable String where, @Nullable String raw) {
    String kept = raw == null || raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW);
    entries.add(new Evidence(field, from, where, kept));
  }

  List<Evidence> entries() {
    return entries;
  }
}
