package org.coupure.verdict;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.article.PageKind;
import org.coupure.model.FeatureTable;
import org.coupure.model.ModelFile;
import org.coupure.model.TreeModel;

/**
 * The learned part of telling kinds of pages apart: for each kind boosted trees over a page's
 * shape, kind against all others, scaled to a sum of one. Immutable and thread-safe.
 */
final class KindModel {
  private static final String BUNDLED = "kinds.bin";

  /** "CPKM" and the version of the format. */
  private static final int MAGIC = 0x43504B4D;

  private static final int FORMAT = 1;

  private final int[] columns;
  private final Map<PageKind, TreeModel> trees;

  private KindModel(int[] columns, Map<PageKind, TreeModel> trees) {
    this.columns = columns;
    this.trees = trees;
  }

  /** Returns the model packed into the jar. */
  static KindModel bundled(KindWords words) {
    return ModelFile.bundled(KindModel.class, BUNDLED, (name, in) -> read(name, in, words.shape()));
  }

  /**
   * Reads a model that {@code train_kinds.py} wrote; it may ask for some of {@code known} only, in
   * any order.
   *
   * @throws IOException if it is no model, of another format, or asks for what is not known
   */
  static KindModel read(String name, InputStream stream, List<String> known) throws IOException {
    return ModelFile.read(
        name,
        stream,
        "a Coupure model of page kinds",
        MAGIC,
        FORMAT,
        (n, in) -> read(n, in, known));
  }

  private static KindModel read(String name, DataInputStream in, List<String> known)
      throws IOException {
    in.readUTF();
    in.readUTF();
    int[] columns = new int[in.readInt()];
    for (int i = 0; i < columns.length; i++) {
      String feature = in.readUTF();
      columns[i] = known.indexOf(feature);
      if (columns[i] < 0) {
        throw new IOException(
            name + " asks for " + feature + ", which nobody measures; train it again");
      }
    }
    Map<PageKind, TreeModel> trees = new EnumMap<>(PageKind.class);
    for (int left = in.readInt(); left > 0; left--) {
      PageKind kind = PageKind.valueOf(in.readUTF().toUpperCase(Locale.ROOT));
      trees.put(kind, TreeModel.read(in, columns.length));
    }
    return new KindModel(columns, trees);
  }

  /** Returns how likely each kind is that the model knows; the sum is one. */
  Map<PageKind, Double> odds(KindFeatures shape) {
    FeatureTable row = new FeatureTable(1, columns.length);
    for (int i = 0; i < columns.length; i++) {
      row.set(0, i, shape.values()[columns[i]]);
    }
    Map<PageKind, Double> odds = new EnumMap<>(PageKind.class);
    double all = 0;
    for (Map.Entry<PageKind, TreeModel> kind : trees.entrySet()) {
      double odd = 1 / (1 + Math.exp(-kind.getValue().sums(row)[0]));
      odds.put(kind.getKey(), odd);
      all += odd;
    }
    double sum = all;
    odds.replaceAll((kind, odd) -> odd / sum);
    return odds;
  }
}
