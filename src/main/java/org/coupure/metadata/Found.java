package org.coupure.metadata;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field's value together with its evidence, which therefore can't name another value.
 *
 * @param value what the record will have
 * @param sources where it was found, at least one
 */
record Found<T>(T value, List<RawValue> sources) {
  Found {
    sources = List.copyOf(sources);
  }

  /** Returns what one place says. */
  static <T> Found<T> of(T value, RawValue source) {
    return new Found<>(value, List.of(source));
  }

  /** Returns what the first of {@code sources} says that knows, or null; the rest is not asked. */
  static <T> @Nullable Found<T> first(List<Supplier<@Nullable Found<T>>> sources) {
    for (Supplier<@Nullable Found<T>> source : sources) {
      Found<T> found = source.get();
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Returns the value of {@code found}, or null. */
  static <T> @Nullable T valueOf(@Nullable Found<T> found) {
    return found == null ? null : found.value();
  }
}
