package org.coupure.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.coupure.text.Hash64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeModelTest {
  private static ModelFile read(byte[] bytes) throws IOException {
    return ModelFile.read("tiny.bin", new ByteArrayInputStream(bytes), List.of("a", "b"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 10.25",
    "1, 0, 10.25", // a threshold belongs to its left side
    "1.5, 0, 20.25",
    "1.5, 5, 20.25",
    "1.5, 5.5, 30.25",
    "-1e30, 1e30, 10.25",
  })
  void leavesOfAllTreesAreAdded(float a, float b, float sum) throws IOException {
    TreeModel trees = read(new TinyModel().bytes()).trees();

    assertThat(trees.size()).isEqualTo(2);
    assertThat(trees.sums(FeatureTableTest.table(2, a, b))).containsExactly(sum);
  }

  @Test
  void rowsAreSummedOneByOne() throws IOException {
    TreeModel trees = read(new TinyModel().bytes()).trees();

    assertThat(trees.sums(FeatureTableTest.table(2, 0, 0, 2, 9, 2, 0)))
        .containsExactly(10.25f, 30.25f, 20.25f);
    assertThat(trees.sums(FeatureTableTest.table(2))).isEmpty();
  }

  @Test
  void contributionsAddUpToTheSumLessTheMeans() throws IOException {
    TreeModel trees = read(new TinyModel().bytes()).trees();
    FeatureTable table = FeatureTableTest.table(2, 0, 0, 2, 9);

    assertThat(trees.contributions(table, 0)).containsExactly(-5, 0);
    assertThat(trees.contributions(table, 1)).containsExactly(9, 6);
    // The root's mean is 15, the leaf that is a tree of its own adds .25.
    assertThat(15 + 9 + 6 + .25f).isEqualTo(trees.sums(table)[1], offset(0f));
  }

  @Test
  void modelSaysWhatItWasTrainedOn() throws IOException {
    ModelFile model = read(new TinyModel().bytes());

    assertThat(model.trained()).isEqualTo("2024-05-06");
    assertThat(model.summary()).isEqualTo("two pages");
    assertThat(model.features()).containsExactly("a", "b");
    assertThat(model.odds().value(Hash64.of("entry"))).isEqualTo(1.5f);
    assertThat(model.odds().value(Hash64.of("menu"))).isEqualTo(-2f);
    assertThat(model.odds().value(Hash64.of("other"))).isZero();
  }

  @Test
  void otherFilesAreRefused() {
    assertThatIOException()
        .isThrownBy(() -> read(new TinyModel().magic(0x504B0304).bytes()))
        .withMessage("tiny.bin is not a Coupure model");
  }

  @Test
  void otherFormatsAreRefused() {
    assertThatIOException()
        .isThrownBy(() -> read(new TinyModel().format(7).bytes()))
        .withMessage("tiny.bin has format 7, this version reads 1; train it again");
  }

  @Test
  void otherFeaturesAreRefused() {
    assertThatIOException()
        .isThrownBy(() -> read(new TinyModel().features("a", "c").bytes()))
        .withMessage(
            "tiny.bin was trained on other features (number 1 is c, expected b); train it again,"
                + " see training/README.md");
    assertThatIOException()
        .isThrownBy(() -> read(new TinyModel().features("a").bytes()))
        .withMessage(
            "tiny.bin was trained on other features (1 of them, expected 2); train it again, see"
                + " training/README.md");
  }

  @Test
  void filesCutShortAreRefusedWhereverTheyAreCut() {
    byte[] whole = new TinyModel().bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);

      assertThat(catchThrowable(() -> read(cut)))
          .as("cut to %d bytes", length)
          .isInstanceOf(IOException.class)
          .hasMessage("tiny.bin ends too early; train it again, see training/README.md");
    }
  }

  @Test
  void sumsAreThoseOfAWalkFromTheRoot() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      RandomTrees made = new RandomTrees(random, 1 + random.nextInt(5), 6);
      TreeModel trees = TreeModel.read(made.stream(), 6);
      int rows = 1 + random.nextInt(40);
      float[] values = new float[rows * 6];
      for (int i = 0; i < values.length; i++) {
        // The last two are the same for the whole page.
        values[i] = i % 6 >= 4 && i >= 6 ? values[i - 6] : random.nextInt(19) / 2f - 5;
      }
      float[] expected = new float[rows];
      for (int row = 0; row < rows; row++) {
        expected[row] = made.walk(values, row * 6);
      }

      assertThat(trees.sums(FeatureTableTest.table(6, values))).isEqualTo(expected);
      assertThat(trees.sums(shared(values))).isEqualTo(expected);
    }
  }

  /** Returns a table whose last two features are the page's. */
  private static FeatureTable shared(float[] values) {
    FeatureTable table = new FeatureTable(values.length / 6, 6, 4);
    for (int i = 0; i < values.length; i++) {
      if (i % 6 < 4) {
        table.set(i / 6, i % 6, values[i]);
      } else {
        table.share(i % 6, values[i]);
      }
    }
    return table;
  }

  @Test
  void treesHaveAtMostThirtyTwoLeaves() {
    assertThatIOException()
        .isThrownBy(() -> TreeModel.read(stream(new TinyModel.Bytes().ints(1).shorts(32, 33)), 2))
        .withMessage("a tree has 33 leaves, the limit is 32");
  }

  @Test
  void treesAskForFeaturesThatAreThere() {
    assertThatIOException()
        .isThrownBy(
            () ->
                TreeModel.read(
                    stream(new TinyModel.Bytes().ints(1).shorts(1, 2).node(2, 0, ~0, ~1, 0)), 2))
        .withMessage("a tree asks for feature 2 of 2");
  }

  private static DataInputStream stream(TinyModel.Bytes bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes.bytes()));
  }

  /** Trees as the training program writes them, with a walk of their own. */
  static final class RandomTrees {
    private final Random random;
    private final int features;
    private final TinyModel.Bytes bytes = new TinyModel.Bytes();
    private final List<List<float[]>> trees = new ArrayList<>();

    RandomTrees(Random random, int count, int features) throws IOException {
      this.random = random;
      this.features = features;
      bytes.ints(count);
      for (int i = 0; i < count; i++) {
        write();
      }
    }

    /** Nodes are feature, threshold, left, right; leaves are single values behind them. */
    private void write() throws IOException {
      List<float[]> nodes = new ArrayList<>();
      List<Float> leaves = new ArrayList<>();
      grow(nodes, leaves, 0);
      bytes.shorts(nodes.size(), leaves.size());
      for (float[] n : nodes) {
        bytes.node((int) n[0], n[1], (int) n[2], (int) n[3], 0);
      }
      for (float leaf : leaves) {
        bytes.floats(leaf);
      }
      List<float[]> tree = new ArrayList<>(nodes);
      leaves.forEach(leaf -> tree.add(new float[] {leaf}));
      trees.add(tree);
    }

    private int grow(List<float[]> nodes, List<Float> leaves, int depth) {
      if (depth == 5 || random.nextInt(4) == 0) {
        leaves.add((float) random.nextInt(1_000));
        return -leaves.size();
      }
      int at = nodes.size();
      float[] node = {random.nextInt(features), random.nextInt(19) / 2f - 5, 0, 0};
      nodes.add(node);
      node[2] = grow(nodes, leaves, depth + 1);
      node[3] = grow(nodes, leaves, depth + 1);
      return at;
    }

    DataInputStream stream() {
      return TreeModelTest.stream(bytes);
    }

    float walk(float[] values, int offset) {
      float sum = 0;
      for (List<float[]> tree : trees) {
        int inner = (int) tree.stream().filter(n -> n.length > 1).count();
        int at = inner == 0 ? -1 : 0;
        while (at >= 0) {
          float[] node = tree.get(at);
          at = (int) (values[offset + (int) node[0]] <= node[1] ? node[2] : node[3]);
        }
        sum += tree.get(inner + ~at)[0];
      }
      return sum;
    }
  }
}
