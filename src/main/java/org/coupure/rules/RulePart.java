package org.coupure.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The keys that hold selectors and nothing else. */
enum RulePart {
  CONTENT,
  TITLE,
  SUBTITLE,
  AUTHORS,
  PUBLISHED,
  MODIFIED,
  SECTION,
  TAGS,
  IMAGES,
  NEXT_PAGE,
  PRINT_PAGE;

  static @Nullable RulePart of(String key) {
    for (RulePart part : values()) {
      if (part.key().equals(key)) {
        return part;
      }
    }
    return null;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether the key asks for a value rather than for elements. */
  boolean isField() {
    return this != CONTENT && this != IMAGES;
  }

  boolean isDate() {
    return this == PUBLISHED || this == MODIFIED;
  }

  /** Returns whether the field takes all values of a selector, not the first alone. */
  boolean isMany() {
    return this == AUTHORS || this == TAGS;
  }
}
