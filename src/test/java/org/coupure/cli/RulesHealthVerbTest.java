package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesHealthVerbTest {
  private static final String RULE =
      "match: {hosts: valley.example}\ncontent: .story-text\nexpect: [content]\n";

  @TempDir private Path folder;
  private Path rules;
  private Path manifest;

  @BeforeEach
  void rule() throws IOException {
    rules = Files.createDirectory(folder.resolve("rules"));
    manifest = folder.resolve("pages.jsonl");
    Files.writeString(rules.resolve("valley.yaml"), RULE);
  }

  private void pages(String container) throws IOException {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      Files.writeString(folder.resolve(i + ".html"), ValleySite.page(container));
      list.append("{\"id\": \"").append(i).append("\", \"url\": \"https://valley.example/");
      list.append(i).append("\", \"file\": \"").append(i).append(".html\"}\n");
    }
    Files.writeString(manifest, list.toString());
  }

  private Session health(String... more) {
    String[] words = new String[more.length + 6];
    System.arraycopy(
        new String[] {
          "rules", "health", "--manifest", manifest.toString(), "--rules", rules.toString()
        },
        0,
        words,
        0,
        6);
    System.arraycopy(more, 0, words, 6, more.length);
    return Session.of(words);
  }

  @Test
  void livingRuleIsWell() throws IOException {
    pages("story-text");

    Session session = health();

    assertThat(session.out()).startsWith("valley: well on 4 of 4 pages; 0 missed, 0 beaten");
    assertThat(session.code()).isZero();
  }

  @Test
  void brokenRuleIsNamedWithItsCause() throws IOException {
    pages("renamed");

    Session session = health();

    assertThat(session.code()).isEqualTo(4);
    assertThat(session.out())
        .startsWith("valley: well on 0 of 4 pages; 4 missed")
        .contains("  cause: rule valley: `content` found nothing\n")
        .contains("  dead  0 of 4  content .story-text  # valley.yaml:2\n");
  }

  @Test
  void savedReportIsTheNextBaseline() throws IOException {
    pages("story-text");
    String saved = folder.resolve("health.json").toString();

    health("--save", saved);

    assertThat(health("--baseline", saved).out()).contains(" in the past\n");
    assertThat(health("--baseline", saved).out()).doesNotContain("drifts");
  }

  @Test
  void pagesMustBeNamed() {
    assertThat(Session.of("rules", "health").err())
        .contains("--pages PATH or --manifest FILE must say where the pages are.");
  }

  @Test
  void learningDeclinesWithTheReason() throws IOException {
    pages("story-text");
    Files.writeString(manifest, Files.readAllLines(manifest).get(0) + "\n");

    Session session = Session.of("rules", "learn", "--manifest", manifest.toString());

    assertThat(session.code()).isEqualTo(3);
    assertThat(session.err())
        .isEqualTo(
            "learned nothing: a rule wants at least 3 pages of one site that have text;"
                + " there are 1\n");
  }
}
