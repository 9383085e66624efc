package org.coupure.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.coupure.text.MinHash;
import scala.Tuple2;

/**
 * Clusters of near duplicates: texts that share a band of their sketches are compared, those that
 * share enough are joined, and what is joined to one is joined to all.
 */
final class NearDuplicates {
  /**
   * Of a band that many texts share only so many are compared with the rest: such a crowd is one
   * text, sent around, and each of its copies is near to the first ones.
   */
  private static final int FIRST = 50;

  private NearDuplicates() {}

  /** Returns the columns id and cluster, the least id of the cluster, for texts with copies. */
  static Dataset<Row> clusters(SparkSession spark, Dataset<Row> articles) {
    JavaPairRDD<Long, Tuple2<String, byte[]>> bands =
        articles
            .select("id", "minhash")
            .where("minhash is not null and id is not null")
            .toJavaRDD()
            .flatMapToPair(
                row -> {
                  String id = row.getString(0);
                  byte[] sketch = row.getAs(1);
                  List<Tuple2<Long, Tuple2<String, byte[]>>> keyed = new ArrayList<>();
                  for (long band : MinHash.of(sketch).bands()) {
                    keyed.add(new Tuple2<>(band, new Tuple2<>(id, sketch)));
                  }
                  return keyed.iterator();
                });
    List<Tuple2<String, String>> pairs =
        bands.groupByKey().values().flatMap(texts -> pairs(texts).iterator()).distinct().collect();
    List<Row> rows = new ArrayList<>();
    joined(pairs).forEach((id, cluster) -> rows.add(RowFactory.create(id, cluster)));
    rows.sort((a, b) -> a.getString(0).compareTo(b.getString(0)));
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("id", DataTypes.StringType)
            .add("cluster", DataTypes.StringType));
  }

  private static List<Tuple2<String, String>> pairs(Iterable<Tuple2<String, byte[]>> texts) {
    List<Tuple2<String, byte[]>> sorted = new ArrayList<>();
    texts.forEach(sorted::add);
    sorted.sort((a, b) -> a._1().compareTo(b._1()));
    List<MinHash> sketches = sorted.stream().map(text -> MinHash.of(text._2())).toList();
    List<Tuple2<String, String>> pairs = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      for (int j = 0; j < Math.min(i, FIRST); j++) {
        if (sketches.get(i).isNearDuplicateOf(sketches.get(j))) {
          pairs.add(new Tuple2<>(sorted.get(j)._1(), sorted.get(i)._1()));
        }
      }
    }
    return pairs;
  }

  /** Returns the least id of the cluster of each id. */
  static Map<String, String> joined(List<Tuple2<String, String>> pairs) {
    Map<String, String> parents = new HashMap<>();
    for (Tuple2<String, String> pair : pairs) {
      String one = root(parents, pair._1());
      String other = root(parents, pair._2());
      boolean first = one.compareTo(other) <= 0;
      parents.put(first ? one : other, first ? one : other);
      parents.put(first ? other : one, first ? one : other);
    }
    Map<String, String> roots = new HashMap<>();
    parents.keySet().forEach(id -> roots.put(id, root(parents, id)));
    return roots;
  }

  private static String root(Map<String, String> parents, String id) {
    String at = id;
    for (String up = parents.getOrDefault(at, at); !up.equals(at); ) {
      at = up;
      up = parents.getOrDefault(at, at);
    }
    return at;
  }
}
