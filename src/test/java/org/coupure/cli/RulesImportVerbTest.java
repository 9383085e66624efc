package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesImportVerbTest {
  @TempDir private Path folder;
  private Path sites;
  private Path rules;

  @BeforeEach
  void folders() throws IOException {
    sites = Files.createDirectory(folder.resolve("sites"));
    rules = folder.resolve("rules");
  }

  private void site(String name, String text) throws IOException {
    Files.writeString(sites.resolve(name), text);
  }

  private Session imported(String... more) {
    String[] words = {"rules", "import", "ftr", sites.toString(), "--out", rules.toString()};
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Session.of(all);
  }

  @Test
  void wholeSiteFileBecomesARule() throws IOException {
    site("valley.example.txt", "title: //h1\nbody: //div[@id='story']\ntidy: no\n");

    Session session = imported();

    assertThat(session.code()).isZero();
    assertThat(session.out())
        .isEqualTo(
            """
            key                          translated   no meaning  dropped
            body                                  1            0        0
            tidy                                  0            1        0
            title                                 1            0        0

            1 file, 1 imported, 1 of them with every extraction line
            """);
    assertThat(rules.resolve("valley.example.yaml")).content().contains("hosts: valley.example");
  }

  @Test
  void ruleThatMakesStoredPagesWorseIsTakenOutOfUse() throws IOException {
    site(
        "valley.example.txt",
        "title: //h1\nbody: //div[@class='story-text']\nstrip: //p[position() > 1]\n");
    StringBuilder pages = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      String html = ValleySite.page("story-text").replace("\"", "\\\"");
      html = html.replace("</h1>", " " + i + "</h1>").replaceAll("<p>", "<p>In part " + i + ", ");
      pages.append("{\"url\":\"https://valley.example/").append(i).append("\",\"html\":\"");
      pages.append(html).append("\"}\n");
    }
    Path stored = Files.writeString(folder.resolve("pages.jsonl"), pages);

    Session session = imported("--pages", stored.toString());

    assertThat(session.out())
        .containsPattern("valley.example: worse than without it .*, out of use");
    assertThat(rules.resolve("valley.example.yaml"))
        .content()
        .contains("# Out of use: texts are worse than without it", "\n# content:", "\ntitle: h1");
    assertThat(Session.of("rules", "lint", rules.toString()).err())
        .isEqualTo("1 rule, no mistakes\n");
  }

  @Test
  void lineThatIsLostIsNamed() throws IOException {
    site("valley.example.txt", "body: //div[@id='story']\nstrip: //p/text()\n");

    Session session = imported();

    assertThat(session.code()).isZero();
    assertThat(session.out())
        .startsWith(
            "valley.example.txt:2: strip dropped: takes a text out of its element; write it as"
                + " `strip`\n")
        .endsWith("1 file, 1 imported, 0 of them with every extraction line\n");
  }

  @Test
  void someThatSayNothingEndWithOne() throws IOException {
    site("hill.example.txt", "tidy: no\n");
    site("valley.example.txt", "body: //main\n");

    Session session = imported();

    assertThat(session.code()).isEqualTo(1);
    assertThat(session.out())
        .startsWith("hill.example.txt: not imported: says nothing that a rule can say\n")
        .endsWith("2 files, 1 imported, 1 of them with every extraction line\n");
  }

  @Test
  void noneEndsWithThree() throws IOException {
    site("hill.example.txt", "tidy: no\n");

    assertThat(imported().code()).isEqualTo(3);
    assertThat(rules).doesNotExist();
  }

  @Test
  void reportTellsTheFateOfEachLine() throws IOException {
    site("valley.example.txt", "body: //main\nprune: no\nnative_ad_clue: //b\n");
    Path report = folder.resolve("lines.json");

    imported("--report", report.toString());

    JsonNode root = JsonMapper.builder().build().readTree(Files.readString(report));
    assertThat(root.path("files").asInt()).isEqualTo(1);
    assertThat(root.path("imported").asInt()).isEqualTo(1);
    assertThat(root.path("complete").asInt()).isEqualTo(1);
    assertThat(root.path("keys").path("prune").path("meaningless").asInt()).isEqualTo(1);
    JsonNode site = root.path("sites").get(0);
    assertThat(site.path("file").asString()).isEqualTo("valley.example.txt");
    assertThat(site.path("rule").asString()).isEqualTo("valley.example.yaml");
    assertThat(site.path("lines").findValuesAsString("fate"))
        .containsExactly("translated", "meaningless", "dropped");
  }

  @Test
  void ruleOfYourOwnIsLeftAlone() throws IOException {
    site("valley.example.txt", "body: //main\n");
    Files.createDirectories(rules);
    Path own = rules.resolve("valley.example.yaml");
    Files.writeString(own, "match: {hosts: valley.example}\ncontent: main\n");

    Session session = imported();

    assertThat(session.code()).isEqualTo(3);
    assertThat(session.out())
        .startsWith("valley.example.txt: not imported: there is a rule of your own, " + own);
    assertThat(own).content().doesNotContain("imported");
  }

  @Test
  void importedRuleIsReplaced() throws IOException {
    site("valley.example.txt", "body: //main\n");
    imported();
    site("valley.example.txt", "body: //section\n");

    assertThat(imported().code()).isZero();
    assertThat(rules.resolve("valley.example.yaml")).content().contains("section");
  }

  @Test
  void wrongUseSaysWhatIsWanted() {
    Session session = Session.of("rules", "import", "wallabag", "x");

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err()).contains("rules import wants ftr, a DIR and --out DIR.");
  }
}
