package org.coupure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.article.Clip;
import org.coupure.learn.LearnedRule;
import org.coupure.learn.RuleLearner;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.Format;
import org.coupure.sink.Sinks;
import org.coupure.source.PageConsumer;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.coupure.text.PhraseBook;
import org.coupure.verdict.BlockClassifier;
import org.coupure.verdict.TrainingExport;

/**
 * Learns a rule on a part of each host's pages and clips the others with it and without: {@code
 * LearnedRules MODELS MANIFEST GENERIC RECORDS RULES}. The parts go round, so that every page of a
 * host with four pages or more is once among the others. Each page is clipped by the model that
 * never saw its host.
 */
final class LearnedRules {
  private static final int LEAST = 4;

  private LearnedRules() {}

  public static void main(String[] args) throws IOException {
    Map<String, List<Page>> hosts = pages(args[1]);
    try (OutputStream plain = Files.newOutputStream(Path.of(args[2]));
        OutputStream ruled = Files.newOutputStream(Path.of(args[3]));
        ArticleSink generic = Sinks.open(Format.JSONL, null, plain);
        ArticleSink learned = Sinks.open(Format.JSONL, null, ruled)) {
      for (Map.Entry<String, List<Page>> host : hosts.entrySet()) {
        if (host.getValue().size() >= LEAST) {
          Path folder = Path.of(args[4], host.getKey());
          Path model = Path.of(args[0], model(host.getValue().get(0)));
          round(host.getValue(), folder, model, generic, learned);
        }
      }
    }
  }

  private static String model(Page page) {
    return "fold-" + TrainingExport.foldOf(page.url(), page.id()) + ".bin";
  }

  private static void round(
      List<Page> pages, Path folder, Path model, ArticleSink generic, ArticleSink learned)
      throws IOException {
    int taught = Math.max(3, (pages.size() + 1) / 2);
    for (int from = 0; from < pages.size(); from += pages.size() - taught) {
      int to = Math.min(pages.size(), from + pages.size() - taught);
      List<Page> others = pages.subList(from, to);
      RuleLearner learner = new RuleLearner();
      Clipper plain = clipper(model, RuleBook.bundled());
      for (Page page : pages) {
        if (!others.contains(page)) {
          learner.add(plain.read(page), plain.clip(page));
        }
      }
      LearnedRule lesson = learner.learn("rule");
      System.out.println(folder.getFileName() + " " + from + ": " + lesson.reason());
      Path own = Files.createDirectories(folder.resolve(String.valueOf(from)));
      if (lesson.yaml() != null) {
        Files.writeString(own.resolve("rule.yaml"), lesson.yaml());
      }
      Clipper better = clipper(model, RuleBook.load(List.of(own)));
      for (Page page : others) {
        generic.accept(plain.clip(page));
        learned.accept(better.clip(page));
      }
    }
  }

  private static Clipper clipper(Path model, RuleBook rules) throws IOException {
    try (InputStream in = Files.newInputStream(model)) {
      return Clipper.builder()
          .classifier(BlockClassifier.read(model.toString(), in, PhraseBook.bundled(), false))
          .rules(rules)
          .explain(true)
          .build();
    }
  }

  private static Map<String, List<Page>> pages(String manifest) throws IOException {
    Map<String, List<Page>> hosts = new TreeMap<>();
    Sources.manifest(manifest, System.in, SourceOptions.of(Clipper.VERSION))
        .read(
            new PageConsumer() {
              @Override
              public boolean page(Page page) {
                if (page.url() != null) {
                  String host = java.net.URI.create(page.url().replace(" ", "%20")).getHost();
                  hosts.computeIfAbsent(String.valueOf(host), h -> new ArrayList<>()).add(page);
                }
                return true;
              }

              @Override
              public boolean failed(Clip clip) {
                return true;
              }
            });
    return hosts;
  }
}
