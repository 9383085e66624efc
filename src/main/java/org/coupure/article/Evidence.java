package org.coupure.article;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a field came from.
 *
 * @param field the record's key, such as {@code title}
 * @param from the kind of place: {@code rule}, {@code json-ld}, {@code meta}, {@code microdata},
 *     {@code time}, {@code byline}, {@code heading}, {@code title}, {@code url}, {@code text},
 *     {@code feed}
 * @param where the place itself: a selector, a JSON path, a rule with its line; or null
 * @param raw the value before it was cleaned, or null
 */
public record Evidence(String field, String from, @Nullable String where, @Nullable String raw) {
  public Evidence {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(from, "from");
  }
}
