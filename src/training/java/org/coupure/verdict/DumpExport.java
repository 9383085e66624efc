package org.coupure.verdict;

import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.NameWords;
import org.coupure.block.TextSegmenter;
import org.coupure.model.WordOdds;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;
import org.coupure.verdict.MadeDump.Style;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Dumps with truth to feature tables with labels: {@code DumpExport DATA RECORDS OUT}. Beside
 * dumps-dev it makes dumps of the other sets' pages, in several styles, and writes those in one
 * style a page as sets of their own for scoring. RECORDS holds what the HTML classifier made of
 * traf-dev out of fold: its truth is a few snippets a page, so a record that agrees with all of
 * them stands in for the whole.
 */
public final class DumpExport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DUMPS = "dumps-dev";
  private static final String SEGMENTS = "traf-dev";

  /** The sets whose pages are made dumps. */
  private static final List<String> PAGES = List.of("news-dev", "fundus-dev", SEGMENTS);

  private static final List<Style> WHOLE =
      List.of(Style.BLANK, Style.LINES, Style.GLUED, Style.WRAPPED);

  /** One page in so many is also trained on as its bare text: cleaning it must change nothing. */
  private static final int CLEAN_EVERY = 3;

  /** A record that stands in for truth counts half, as does a second dump of the same page. */
  private static final float HALF = 0.5f;

  /** Of the truth the blocks must hold this share, else it is of another text. */
  private static final double LEAST_COVERAGE = 0.6;

  /** A dump of a page whose truth is known. */
  private record Sample(
      String set,
      Style style,
      String id,
      String host,
      Blocks blocks,
      boolean[] in,
      float[] weights) {
    int fold() {
      return TrainingExport.fold(host);
    }
  }

  /** What is to be kept of a page, and what may be kept; no text where it is not known. */
  private record Truth(String text, String optional) {}

  /** One page of a set. */
  private record Entry(String set, String id, String url, Truth truth) {}

  private final Path data;
  private final Path out;
  private final Map<String, String> records = new HashMap<>();
  private final PageReader reader = new PageReader(Limits.DEFAULT);
  private final List<Sample> samples = new ArrayList<>();

  private DumpExport(Path data, Path records, Path out) throws IOException {
    this.data = data;
    this.out = out;
    for (String line : Files.readAllLines(records.resolve(SEGMENTS + ".jsonl"))) {
      JsonNode record = JSON.readTree(line);
      this.records.put(record.get("id").asString(), record.path("text").asString(""));
    }
  }

  public static void main(String[] args) throws IOException {
    DumpExport export = new DumpExport(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    Files.createDirectories(export.out);
    export.read(DUMPS);
    for (String set : PAGES) {
      export.read(set);
    }
    export.samples.sort(Comparator.comparing(Sample::host));
    export.write();
  }

  private void read(String set) throws IOException {
    Path folder = data.resolve(set);
    Map<String, JsonNode> gold = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
      JsonNode node = JSON.readTree(line);
      gold.put(node.get("id").asString(), node);
    }
    Path made = out.resolve(made(set));
    if (!set.equals(DUMPS)) {
      Files.createDirectories(made);
      Files.write(made.resolve("gold.jsonl"), Files.readAllLines(folder.resolve("gold.jsonl")));
      Files.writeString(made.resolve("index.jsonl"), "");
    }
    for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
      JsonNode index = JSON.readTree(line);
      String id = index.get("id").asString();
      String url = index.get("url").isNull() ? null : index.get("url").asString();
      Entry entry = new Entry(set, id, url, truth(set, gold.get(id)));
      byte[] bytes;
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(folder.resolve(index.get("file").asString())))) {
        bytes = in.readAllBytes();
      }
      Content content = reader.read(Page.builder(id, bytes).url(url).build());
      if (content instanceof Content.PlainText text) {
        Blocks blocks = TextSegmenter.segment(text.decoded().text());
        add(entry, Style.BLANK, text.decoded().text());
        make(entry, "", blocks, EnumSet.of(Style.EXCERPT));
      } else if (content instanceof Content.Html html && !set.equals(DUMPS)) {
        Blocks blocks = HtmlSegmenter.segment(html.document());
        Style whole = style(id, 0);
        Files.writeString(
            made.resolve(id + ".txt"), dump(entry, html.document().title(), blocks).text(whole));
        index(made, entry);
        make(
            entry, html.document().title(), blocks, EnumSet.of(whole, style(id, 1), Style.EXCERPT));
      }
    }
  }

  /** Returns the name of the set of dumps made of {@code set}: its scoring is told by its front. */
  private static String made(String set) {
    return set.replace("-dev", "-dumps");
  }

  private static Style style(String id, int step) {
    return WHOLE.get(Math.floorMod((int) (NameWords.hash(id) >>> 20) + step, WHOLE.size()));
  }

  private static void index(Path made, Entry entry) throws IOException {
    Map<String, Object> line = new TreeMap<>();
    line.put("id", entry.id);
    line.put("url", entry.url);
    line.put("file", entry.id + ".txt");
    Files.writeString(
        made.resolve("index.jsonl"),
        JSON.writeValueAsString(line) + "\n",
        StandardOpenOption.APPEND);
  }

  private static MadeDump dump(Entry entry, String title, Blocks page) {
    boolean[] in = new TruthLabels(entry.truth.text).label(page.list());
    return new MadeDump(title, page.list(), in, NameWords.hash(entry.id));
  }

  private void make(Entry entry, String title, Blocks page, Set<Style> styles) {
    if (page.list().isEmpty() || entry.truth.text.isEmpty()) {
      return;
    }
    String headline = title.isEmpty() ? page.list().get(0).text() : title;
    if (Math.floorMod((int) (NameWords.hash(entry.id) >>> 30), CLEAN_EVERY) == 0) {
      styles.add(Style.CLEAN);
    }
    for (Style style : styles) {
      add(entry, style, dump(entry, headline, page).text(style));
    }
  }

  private Truth truth(String set, JsonNode gold) {
    if (set.equals(DUMPS)) {
      return new Truth(gold.get("ground_truth").path("main_content").asString(""), "");
    }
    if (!set.equals(SEGMENTS)) {
      return new Truth(
          TrainingExport.join(gold.path("body")), TrainingExport.join(gold.path("summary")));
    }
    String record = records.getOrDefault(gold.get("id").asString(), "");
    String folded = record.replaceAll("\\s+", " ");
    boolean agrees = true;
    for (JsonNode keep : gold.path("with")) {
      agrees &= folded.contains(TrainingExport.fold(keep));
    }
    for (JsonNode drop : gold.path("without")) {
      agrees &= !folded.contains(TrainingExport.fold(drop));
    }
    return new Truth(agrees ? record : "", "");
  }

  private void add(Entry entry, Style style, String text) {
    Blocks blocks = TextSegmenter.segment(text);
    TruthLabels truth = new TruthLabels(entry.truth.text);
    boolean[] in = truth.label(blocks.list());
    boolean[] may = new TruthLabels(entry.truth.optional).label(blocks.list());
    boolean known = truth.size() >= 10 && truth.coverage(blocks.list(), in) >= LEAST_COVERAGE;
    float part = WHOLE.contains(style) && !entry.set.equals(SEGMENTS) ? 1 : HALF;
    float[] weights = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      int words = TruthLabels.words(blocks.list().get(i).text()).length;
      float share = Math.min(1, words / (float) Math.max(60, truth.size()));
      boolean used = known && (in[i] || !may[i]);
      weights[i] = used ? part * (50f / in.length + 150 * share) : 0;
    }
    String host = TrainingExport.host(entry.url, entry.id);
    samples.add(new Sample(entry.set, style, entry.id, host, blocks, in, weights));
  }

  private WordOdds[] learnOdds() throws IOException {
    DumpOdds odds = new DumpOdds();
    String last = "";
    for (Sample sample : samples) {
      boolean used = sample.weights.length > 0 && sample.weights[0] > 0;
      String page = sample.set + sample.id;
      // Of each page one dump: more of them would only count it twice.
      if (used && WHOLE.contains(sample.style) && !page.equals(last)) {
        odds.add(sample.blocks.list(), sample.in, sample.host, sample.fold());
        last = page;
      }
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
      Files.write(out.resolve("odds-" + fold + ".bin"), bytes.array());
      if (fold < tables.length) {
        tables[fold] = builder.build();
      }
    }
    return tables;
  }

  private void write() throws IOException {
    WordOdds[] odds = learnOdds();
    WordSet function = BlockClassifier.functionWords();
    PhraseBook phrases = PhraseBook.bundled();
    Files.write(out.resolve("features.txt"), DumpFeatures.NAMES);
    try (DataOutputStream values = TrainingExport.file(out, "values.f32");
        DataOutputStream labels = TrainingExport.file(out, "labels.u8");
        DataOutputStream weights = TrainingExport.file(out, "weights.f32");
        DataOutputStream pageOf = TrainingExport.file(out, "page.i32");
        DataOutputStream tokens = TrainingExport.file(out, "tokens.i32");
        BufferedWriter pages = Files.newBufferedWriter(out.resolve("pages.jsonl"))) {
      for (int p = 0; p < samples.size(); p++) {
        Sample sample = samples.get(p);
        if (sample.in.length == 0) {
          continue;
        }
        DumpView view = new DumpView(sample.blocks, odds[sample.fold()], function, phrases);
        TrainingExport.writeFloats(values, DumpFeatures.of(view).values());
        TrainingExport.writeFloats(weights, sample.weights);
        for (int i = 0; i < view.count; i++) {
          labels.writeByte(sample.in[i] ? 1 : 0);
          pageOf.writeInt(Integer.reverseBytes(p));
          tokens.writeInt(Integer.reverseBytes(view.text.tokens[i]));
        }
      }
      for (Sample sample : samples) {
        pages.write(JSON.writeValueAsString(line(sample)));
        pages.newLine();
      }
    }
  }

  private static Map<String, Object> line(Sample sample) {
    Map<String, Object> line = new TreeMap<>();
    line.put("set", sample.set);
    line.put("style", sample.style.name());
    line.put("id", sample.id);
    line.put("host", sample.host);
    line.put("fold", sample.fold());
    line.put("blocks", sample.blocks.list().stream().map(Block::text).toList());
    return line;
  }
}
