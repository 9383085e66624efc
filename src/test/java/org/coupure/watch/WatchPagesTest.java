package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.coupure.fetch.FakeBrowser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a page by its links, rules and kind, over one site on loopback. */
class WatchPagesTest extends SiteUnderWatch {
  private void rule(String yaml) throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/town.yaml"), "match: {hosts: " + HOST + "}\n" + yaml);
  }

  @Test
  void joinsThePagesOfAnArticle() throws IOException {
    page("/2026/03/a-long-tale", "the bridge", "<link rel=next href='/2026/03/a-long-tale/2'>", "");
    press.pages.put(
        HOST + "/2026/03/a-long-tale/2",
        html("the bridge", "", words("the bridge", 3))
            .replace("<article>", "<article><!-- second page -->"));

    Report report = run("");

    assertThat(report.totals()).containsOnly(java.util.Map.entry("new", 1));
    assertThat(records()).hasSize(1);
    assertThat(records().get(0).get("text").stringValue())
        .containsOnlyOnce("In part 1")
        .containsOnlyOnce("In part 3");
    assertThat(records().get(0).get("quality").get("flags").toString()).contains("joined-pages");
  }

  @Test
  void readsThePrintPageWhereARuleKnowsOne() throws IOException {
    page("/2026/03/a-long-tale", "the bridge", "", "<a class=p href=/print/17>Print</a>");
    press.pages.put(HOST + "/print/17", html("the bridge", "", words("the bridge", 3)));
    rule("print-page: a.p@href\n");

    Report report = run("reading:\n  rules: rules\n");
    later(Duration.ofHours(2));
    Report second = run("reading:\n  rules: rules\n");

    JsonNode record = records().get(0);
    assertThat(report.totals()).containsOnly(java.util.Map.entry("new", 1));
    assertThat(second.totals()).containsOnly(java.util.Map.entry("unchanged", 1));
    assertThat(record.get("text").stringValue()).contains("In part 1", "In part 3");
    assertThat(record.get("url").stringValue()).isEqualTo(press.url(HOST, "/2026/03/a-long-tale"));
    assertThat(record.get("quality").get("flags").toString()).contains("print-page");
  }

  @Test
  void aListOverSeveralPagesIsNoArticle() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    StringBuilder links = new StringBuilder("<link rel=next href='/topics/all-tales-of-2026/2'>");
    for (int i = 0; i < 40; i++) {
      links.append("<h3><a href='/2026/03/tale-").append(i).append("'>The tale of number ");
      links.append(i).append("</a></h3><p>What became of it in the end.</p>");
    }
    press.pages.put(HOST + "/2026/03/a-tale-of-water", "<title>All tales</title><body>" + links);
    press.pages.put(HOST + "/topics/all-tales-of-2026/2", html("fire", "", ""));

    Report report = run("");

    assertThat(report.delivered()).isZero();
  }

  @Test
  void aRulesHeadersEndNoRun() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    rule("headers: {Accept-Language: fr, User-Agent: Mozilla/5.0}\n");

    Report report = run("reading:\n  rules: rules\n");

    assertThat(report.totals()).containsOnly(java.util.Map.entry("new", 1));
  }

  @Test
  void deliversTheKindsThatAreWanted() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");

    Report report = run("reading:\n  kinds: forum\n");

    assertThat(report.totals()).containsOnly(java.util.Map.entry("filtered-kind", 1));
    assertThat(folder.resolve("a.jsonl"))
        .satisfiesAnyOf(
            file -> assertThat(file).doesNotExist(), file -> assertThat(file).isEmptyFile());
  }

  @Test
  void obeysWhatAPageReserves() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "<meta name=tdm-reservation content=1>", "");

    Report report = run("reading:\n  obey: tdm\n");

    assertThat(report.totals()).containsOnly(java.util.Map.entry("reserved", 1));
  }

  @Test
  void wantsASiteMemoryThatIsThere() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");

    assertThatThrownBy(() -> run("reading:\n  site-memory: none.memory\n"))
        .hasMessage(
            "there is no site memory "
                + folder.resolve("none.memory")
                + "; coupure clean --site-memory makes one.");
  }

  @Test
  void rendersPagesThatAreEmptyWithoutScripts() throws IOException {
    page("/2026/03/a-tale-of-scripts", "scripts", "", "");
    press.pages.put(
        HOST + "/2026/03/a-tale-of-scripts",
        "<!doctype html><title>The tale of scripts</title><body><script>run()</script>");
    Path page = folder.resolve("page.html");
    Files.writeString(page, html("scripts", "", ""));
    String browser = String.join(" ", FakeBrowser.words(folder, "cat '" + page + "'"));

    Report report = run("reading:\n  render:\n    command: '" + browser + "'\n");

    assertThat(report.totals()).containsOnly(java.util.Map.entry("new", 1));
    assertThat(records().get(0).get("quality").get("flags").toString()).contains("rendered");
  }

  @Test
  void followsASubject() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    page("/2026/03/a-tale-of-fire", "fire", "", "");

    Report report = run("filter:\n  query: council AND (water OR ice)\n");

    assertThat(report.totals())
        .containsOnly(java.util.Map.entry("new", 1), java.util.Map.entry("filtered-subject", 1));
    assertThat(records().get(0).get("title").stringValue()).isEqualTo("The tale of water");
  }
}
