package org.coupure.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says in {@code title}, {@code meta} and {@code link}. Filled by {@link PageScan},
 * which nobody changes afterwards; remembers what it was asked. Used by one thread.
 */
final class HeadFacts {
  /** More values of one name than any honest page has; the rest is not read. */
  private static final int MAX_VALUES = 100;

  private final Map<String, List<String>> metas = new LinkedHashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private @Nullable List<RawValue> titles;
  private @Nullable String title;
  private @Nullable String canonical;
  private @Nullable String license;
  private @Nullable String language;

  /** Notes what a meta element says, folded and not empty; one without a name says nothing. */
  void meta(String name, String value) {
    if (name.isEmpty()) {
      return;
    }
    List<String> values =
        metas.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>(1));
    if (values.size() < MAX_VALUES) {
      values.add(value);
    }
  }

  void title(String text) {
    if (title == null && !text.isBlank()) {
      title = text;
    }
  }

  void canonical(String href) {
    if (canonical == null && !href.isBlank()) {
      canonical = href.strip();
    }
  }

  void license(String href) {
    if (license == null && !href.isBlank()) {
      license = href.strip();
    }
  }

  void language(String code) {
    if (language == null && !code.isBlank()) {
      language = code.strip();
    }
  }

  /**
   * Returns what the page calls itself in its head, as {@link Headlines#witnesses} does; kept,
   * because several fields ask.
   */
  List<RawValue> titles() {
    if (titles == null) {
      titles = Headlines.witnesses(this, null);
    }
    return titles;
  }

  /** Returns {@link Text#key} of what the head says, which often says it several times. */
  String key(String text) {
    return keys.computeIfAbsent(text, Text::key);
  }

  /** Returns the content of {@code <title>}, or null. */
  @Nullable String title() {
    return title;
  }

  /** Returns the first non-empty content of the meta element called {@code name}, or null. */
  @Nullable String meta(String name) {
    List<String> values = metas.get(name);
    return values == null ? null : values.get(0);
  }

  /** Returns every non-empty content of the meta elements called {@code name}, in page order. */
  List<String> metas(String name) {
    return metas.getOrDefault(name, List.of());
  }

  @Nullable String canonical() {
    return canonical;
  }

  @Nullable String license() {
    return license;
  }

  /** Returns the {@code lang} of the root element, or null. */
  @Nullable String language() {
    return language;
  }
}
