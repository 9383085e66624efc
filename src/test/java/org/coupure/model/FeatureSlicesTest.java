package org.coupure.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureSlicesTest {
  private static final int WIDTH = 6;

  /** Four features of a block, as two groups write them, and two that all blocks share. */
  private static float value(int block, int feature) {
    return feature >= 4 ? feature : new Random(block * 31L + feature).nextInt(19) / 2f - 5;
  }

  private static FeatureSlices slices(int count) {
    FeatureTable table = new FeatureTable(FeatureSlices.rows(count), WIDTH, 4);
    table.share(4, value(0, 4));
    table.share(5, value(0, 5));
    FeatureGroup first = (block, row) -> row.add(value(block, 0));
    FeatureGroup others =
        (block, row) -> {
          for (int feature = 1; feature < 4; feature++) {
            row.add(value(block, feature));
          }
        };
    return new FeatureSlices(count, table, List.of(first, others));
  }

  private static float[] all(int count) {
    float[] values = new float[count * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(i / WIDTH, i % WIDTH);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 64, 65, 66, 130, 131, 260, 261, 700})
  void sumsAreThoseOfOneTable(int count) throws IOException {
    TreeModel trees =
        TreeModel.read(new TreeModelTest.RandomTrees(new Random(count), 9, WIDTH).stream(), WIDTH);

    assertThat(slices(count).sums(trees))
        .isEqualTo(trees.sums(FeatureTableTest.table(WIDTH, all(count))));
  }

  @Test
  void valuesAreThoseOfAllBlocks() {
    assertThat(slices(200).values()).isEqualTo(all(200));
    assertThat(slices(0).values()).isEmpty();
  }

  @Test
  void anyBlockMayBeAskedFor() throws IOException {
    FeatureSlices slices = slices(200);
    TreeModel trees =
        TreeModel.read(new TreeModelTest.RandomTrees(new Random(1), 9, WIDTH).stream(), WIDTH);
    float[] values = all(200);
    for (int block : new int[] {199, 0, 65, 64, 130, 198}) {
      float[] row = Arrays.copyOfRange(values, block * WIDTH, (block + 1) * WIDTH);

      assertThat(slices.get(block, 3)).isEqualTo(row[3]);
      assertThat(slices.contributions(trees, block))
          .isEqualTo(trees.contributions(FeatureTableTest.table(WIDTH, row), 0));
    }
  }

  @Test
  void tablesAreSmallUnlessPagesAreLarge() {
    assertThat(FeatureSlices.rows(0)).isZero();
    assertThat(FeatureSlices.rows(40)).isEqualTo(40);
    assertThat(FeatureSlices.rows(180)).isEqualTo(65);
    assertThat(FeatureSlices.rows(4_000)).isEqualTo(1_345);
  }

  @Test
  void groupsWriteWhatTheyHaveNamesFor() {
    FeatureSlices slices =
        new FeatureSlices(1, new FeatureTable(1, 2), List.of((block, row) -> row.add(1)));

    assertThatThrownBy(slices::values)
        .isInstanceOf(AssertionError.class)
        .hasMessage("features and their names are out of step");
  }
}
