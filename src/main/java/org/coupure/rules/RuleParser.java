package org.coupure.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a rule selects. */
final class RuleParser {
  /** The keys that hold selectors. */
  enum Part {
    CONTENT,
    REMOVE,
    KEEP,
    TITLE,
    AUTHORS,
    PUBLISHED;

    private static @Nullable Part of(String key) {
      for (Part part : values()) {
        if (part.key().equals(key)) {
          return part;
        }
      }
      return null;
    }

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the key asks for a value rather than for elements. */
    private boolean isField() {
      return compareTo(TITLE) >= 0;
    }
  }

  private static final List<String> KEYS =
      List.of("match", "content", "remove", "keep", "title", "authors", "published");

  private final String name;
  private final boolean theme;
  private final Problems problems;

  RuleParser(String name, boolean theme, Problems problems) {
    this.name = name;
    this.theme = theme;
    this.problems = problems;
  }

  Rule rule(Node.Entries root) {
    Values values = new Values(problems);
    Map<Part, List<Selector>> parts = new EnumMap<>(Part.class);
    for (Node.Entry entry : root.entries()) {
      String key = entry.key().value();
      Part part = Part.of(key);
      if (part != null) {
        parts.put(part, values.selectors(entry, part.isField()));
      } else if (!key.equals("match")) {
        problems.add(entry.key(), "unknown key `" + key + "`" + Nearest.hint(key, KEYS));
      }
    }
    if (parts.isEmpty() && problems.isEmpty()) {
      problems.add(root, "the rule selects nothing; give it `content`, `remove` or a field");
    }
    return new Rule(name, theme, parts);
  }
}
