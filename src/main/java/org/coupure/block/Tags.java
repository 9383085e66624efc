package org.coupure.block;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What each HTML element means for segmentation, and a small number for it that features can count
 * by. Elements that are not named are inline.
 */
public final class Tags {
  /** Boxes that begin and end a block. */
  private static final String[] BLOCK =
      ("address article aside blockquote body center dd details dialog dir div dl dt fieldset"
              + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li"
              + " main menu nav noscript ol p pre section summary table caption tbody td tfoot th"
              + " thead tr ul button label")
          .split(" ", -1);

  /**
   * Elements whose content is no text for a reader. Ruby annotations repeat the word they gloss.
   */
  private static final String[] SKIPPED =
      ("script style template svg iframe head object canvas audio video select datalist textarea"
              + " input math link meta map embed rt rp title base")
          .split(" ", -1);

  /** Inline elements that features tell apart. */
  private static final String[] INLINE =
      "a span b strong i em img br code time small".split(" ", -1);

  private static final int FLAG_BLOCK = 1 << 8;
  private static final int FLAG_SKIPPED = 1 << 9;
  private static final int NUMBER = 0xFF;

  private static final Map<String, Integer> KNOWN = new HashMap<>();

  static {
    int number = 1;
    for (String name : BLOCK) {
      KNOWN.put(name, number++ | FLAG_BLOCK);
    }
    for (String name : INLINE) {
      KNOWN.put(name, number++);
    }
    if (number > Long.SIZE) {
      throw new AssertionError("sets of walked elements are kept as bits of a long");
    }
    for (String name : SKIPPED) {
      KNOWN.put(name, number++ | FLAG_SKIPPED);
    }
  }

  static final int A = number("a");
  static final int B = number("b");
  static final int BLOCKQUOTE = number("blockquote");
  static final int BR = number("br");
  static final int CAPTION = number("caption");
  static final int DD = number("dd");
  static final int FIGCAPTION = number("figcaption");
  static final int H1 = number("h1");
  static final int H6 = number("h6");
  static final int IMG = number("img");
  static final int LI = number("li");
  static final int NOSCRIPT = number("noscript");
  static final int OL = number("ol");
  static final int P = number("p");
  static final int PRE = number("pre");
  static final int STRONG = number("strong");
  static final int TD = number("td");
  static final int TH = number("th");
  static final int UL = number("ul");

  private Tags() {}

  /** Returns the element's number with its flags; 0 for elements that are not named here. */
  static int of(Element element) {
    Integer known = KNOWN.get(element.normalName());
    return known == null ? 0 : known;
  }

  static boolean isBlock(int tag) {
    return (tag & FLAG_BLOCK) != 0;
  }

  /** Returns whether the element that has this number, without flags, is a box. */
  public static boolean isBlockNumber(int number) {
    return number > 0 && number <= BLOCK.length;
  }

  static boolean isSkipped(int tag) {
    return (tag & FLAG_SKIPPED) != 0;
  }

  /** Returns a number below {@link #COUNT} for what {@link #of} returned. */
  static int numberOf(int tag) {
    return tag & NUMBER;
  }

  /** Returns 1 to 6 for h1 to h6, else 0. */
  public static int headingLevel(int number) {
    return number >= H1 && number <= H6 ? number - H1 + 1 : 0;
  }

  /** One more than the largest number. */
  public static final int COUNT = BLOCK.length + SKIPPED.length + INLINE.length + 1;

  /** Returns the element's number without flags; 0 for elements that are not named here. */
  public static int number(Element element) {
    return of(element) & NUMBER;
  }

  /** Returns the number of the element named {@code name}. */
  public static int number(String name) {
    Integer known = KNOWN.get(name);
    if (known == null) {
      throw new IllegalArgumentException("no such element: " + name);
    }
    return known & NUMBER;
  }
}
