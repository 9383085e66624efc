package org.coupure;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.article.Clip;
import org.coupure.block.Block;
import org.coupure.block.HtmlSegmenter;
import org.coupure.memory.MemoryBuilder;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.Format;
import org.coupure.sink.Sinks;
import org.coupure.source.PageConsumer;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;

/**
 * Clips those pages of a set whose host has several, without a site memory and with one that was
 * learned from them: {@code SiteMemoryFigures MANIFEST FEWEST RECORDS [dump]} writes
 * RECORDS-before.jsonl and RECORDS-after.jsonl; with {@code dump} each page is made plain text
 * first, all its blocks with blank lines between.
 */
final class SiteMemoryFigures {
  private SiteMemoryFigures() {}

  public static void main(String[] args) throws IOException {
    List<Page> pages = chosen(pages(args[0]), Integer.parseInt(args[1]));
    if (args.length > 3) {
      pages = pages.stream().map(SiteMemoryFigures::dump).toList();
    }
    Clipper plain = Clipper.create();
    MemoryBuilder memory = new MemoryBuilder();
    pages.forEach(page -> plain.sight(page).ifPresent(memory::add));
    write(plain, pages, Path.of(args[2] + "-before.jsonl"));
    Clipper remembering = Clipper.builder().memory(memory.snapshot()).build();
    write(remembering, pages, Path.of(args[2] + "-after.jsonl"));
  }

  private static List<Page> pages(String manifest) throws IOException {
    List<Page> pages = new ArrayList<>();
    Sources.manifest(manifest, System.in, SourceOptions.of(Clipper.VERSION))
        .read(
            new PageConsumer() {
              @Override
              public boolean page(Page page) {
                return pages.add(page);
              }

              @Override
              public boolean failed(Clip clip) {
                return true;
              }
            });
    return pages;
  }

  private static List<Page> chosen(List<Page> pages, int fewest) {
    Map<String, Integer> counts = new HashMap<>();
    pages.forEach(page -> counts.merge(host(page), 1, Integer::sum));
    return pages.stream()
        .filter(page -> !host(page).isEmpty() && counts.getOrDefault(host(page), 0) >= fewest)
        .toList();
  }

  private static String host(Page page) {
    String url = page.url();
    if (url == null || url.contains("://web.archive.org/")) {
      return "";
    }
    String host = URI.create(url.replaceAll("[^!-~]|[\\[\\]{}|\\\\^`\"<>]", "_")).getHost();
    return host == null ? "" : host.replaceFirst("^www\\.", "");
  }

  private static Page dump(Page page) {
    if (!(new PageReader(Limits.DEFAULT).read(page) instanceof Content.Html html)) {
      return page;
    }
    StringBuilder text = new StringBuilder(html.document().title());
    for (Block block : HtmlSegmenter.segment(html.document()).list()) {
      text.append("\n\n").append(block.text());
    }
    return Page.builder(page.source(), text.toString().getBytes(StandardCharsets.UTF_8))
        .id(page.id())
        .url(page.url())
        .build();
  }

  private static void write(Clipper clipper, List<Page> pages, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ArticleSink sink = Sinks.open(Format.JSONL, null, out)) {
      for (Page page : pages) {
        sink.accept(clipper.clip(page));
      }
    }
  }
}
