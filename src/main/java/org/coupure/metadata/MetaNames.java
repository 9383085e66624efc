package org.coupure.metadata;

import java.util.List;
import java.util.Map;
import org.coupure.text.WordLists;

/**
 * The names of the meta elements that state a field, from {@code config/metadata/meta-names.txt}.
 */
final class MetaNames {
  private static final Map<String, List<String>> ALL = WordLists.words("metadata/meta-names.txt");

  private MetaNames() {}

  /** Returns the names that state {@code field}, the surest first. */
  static List<String> of(String field) {
    return ALL.getOrDefault(field, List.of());
  }
}
