package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.DefaultParser;
import org.coupure.WorkCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesHealthVerbTest {
  private static final String RULE =
      "match: {hosts: valley.example}\ncontent: .story-text\nexpect: [content]\n";

  private static final Terminal TERMINAL =
      Terminal.piped(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

  private final WorkCount work = new WorkCount();
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

  private void change(int pages, String before, String after) throws IOException {
    for (int i = 0; i < pages; i++) {
      Path page = folder.resolve(i + ".html");
      Files.writeString(page, Files.readString(page).replace(before, after));
    }
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
  void wallBeforeHalfOfThePagesEndsWithFour() throws IOException {
    pages("story-text");
    String wall =
        "<title>Just a moment</title><h1>Checking your browser</h1>"
            + "<p>Please enable JavaScript and cookies to continue.</p>";
    for (int i = 0; i < 2; i++) {
      Files.writeString(folder.resolve(i + ".html"), wall);
    }

    Session session = health();

    assertThat(session.out())
        .contains("well on 2 of 2 pages")
        .contains("2 pages more without an article: a wall stood before it\n")
        .contains("  most pages are walls: store pages without them\n");
    assertThat(session.code()).isEqualTo(4);
  }

  @Test
  void baselineThatKnewPagesWhereThereAreNoneEndsWithFour() throws IOException {
    pages("story-text");
    Path save = folder.resolve("health.json");
    health("--save", save.toString());
    Files.writeString(
        manifest, Files.readString(manifest).replace("valley.example", "hill.example"));

    Session session = health("--baseline", save.toString());

    assertThat(session.err())
        .isEqualTo("no page is a rule's; the baseline knows pages of valley\n");
    assertThat(session.code()).isEqualTo(4);
  }

  @Test
  void eachPageIsParsedAndPredictedOnce() throws Exception {
    pages("story-text");
    RulesHealthVerb verb = new RulesHealthVerb(work);
    String[] words = {"--manifest", manifest.toString(), "--rules", rules.toString()};

    verb.run(new DefaultParser().parse(verb.options(), words), TERMINAL);

    assertThat(work.parses()).isEqualTo(4);
    assertThat(work.predictions()).isEqualTo(4);
  }

  @Test
  void eachPageOfADraftIsParsedAndPredictedOnce() throws Exception {
    pages("story-text");
    RulesNewVerb verb = new RulesNewVerb(work);
    String[] words = {folder.resolve("0.html").toString(), folder.resolve("1.html").toString()};

    verb.run(new DefaultParser().parse(verb.options(), words), TERMINAL);

    assertThat(work.parses()).isEqualTo(2);
    assertThat(work.predictions()).isEqualTo(2);
  }

  @Test
  void livingRuleIsWell() throws IOException {
    pages("story-text");

    Session session = health();

    assertThat(session.out()).startsWith("valley: well on 4 of 4 pages; 0 missed, 0 beaten");
    assertThat(session.code()).isZero();
  }

  @Test
  void reportForTheBrowserShowsWhatIsDead() throws IOException {
    pages("renamed");
    Path report = folder.resolve("health.html");

    health("--html", report.toString());

    assertThat(report)
        .content()
        .contains("needs a look</span>valley", "dead: content .story-text")
        .contains("default-src 'none'")
        .doesNotContain("{{");
  }

  @Test
  void savedPagesBringTheirUrls() throws IOException {
    pages("story-text");
    String index = Files.readString(manifest).replace("\": \"", "\":\"");
    Files.writeString(folder.resolve("index.jsonl"), index);

    Session session =
        Session.of("rules", "health", "--pages", folder.toString(), "--rules", rules.toString());

    assertThat(session.out()).startsWith("valley: well on 4 of 4 pages; 0 missed, 0 beaten");
    assertThat(session.err()).isEmpty();
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
  void whatFellSinceTheBaselineDrifts() throws IOException {
    String saved = folder.resolve("health.json").toString();
    Files.writeString(rules.resolve("valley.yaml"), RULE + "section: .kicker\nremove: .more\n");
    pages("story-text");
    change(4, "<article>", "<article><p class=kicker>Town</p>");
    health("--save", saved);
    change(3, "class=kicker", "");
    change(3, "class=more", "");

    Session session = health("--baseline", saved);

    assertThat(session.code()).isEqualTo(4);
    assertThat(session.out())
        .contains("  drifts: field: section on 25 % of the pages, 100 % before\n")
        .contains("  drifts: section .kicker on 25 % of the pages, 100 % before\n")
        .contains("  drifts: remove .more on 25 % of the pages, 100 % before\n");
  }

  @Test
  void textsThatShrankDrift() throws IOException {
    Path saved = folder.resolve("health.json");
    pages("story-text");
    health("--save", saved.toString());
    Files.writeString(
        saved, Files.readString(saved).replaceFirst("\"words\" : \\d+", "\"words\" : 400"));

    Session session = health("--baseline", saved.toString());

    assertThat(session.code()).isEqualTo(4);
    assertThat(session.out()).contains("  drifts: the texts are shorter than they were, ");
  }

  @Test
  void baselineMustBeAReport() throws IOException {
    pages("story-text");

    Session session = health("--baseline", rules.resolve("valley.yaml").toString());

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err()).contains("--baseline wants what --save wrote: ");
  }

  @Test
  void themesHaveAHealthToo() throws IOException {
    pages("renamed");
    Files.delete(rules.resolve("valley.yaml"));
    Files.writeString(
        rules.resolve("villages.yaml"),
        "match: {body-classes: village}\ncontent: .renamed\ntitle: h1.headline\n");
    for (int i = 0; i < 4; i++) {
      Path page = folder.resolve(i + ".html");
      Files.writeString(page, Files.readString(page).replace("<body>", "<body class=village>"));
    }

    assertThat(health().out()).startsWith("villages: well on 4 of 4 pages; 0 missed, 0 beaten");
  }

  @Test
  void challengesAreShownAndEndWithFour() throws IOException {
    pages("story-text");
    for (int i = 0; i < 4; i++) {
      Files.writeString(
          folder.resolve(i + ".html"),
          "<title>Just a moment...</title><h1>Checking your browser</h1>"
              + "<p>Please enable JavaScript and cookies to continue.</p>");
    }

    Session session = health();

    assertThat(session.code()).isEqualTo(4);
    assertThat(session.out())
        .contains("  4 pages more without an article: a wall stood before it\n")
        .contains("  cause: the page asks to prove to be a person");
  }

  @Test
  void pagesMustBeNamed() {
    assertThat(Session.of("rules", "health").err())
        .contains("--pages PATH or --manifest FILE must say where the pages are.");
  }

  @Test
  void repairOfARuleThatIsWellSaysSo() throws IOException {
    pages("story-text");
    String rule = rules.resolve("valley.yaml").toString();

    Session session =
        Session.of("rules", "learn", "--manifest", manifest.toString(), "--repair", rule);

    assertThat(session.code()).isEqualTo(3);
    assertThat(session.err()).startsWith("learned nothing: ");
  }

  @Test
  void repairWantsAFile() throws IOException {
    pages("story-text");

    Session session =
        Session.of("rules", "learn", "--manifest", manifest.toString(), "--repair", "gone.yaml");

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err()).contains("--repair wants a rule's file, not \"gone.yaml\".");
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
