package org.coupure.verdict;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.coupure.Renamed;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.Outline;
import org.coupure.model.WordOdds;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.text.Hash64;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * First half of the training: pages with truth to feature tables with labels. The second half,
 * {@code train.py}, grows the trees. See training/README.md.
 *
 * <p>Pages are split into folds by host. The table of word odds that a page's features use is
 * learned without the page's own fold, so that a figure measured on a fold never saw its hosts.
 */
public final class TrainingExport {
  public static final int FOLDS = 5;

  /** A word must be seen on this many hosts before its odds count. */
  private static final int LEAST_HOSTS = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A page, and the same page under other names: {@link Renamed}. */
  private record Sample(
      String set, String id, String host, int fold, Blocks blocks, Blocks renamed, Labels labels) {}

  /** Labels and weights of a page's blocks; weight 0 leaves a block out. */
  private record Labels(boolean[] in, float[] weights) {}

  private TrainingExport() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    List<Sample> samples = new ArrayList<>();
    for (String set : List.of("wcxb-dev", "news-dev", "fundus-dev", "traf-dev")) {
      samples.addAll(read(data.resolve(set), set));
    }
    export(samples, out);
  }

  private static List<Sample> read(Path folder, String set) throws IOException {
    Map<String, JsonNode> gold = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
      JsonNode node = JSON.readTree(line);
      gold.put(node.get("id").asString(), node);
    }
    PageReader reader = new PageReader(Limits.DEFAULT);
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
      JsonNode index = JSON.readTree(line);
      String id = index.get("id").asString();
      String url = index.get("url").isNull() ? null : index.get("url").asString();
      byte[] bytes;
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(folder.resolve(index.get("file").asString())))) {
        bytes = in.readAllBytes();
      }
      Content content = reader.read(Page.builder(id, bytes).url(url).build());
      if (!(content instanceof Content.Html html)) {
        System.err.println(set + " " + id + ": " + content.getClass().getSimpleName());
        continue;
      }
      Blocks blocks = HtmlSegmenter.segment(html.document());
      Blocks renamed = renamed(reader, Page.builder(id, bytes).url(url).build(), blocks);
      Labels labels = labels(set, gold.get(id), blocks);
      String host = host(url, id);
      samples.add(new Sample(set, id, host, fold(host), blocks, renamed, labels));
    }
    return samples;
  }

  private static Blocks renamed(PageReader reader, Page page, Blocks original) {
    Document document = ((Content.Html) reader.read(page)).document();
    Renamed.rename(document);
    Blocks renamed = HtmlSegmenter.segment(document);
    if (renamed.list().size() != original.list().size()) {
      throw new IllegalStateException(page.source() + ": other blocks under other names");
    }
    return renamed;
  }

  static String host(String url, String id) {
    if (url == null || !url.contains("://")) {
      return id;
    }
    String rest = url.substring(url.indexOf("://") + 3);
    int end = rest.indexOf('/');
    String host = (end < 0 ? rest : rest.substring(0, end)).toLowerCase(Locale.ROOT);
    String[] labels = host.split("\\.");
    // Good enough for a split: the last two labels, three where the second is short (co.uk).
    int n = labels.length;
    if (n <= 2) {
      return host;
    }
    boolean shortSecond = labels[n - 2].length() <= 3;
    return String.join(".", List.of(labels).subList(shortSecond && n > 2 ? n - 3 : n - 2, n));
  }

  /** Returns the fold of a page by its registered host. */
  public static int foldOf(String url, String id) {
    return fold(host(url, id));
  }

  static int fold(String host) {
    return Math.floorMod((int) (Hash64.of(host) >>> 17), FOLDS);
  }

  private static Labels labels(String set, JsonNode gold, Blocks blocks) {
    if (set.startsWith("traf")) {
      return segments(gold, blocks);
    }
    String text;
    String optional = "";
    if (set.startsWith("wcxb")) {
      text = gold.get("ground_truth").path("main_content").asString("");
    } else {
      text = join(gold.path("body"));
      optional = join(gold.path("summary"));
    }
    TruthLabels truth = new TruthLabels(text);
    boolean[] in = truth.label(blocks.list());
    float[] weights = new float[in.length];
    if (truth.size() < 10 || truth.coverage(blocks.list(), in) < 0.6) {
      return new Labels(in, weights);
    }
    boolean[] left =
        optional.isEmpty()
            ? new boolean[in.length]
            : new TruthLabels(optional).label(blocks.list());
    float even = 50f / in.length;
    for (int i = 0; i < in.length; i++) {
      float tokens = TruthLabels.words(blocks.list().get(i).text()).length;
      float share = Math.min(1, tokens / Math.max(60, truth.size()));
      weights[i] = left[i] && !in[i] ? 0 : even + 150 * share;
    }
    return new Labels(in, weights);
  }

  /** Truth of a few snippets to keep and to drop: only blocks that hold one are labelled. */
  private static Labels segments(JsonNode gold, Blocks blocks) {
    int n = blocks.list().size();
    boolean[] in = new boolean[n];
    float[] weights = new float[n];
    for (int i = 0; i < n; i++) {
      String text = blocks.list().get(i).text();
      for (JsonNode keep : gold.path("with")) {
        if (text.contains(fold(keep))) {
          in[i] = true;
          weights[i] = 10;
        }
      }
      for (JsonNode drop : gold.path("without")) {
        if (text.contains(fold(drop))) {
          in[i] = false;
          weights[i] = 10;
        }
      }
    }
    return new Labels(in, weights);
  }

  static String fold(JsonNode snippet) {
    return snippet.asString("").replaceAll("\\s+", " ").strip();
  }

  static String join(JsonNode list) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : list) {
      text.append(part.isArray() ? join(part) : part.asString("")).append('\n');
    }
    return text.toString();
  }

  private static void export(List<Sample> samples, Path out) throws IOException {
    WordSet function = BlockClassifier.functionWords();
    PhraseBook phrases = PhraseBook.bundled();
    WordOdds[] odds = new WordOdds[FOLDS + 1];
    for (int fold = 0; fold <= FOLDS; fold++) {
      odds[fold] = learnOdds(samples, fold, out.resolve("odds-" + fold + ".bin"));
    }
    Files.write(out.resolve("features.txt"), Features.NAMES);
    try (DataOutputStream values = file(out, "values.f32");
        DataOutputStream renamed = file(out, "renamed.f32");
        DataOutputStream labels = file(out, "labels.u8");
        DataOutputStream weights = file(out, "weights.f32");
        DataOutputStream pageOf = file(out, "page.i32");
        DataOutputStream tokens = file(out, "tokens.i32");
        BufferedWriter pages = Files.newBufferedWriter(out.resolve("pages.jsonl"))) {
      ClassWords[] words = new ClassWords[FOLDS];
      for (int fold = 0; fold < FOLDS; fold++) {
        words[fold] = new ClassWords(odds[fold]);
      }
      for (int p = 0; p < samples.size(); p++) {
        Sample sample = samples.get(p);
        FeatureContext view =
            new FeatureContext(sample.blocks, words[sample.fold], function, phrases);
        writeFloats(values, Features.of(view).values());
        FeatureContext other =
            new FeatureContext(sample.renamed, words[sample.fold], function, phrases);
        writeFloats(renamed, Features.of(other).values());
        writeFloats(weights, sample.labels.weights);
        for (int i = 0; i < view.count; i++) {
          labels.writeByte(sample.labels.in[i] ? 1 : 0);
          pageOf.writeInt(Integer.reverseBytes(p));
          tokens.writeInt(Integer.reverseBytes(view.text.tokens[i]));
        }
        Map<String, Object> line = new TreeMap<>();
        line.put("set", sample.set);
        line.put("id", sample.id);
        line.put("host", sample.host);
        line.put("fold", sample.fold);
        line.put("blocks", sample.blocks.list().stream().map(Block::text).toList());
        pages.write(JSON.writeValueAsString(line));
        pages.newLine();
      }
    }
  }

  /** Learns log odds of every word of the attributes and tags around blocks, without one fold. */
  private static WordOdds learnOdds(List<Sample> samples, int without, Path out)
      throws IOException {
    Map<Long, double[]> counts = new HashMap<>();
    Map<Long, Set<String>> hosts = new HashMap<>();
    double[] all = new double[2];
    for (Sample sample : samples) {
      if (sample.fold != without) {
        count(sample, counts, hosts, all);
      }
    }
    double prior = Math.log(all[1] / all[0]);
    WordOdds.Builder table = new WordOdds.Builder();
    TreeMap<Long, Float> kept = new TreeMap<>();
    counts.forEach(
        (word, c) -> {
          if (hosts.get(word).size() >= LEAST_HOSTS) {
            float value = (float) (Math.log((c[1] + 0.5) / (c[0] + 0.5)) - prior);
            value = Math.round(Math.max(-6, Math.min(6, value)) * 20) / 20f;
            kept.put(word, value);
            table.addValue(word, value);
          }
        });
    ByteBuffer bytes = ByteBuffer.allocate(kept.size() * 9);
    kept.forEach((word, value) -> bytes.putLong(word).put((byte) Math.round(value * 20)));
    Files.write(out, bytes.array());
    return table.build();
  }

  private static void count(
      Sample sample, Map<Long, double[]> counts, Map<Long, Set<String>> hosts, double[] all) {
    Blocks page = sample.blocks;
    Outline outline = page.outline();
    double[][] mass = new double[outline.size()][];
    double scale = 0;
    for (float weight : sample.labels.weights) {
      scale += weight;
    }
    if (scale == 0) {
      return;
    }
    for (Block block : page.list()) {
      double weight = sample.labels.weights[block.index()] / scale;
      int side = sample.labels.in[block.index()] ? 1 : 0;
      all[side] += weight;
      for (int row = block.row(); row >= 0; row = outline.parent(row)) {
        if (mass[row] == null) {
          mass[row] = new double[2];
        }
        mass[row][side] += weight;
      }
    }
    Set<Long> onPage = new HashSet<>();
    for (int row = 0; row < outline.size(); row++) {
      if (mass[row] != null) {
        for (long word : words(outline, row)) {
          double[] c = counts.computeIfAbsent(word, k -> new double[2]);
          c[0] += mass[row][0];
          c[1] += mass[row][1];
          onPage.add(word);
        }
      }
    }
    for (long word : onPage) {
      hosts.computeIfAbsent(word, k -> new HashSet<>()).add(sample.host);
    }
  }

  private static List<Long> words(Outline outline, int row) {
    List<Long> words = new ArrayList<>();
    words.add(ClassWords.tagKey(outline.tag(row)));
    for (String name : List.of("class", "id", "role", "itemprop")) {
      for (long word : ClassWords.words(outline.element(row).attr(name))) {
        if (!words.contains(word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  static DataOutputStream file(Path out, String name) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(out.resolve(name)), 1 << 20));
  }

  static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array());
  }
}
