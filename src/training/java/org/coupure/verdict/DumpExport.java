package org.coupure.verdict;

import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.TextSegmenter;
import org.coupure.model.FeatureSlices;
import org.coupure.model.WordOdds;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Labelled dumps to feature tables: {@code DumpExport DUMPS OUT STAGE}, where DUMPS is what {@code
 * make_dumps.py} wrote. There are three stages, each of which needs what the trees of those before
 * said out of fold ({@code oof.f32} in their folders): {@code lines}, the first pass over the
 * lines; {@code titles}, each line as the headline; {@code second}, the second pass.
 */
public final class DumpExport {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a hundred composed dumps so many don't know a phrase: lists never have all. */
  private static final int FORGOTTEN = 35;

  /** How much a line of each set weighs; a dump's lines together weigh the root of their number. */
  private static final Map<String, Float> WEIGHTS =
      Map.of("hand", 5f, "own", 5f, "mutated", 1.5f, "wcxb-dev", 0.6f);

  /** A dump whose truth is known. */
  private record Sample(
      String id, String set, String lang, String host, int fold, Blocks blocks, byte[] labels) {}

  private final Path out;
  private final List<Sample> samples = new ArrayList<>();

  private DumpExport(Path out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    DumpExport export = new DumpExport(Path.of(args[1]));
    export.read(Path.of(args[0]));
    Files.createDirectories(export.out.resolve(args[2]));
    export.write(args[2]);
  }

  private void read(Path dumps) throws IOException {
    try (var lines = Files.lines(dumps)) {
      lines.forEach(
          line -> {
            JsonNode node = JSON.readTree(line);
            Blocks blocks = TextSegmenter.segment(node.get("text").asString());
            byte[] labels = new DumpLabels(node.get("lines")).of(blocks.list());
            samples.add(
                new Sample(
                    node.get("id").asString(),
                    node.get("set").asString(),
                    node.get("lang").asString(),
                    node.get("host").asString(),
                    node.get("fold").asInt(),
                    blocks,
                    labels));
          });
    }
    // The odds of words are counted host by host.
    samples.sort(Comparator.comparing(Sample::host));
  }

  private void write(String stage) throws IOException {
    Path folder = out.resolve(stage);
    WordOdds[] odds = learnOdds(folder);
    WordSet function = BlockClassifier.functionWords();
    float[] chances = stage.equals("lines") ? new float[0] : floats(out.resolve("lines/oof.f32"));
    float[] titles = stage.equals("second") ? floats(out.resolve("titles/oof.f32")) : new float[0];
    Files.write(folder.resolve("features.txt"), names(stage));
    try (DataOutputStream values = TrainingExport.file(folder, "values.f32");
        DataOutputStream labels = TrainingExport.file(folder, "labels.u8");
        DataOutputStream weights = TrainingExport.file(folder, "weights.f32");
        DataOutputStream pageOf = TrainingExport.file(folder, "page.i32");
        BufferedWriter pages = Files.newBufferedWriter(folder.resolve("pages.jsonl"))) {
      int row = 0;
      for (int p = 0; p < samples.size(); p++) {
        Sample sample = samples.get(p);
        int n = sample.labels.length;
        DumpView view = new DumpView(sample.blocks, odds[sample.fold], function, phrases(sample));
        FeatureSlices table;
        if (stage.equals("lines")) {
          table = DumpFeatures.of(view);
        } else {
          float[] mine = java.util.Arrays.copyOfRange(chances, row, row + n);
          table =
              stage.equals("titles")
                  ? DumpFeatures.titles(new DumpTitleFeatures(view, mine), n)
                  : DumpFeatures.of(view, second(mine, titles, row));
        }
        TrainingExport.writeFloats(values, table.values());
        for (int i = 0; i < n; i++) {
          labels.writeByte(sample.labels[i]);
          weights.writeInt(Integer.reverseBytes(Float.floatToIntBits(weight(sample, i))));
          pageOf.writeInt(Integer.reverseBytes(p));
        }
        pages.write(JSON.writeValueAsString(line(sample)));
        pages.newLine();
        row += n;
      }
    }
  }

  private static List<String> names(String stage) {
    return switch (stage) {
      case "lines" -> DumpFeatures.NAMES;
      case "titles" -> DumpTitleFeatures.names();
      default -> DumpFeatures.SECOND_NAMES;
    };
  }

  private static DumpOddsFeatures second(float[] mine, float[] titles, int row) {
    int best = -1;
    for (int i = 0; i < mine.length; i++) {
      best = best < 0 || titles[row + i] > titles[row + best] ? i : best;
    }
    return new DumpOddsFeatures(mine, best, best < 0 ? 0 : titles[row + best]);
  }

  private static float weight(Sample sample, int line) {
    float weight = (float) (WEIGHTS.getOrDefault(sample.set, 1f) / Math.sqrt(sample.labels.length));
    return sample.labels[line] == DumpLabels.UNKNOWN ? 0 : weight;
  }

  /** Returns the phrases of a dump's blocks; composed ones forget some of them. */
  private static List<@Nullable Phrase> phrases(Sample sample) {
    List<@Nullable Phrase> phrases = new ArrayList<>();
    for (Block block : sample.blocks.list()) {
      int draw = Math.floorMod((sample.id + block.text()).hashCode() * 0x9E3779B9 >>> 7, 100);
      boolean forgotten = sample.set.equals("composed") && draw < FORGOTTEN;
      phrases.add(forgotten ? null : PhraseBook.bundled().match(block.text()));
    }
    return phrases;
  }

  /** Learns the odds of words without each fold, and of all; writes them for the model files. */
  private WordOdds[] learnOdds(Path folder) throws IOException {
    DumpOdds odds = new DumpOdds();
    for (Sample sample : samples) {
      odds.add(sample.blocks.list(), sample.labels, sample.host, sample.fold);
    }
    WordOdds[] tables = new WordOdds[TrainingExport.FOLDS];
    for (int fold = 0; fold <= TrainingExport.FOLDS; fold++) {
      TreeMap<Long, Float> table = odds.table(fold);
      ByteBuffer bytes = ByteBuffer.allocate(table.size() * 9);
      WordOdds.Builder builder = new WordOdds.Builder();
      table.forEach(
          (word, value) -> {
            bytes.putLong(word).put((byte) Math.round(value * 20));
            builder.addValue(word, value);
          });
      Files.write(folder.resolve("odds-" + fold + ".bin"), bytes.array());
      if (fold < tables.length) {
        tables[fold] = builder.build();
      }
    }
    return tables;
  }

  private static float[] floats(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    float[] floats = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(floats);
    return floats;
  }

  private static Map<String, Object> line(Sample sample) {
    Map<String, Object> line = new TreeMap<>();
    line.put("set", sample.set);
    line.put("id", sample.id);
    line.put("lang", sample.lang);
    line.put("host", sample.host);
    line.put("fold", sample.fold);
    line.put("blocks", sample.blocks.list().stream().map(Block::text).toList());
    return line;
  }
}
