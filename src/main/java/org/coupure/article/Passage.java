package org.coupure.article;

import java.util.Objects;

/**
 * A unit of the finished article. The text has no line break except in code and table rows keep
 * their cells apart by a tab. Immutable.
 *
 * @param kind what it is
 * @param text what it says, never blank
 * @param level 1 to 6 for a heading, the depth (1 is outermost) for a list item, else 0
 */
public record Passage(PassageKind kind, String text, int level) {

  public Passage {
    Objects.requireNonNull(kind, "kind");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a passage needs text");
    }
    if (level < 0) {
      throw new IllegalArgumentException("level " + level + " of \"" + text + "\" is negative");
    }
  }

  /** Returns a paragraph. */
  public static Passage paragraph(String text) {
    return new Passage(PassageKind.PARAGRAPH, text, 0);
  }
}
