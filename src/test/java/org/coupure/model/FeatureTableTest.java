package org.coupure.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureTableTest {
  /** Rising, and as far apart as any two features can be. */
  private static final float[] RISING = {
    -1e20f,
    -9_999,
    -1.5f,
    Math.nextUp(-1.5f),
    -1e-9f,
    0,
    1e-9f,
    0.1f,
    Math.nextUp(0.1f),
    5e6f,
    1e20f
  };

  /** Makes a table from its rows, one behind the other. */
  static FeatureTable table(int width, float... values) {
    FeatureTable table = new FeatureTable(values.length / width, width);
    for (int i = 0; i < values.length; i++) {
      table.set(i / width, i % width, values[i]);
    }
    return table;
  }

  @Test
  void placesStandInTheOrderOfTheirValues() {
    for (int i = 1; i < RISING.length; i++) {
      assertThat(FeatureTable.place(RISING[i]))
          .as("%s after %s", RISING[i], RISING[i - 1])
          .isGreaterThan(FeatureTable.place(RISING[i - 1]));
    }
  }

  @Test
  void differencesOfPlacesFitAnInt() {
    long above = FeatureTable.place(Float.MAX_VALUE) + 1L;
    long below = FeatureTable.place(-Float.MAX_VALUE);

    assertThat(below - above).isGreaterThanOrEqualTo(Integer.MIN_VALUE);
    assertThat(above - below).isGreaterThan(Integer.MAX_VALUE / 2);
  }

  @Test
  void bothZerosAreOneAndStandBesideTheThresholdThatTellsThemFromTheRest() {
    int zero = FeatureTable.place(0f);

    assertThat(FeatureTable.place(-0f)).isEqualTo(zero);
    // LightGBM's "more than zero" and "less than zero".
    assertThat(FeatureTable.place(1e-35f)).isEqualTo(zero);
    assertThat(FeatureTable.place(-1e-35f)).isEqualTo(zero - 1);
  }

  @Test
  void valuesComeBack() {
    assertThat(table(RISING.length, RISING).values()).containsExactly(RISING);
    assertThat(table(2, 1, 2, 3, 4).values()).containsExactly(1, 2, 3, 4);
    assertThat(table(2, 1, 2, 3, 4).get(1, 0)).isEqualTo(3);
  }

  @Test
  void sharedValuesAreThoseOfEveryBlock() {
    FeatureTable table = new FeatureTable(2, 3, 2);
    table.set(0, 1, 4);
    table.set(1, 1, 5);
    table.share(2, 6);

    assertThat(table.values()).containsExactly(0, 4, 6, 0, 5, 6);
    assertThat(table.width()).isEqualTo(3);
    assertThat(table.own()).isEqualTo(2);
  }
}
