package org.coupure.block;

import java.util.Objects;
import org.coupure.article.PassageKind;
import org.coupure.text.Composition;
import org.coupure.text.Tokens;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A run of text that a reader sees as one unit, with its place in the page. Immutable, but for the
 * elements it points to, which belong to the page's parse and must not be changed.
 */
public final class Block {
  /** Bit of {@link #hidden()}: {@code display:none}, {@code visibility:hidden}, {@code hidden}. */
  public static final int HIDDEN_STYLE = 1;

  /** Bit of {@link #hidden()}: {@code aria-hidden="true"}. */
  public static final int HIDDEN_ARIA = 2;

  /** Bit of {@link #hidden()}: inside {@code <noscript>}. */
  public static final int HIDDEN_NOSCRIPT = 4;

  /** Bit of {@link #hidden()}: set in no size, or set outside of the window. */
  public static final int HIDDEN_OUTSIDE = 8;

  private final int index;
  private final String text;
  private final int words;
  private final PassageKind kind;
  private final int level;
  private final @Nullable Element element;
  private final @Nullable Element box;
  private final Ink ink;
  private final int hidden;
  private final int row;
  private final int boxRow;
  private final boolean apart;
  private final @Nullable Seam seam;

  /** Makes a block of an HTML page; {@code row} and {@code boxRow} are places in its outline. */
  Block(
      int index,
      String text,
      int words,
      PassageKind kind,
      int level,
      @Nullable Element element,
      @Nullable Element box,
      Ink ink,
      int hidden,
      int row,
      int boxRow) {
    this.index = index;
    this.text = Objects.requireNonNull(text, "text");
    this.words = words;
    this.kind = kind;
    this.level = level;
    this.element = element;
    this.box = box;
    this.ink = ink;
    this.hidden = hidden;
    this.row = row;
    this.boxRow = boxRow;
    this.apart = false;
    this.seam = null;
  }

  /** Makes a block of plain text; {@code apart} tells whether a blank line stands before it. */
  static Block plain(
      int index, String text, PassageKind kind, int level, boolean apart, @Nullable Seam seam) {
    return new Block(index, Composition.of(text), kind, level, apart, seam);
  }

  private Block(
      int index, String text, PassageKind kind, int level, boolean apart, @Nullable Seam seam) {
    this.index = index;
    this.text = text;
    this.words = Tokens.count(text);
    this.kind = kind;
    this.level = level;
    this.element = null;
    this.box = null;
    this.ink = Ink.PLAIN;
    this.hidden = 0;
    this.row = -1;
    this.boxRow = -1;
    this.apart = apart;
    this.seam = seam;
  }

  /** Returns the block's place in {@link Blocks#list()}. */
  public int index() {
    return index;
  }

  /** Returns the text, composed, white space folded, never blank; lines are kept in code only. */
  public String text() {
    return text;
  }

  /** Returns how many words the text has, as {@link Tokens} counts them. */
  public int words() {
    return words;
  }

  /** Returns the kind of passage it would become if it is kept. */
  public PassageKind kind() {
    return kind;
  }

  /** Returns 1 to 6 for a heading, the depth for a list item (1 is outermost), else 0. */
  public int level() {
    return level;
  }

  /** Returns the element that holds the block's first text, or null in plain text. */
  public @Nullable Element element() {
    return element;
  }

  /** Returns the nearest block-level element around it, or null in plain text. */
  public @Nullable Element box() {
    return box;
  }

  /** Returns what of the text is linked, bold and so on. */
  public Ink ink() {
    return ink;
  }

  /**
   * Returns why a browser would not show it, as a sum of the {@code HIDDEN_} bits; 0 when shown.
   */
  public int hidden() {
    return hidden;
  }

  /** Returns the outline's row of {@link #element()}, or -1 in plain text. */
  public int row() {
    return row;
  }

  /** Returns the outline's row of {@link #box()}, or -1 in plain text. */
  public int boxRow() {
    return boxRow;
  }

  /** Returns whether a blank line stands before it; false in HTML. */
  public boolean isApart() {
    return apart;
  }

  /**
   * Returns how it hangs together with the block before, which it was cut off; null where it stood
   * in a line of its own, and in HTML.
   */
  public @Nullable Seam seam() {
    return seam;
  }

  /** Returns the share of characters inside links, between 0 and 1. */
  public double linkDensity() {
    return (double) ink.linkChars() / text.length();
  }

  @Override
  public String toString() {
    return "Block[" + index + " " + kind + " \"" + text + "\"]";
  }

  /**
   * How a block's text is set.
   *
   * @param linkChars characters inside links
   * @param links number of links that begin in it
   * @param boldChars characters in {@code b}, {@code strong}
   * @param breaks number of single {@code <br>} in it
   * @param images number of images in it
   */
  public record Ink(int linkChars, int links, int boldChars, int breaks, int images) {
    static final Ink PLAIN = new Ink(0, 0, 0, 0, 0);
  }
}
