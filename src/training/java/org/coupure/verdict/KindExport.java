package org.coupure.verdict;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.text.PhraseBook;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * First half of the training of page kinds: {@code KindExport DATA FOLDS OUT} writes the shape of
 * every page of the sets, judged by the model that never saw its host, with the page's type. The
 * second half is {@code train_kinds.py}.
 */
final class KindExport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private KindExport() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    PhraseBook phrases = PhraseBook.bundled();
    List<Classifier> judges = new ArrayList<>();
    for (int fold = 0; fold < TrainingExport.FOLDS; fold++) {
      Path model = Path.of(args[1], "fold-" + fold + ".bin");
      try (InputStream in = Files.newInputStream(model)) {
        judges.add(BlockClassifier.read(model.toString(), in, phrases, false));
      }
    }
    List<Judge> certain = List.of(new StructureJudge(), new PhraseJudge(phrases));
    PageReader reader = new PageReader(Limits.DEFAULT);
    KindWords words = KindWords.load();
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
      out.write(JSON.writeValueAsString(words.shape()));
      out.newLine();
      for (String set : List.of("wcxb-dev", "news-dev", "fundus-dev", "traf-dev")) {
        Path folder = data.resolve(set);
        for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
          JsonNode index = JSON.readTree(line);
          String id = index.get("id").asString();
          String url = index.get("url").isNull() ? null : index.get("url").asString();
          Path file = folder.resolve(index.get("file").asString());
          byte[] bytes = bytes(file);
          int fold = TrainingExport.foldOf(url, id);
          Map<String, Object> row = new TreeMap<>();
          row.put("set", set);
          row.put("id", id);
          row.put("url", url);
          row.put("fold", fold);
          row.put("type", set.equals("wcxb-dev") ? index.get("type").asString() : "article");
          // Many a saved page has lost its URL, so the model sees each page without it, too.
          for (boolean bare : new boolean[] {false, true}) {
            Page page = Page.builder(id, bytes).url(bare ? null : url).build();
            KindFeatures shape = shape(reader.read(page), certain, judges.get(fold), words);
            if (shape != null) {
              row.put("bare", bare);
              row.put("x", shape.values());
              out.write(JSON.writeValueAsString(row));
              out.newLine();
            }
          }
        }
      }
    }
  }

  private static @Nullable KindFeatures shape(
      Content content, List<Judge> certain, Classifier classifier, KindWords words) {
    if (!(content instanceof Content.Html html)) {
      return null;
    }
    BlockVerdicts verdicts = new BlockVerdicts(HtmlSegmenter.segment(html.document()));
    certain.forEach(judge -> judge.judge(verdicts));
    classifier.predict(verdicts.blocks()).judge(verdicts);
    KindInput look = verdicts.look();
    return look == null ? null : KindFeatures.of(look, verdicts, words);
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
