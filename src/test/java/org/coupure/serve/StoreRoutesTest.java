package org.coupure.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.coupure.Clipper;
import org.coupure.page.Page;
import org.coupure.record.RecordWriter;
import org.coupure.store.ArticleStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StoreRoutesTest {
  @TempDir static Path folder;

  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    Path file = folder.resolve("store.sqlite");
    try (ArticleStore store = ArticleStore.open(file, notice -> {})) {
      store.add(record("bridge", "The bridge over the river was closed.", "2026-03-01"));
      store.add(record("bridge", "The bridge over the river was opened.", "2026-03-02"));
      store.add(record("market", "The market was held as always.", "2026-03-02"));
      store.commit();
    }
    service = RunningService.with(List.of(), null, file);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static byte[] record(String name, String text, String day) {
    String html =
        "<html lang=en><title>About the "
            + name
            + "</title><article><h1>About the "
            + name
            + "</h1><p>"
            + text
            + " Nobody in the valley had expected that it would be so soon.</p>"
            + "<p>More than a hundred people came to see it, and most of them stayed for long.</p>"
            + "</article></html>";
    Page page =
        Page.builder("a", html.getBytes(StandardCharsets.UTF_8))
            .url("https://valley.example/" + name)
            .captured(Instant.parse(day + "T08:00:00Z"))
            .build();
    return RecordWriter.compact().write(Clipper.create().clip(page));
  }

  @Test
  void givesAReviewToRead() throws Exception {
    var page = service.get("/v1/review?q=river&zone=Europe/Paris");

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body()).contains("<mark>river</mark>");
    assertThat(service.get("/v1/review?format=pdf").statusCode()).isEqualTo(400);
    assertThat(service.get("/v1/review?zone=Mars").statusCode()).isEqualTo(400);
  }

  @Test
  void findsRecordsWithTheFoundWordsApart() throws Exception {
    JsonNode found = RunningService.json(service.get("/v1/search?q=river&facets=true"));

    assertThat(found.path("count").asInt()).isEqualTo(1);
    assertThat(found.path("records").get(0).path("snippet").toString())
        .contains("{\"text\":\"river\",\"found\":true}");
    assertThat(found.path("facets").path("subject").isArray()).isTrue();
    assertThat(found.path("facets").path("language").get(0).path("records").asInt()).isEqualTo(2);
  }

  @Test
  void showsWhatARevisionChanged() throws Exception {
    String id =
        RunningService.json(service.get("/v1/search?q=bridge"))
            .path("records")
            .get(0)
            .path("id")
            .asString();
    JsonNode record = RunningService.json(service.get("/v1/records/" + id));

    assertThat(record.path("record").path("title").asString()).isEqualTo("About the bridge");
    assertThat(record.path("revisions").size()).isEqualTo(2);
    assertThat(record.path("revisions").get(1).path("lines").toString())
        .contains("\"kind\":\"gone\"", "was closed", "\"kind\":\"new\"", "was opened");
  }

  @Test
  void saysWhatIsWrongWithAQuery() throws Exception {
    assertThat(service.get("/v1/search?q=%28a").statusCode()).isEqualTo(400);
    assertThat(service.get("/v1/search?since=yesterday").statusCode()).isEqualTo(400);
    assertThat(service.get("/v1/records/none").statusCode()).isEqualTo(404);
  }
}
