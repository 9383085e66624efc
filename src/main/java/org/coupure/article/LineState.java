package org.coupure.article;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where in a plain-text dump a line stands, seen from its article. Immutable.
 *
 * @param part the part of the dump that the line belongs to
 * @param cut the sign by which the line was separated from the one above it, such as {@code "stop"}
 *     for a full stop without a space behind it; null when the dump has a line break there
 */
public record LineState(Part part, @Nullable String cut) {
  /** The parts of a dump, in the order in which most dumps have them. */
  public enum Part {
    /** Above the article: menus, tickers, dates of the day. */
    BEFORE,
    /** The headline. */
    TITLE,
    /** Who wrote the article, where it appeared and when. */
    DATELINE,
    /** A paragraph of the article. */
    TEXT,
    /** A heading between paragraphs. */
    SUB_HEADING,
    /** An item of a list or a row of a table. */
    LIST,
    /** Between lines of the article, but not part of it. */
    JUNK,
    /** Below the article. */
    AFTER;

    /** Returns the name as people read it, such as {@code sub-heading}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public LineState {
    Objects.requireNonNull(part, "part");
  }
}
