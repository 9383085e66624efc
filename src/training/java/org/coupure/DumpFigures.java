package org.coupure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coupure.article.Article;
import org.coupure.block.Blocks;
import org.coupure.block.DumpLines;
import org.coupure.block.TextSegmenter;
import org.coupure.page.Page;
import org.coupure.verdict.LineModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Cleans labelled dumps with the whole product, each by the line model that never saw it: {@code
 * DumpFigures FOLDS DUMPS RECORDS [SET …]}. FOLDS is what {@code train_dumps.py} wrote, DUMPS what
 * {@code make_dumps.py} did. A record has the dump's id, its title and its text, and how doubtful
 * its lines are.
 */
final class DumpFigures {
  private static final int FOLDS = 5;

  private DumpFigures() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> sets = List.of(args).subList(3, args.length);
    List<LineModel> models = new ArrayList<>();
    List<Clipper> clippers = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      Path folder = Path.of(args[0], Integer.toString(fold));
      LineModel model = LineModel.read(file -> Files.newInputStream(folder.resolve(file)));
      models.add(model);
      clippers.add(Clipper.builder().lines(model).build());
    }
    try (var dumps = Files.lines(Path.of(args[1]));
        BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
      for (String line : (Iterable<String>) dumps::iterator) {
        JsonNode node = json.readTree(line);
        if (sets.isEmpty() || sets.contains(node.get("set").asString())) {
          int fold = node.get("fold").asInt();
          out.write(json.writeValueAsString(record(node, clippers.get(fold), models.get(fold))));
          out.newLine();
        }
      }
    }
  }

  private static Map<String, Object> record(JsonNode node, Clipper clipper, LineModel model) {
    String text = node.get("text").asString();
    String id = node.get("id").asString();
    Page page = Page.builder(id + ".txt", text.getBytes(StandardCharsets.UTF_8)).build();
    Article article = clipper.clip(page).article();
    Blocks blocks = model.judge(TextSegmenter.segment(text));
    DumpLines lines = blocks.dumpLines();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", id);
    record.put("title", article.headline().title());
    record.put("text", article.text());
    record.put("confidence", article.quality().confidence());
    record.put("doubt", lines == null ? 0 : lines.doubt());
    return record;
  }
}
