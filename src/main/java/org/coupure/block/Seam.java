package org.coupure.block;

import java.util.Objects;

/**
 * Where a line of a dump was cut, because two texts seemed to be glued together there. Kept next to
 * each other, both are put together again. Immutable.
 *
 * @param sign what gave the seam away
 * @param joint what stood between the two: a space, or nothing
 */
public record Seam(Sign sign, String joint) {
  /** What gives a seam away. */
  public enum Sign {
    /** A mark of a program, such as {@code [ad_1]}. */
    SHORTCODE,
    /** A sentence's end with a letter directly behind it. */
    STOP,
    /** A junk phrase behind a sentence's end, or an advertisement's label in dashes. */
    PHRASE,
    /** A capital directly behind a small letter or a year. */
    CAPITAL
  }

  public Seam {
    Objects.requireNonNull(sign, "sign");
    Objects.requireNonNull(joint, "joint");
  }
}
