package org.coupure.block;

/**
 * What a model says of the lines of a plain-text dump: how likely each block is text, and which is
 * the headline. Immutable.
 */
public final class DumpLines {
  private final float[] chances;
  private final int title;
  private final float titleChance;

  /**
   * @param chances for each block the chance that it is text, between 0 and 1
   * @param title the index of the block that is the headline, or -1 for none
   * @param titleChance the chance that the likeliest headline is the right one, between 0 and 1;
   *     also where it is too small to be chosen
   */
  public DumpLines(float[] chances, int title, float titleChance) {
    this.chances = chances.clone();
    this.title = title;
    this.titleChance = titleChance;
  }

  /** Returns the chance that block {@code index} is text, between 0 and 1. */
  public float chance(int index) {
    return chances[index];
  }

  /** Returns the index of the block that is the headline, or -1 when none is likely enough. */
  public int title() {
    return title;
  }

  /** Returns the chance that the likeliest headline is the right one, between 0 and 1. */
  public float titleChance() {
    return titleChance;
  }

  /**
   * Returns how many mistakes are to be expected: the sum over all blocks of the chance that the
   * likelier answer is wrong, and the chance that the headline is.
   */
  public double doubt() {
    double doubt = 1 - titleChance;
    for (float chance : chances) {
      doubt += Math.min(chance, 1 - chance);
    }
    return doubt;
  }

  /** Returns how many blocks there are. */
  public int count() {
    return chances.length;
  }
}
