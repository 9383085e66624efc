package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are meant to hang or to fill the memory get a message like any other mistake. */
@Timeout(20)
class HostileRulesTest {
  @TempDir private Path folder;

  private String message(String yaml) throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), yaml);
    RuleFolder reader = new RuleFolder(folder);
    assertThat(reader.read()).isEmpty();
    return reader.messages().get(0).lines().findFirst().orElseThrow();
  }

  @Test
  void aliasBombIsRefusedAtItsFirstAnchor() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    assertThat(message(bomb.toString()))
        .isEqualTo("bad.yaml:1:5: aliases and anchors (*, &) are not read here; write it out");
  }

  @Test
  void tagIsRefused() throws IOException {
    assertThat(message("match: !!java.net.URL x\n"))
        .isEqualTo("bad.yaml:1:8: tags (!) are not read here; put the value into quotes");
  }

  @Test
  void largeFileIsRefusedUnread() throws IOException {
    assertThat(message("# " + "x".repeat(10_000_000)))
        .isEqualTo("bad.yaml:1:1: larger than 1 MiB; a rule file is a few kilobytes");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertThat(message("remove: " + "[".repeat(100_000)))
        .isEqualTo("bad.yaml:1:25: nested deeper than 16 levels");
  }

  @Test
  void endlessListIsRefused() throws IOException {
    assertThat(message("remove:\n" + "- .a\n".repeat(50_000))).endsWith("more than 20000 values");
  }

  @Test
  void secondDocumentIsRefused() throws IOException {
    assertThat(message("match: {hosts: a.example}\ntitle: h1\n---\nmatch: x\n"))
        .isEqualTo("bad.yaml:4:1: a second document; each has a file of its own");
  }

  @Test
  void selectorThatMatchesEverythingLeavesTheContent() throws IOException {
    Files.writeString(
        folder.resolve("all.yaml"),
        "match: {hosts: example.org}\ncontent: .story\nremove: ['body', 'div:has(p)']\n");
    String html =
        "<div><div class=story><p>" + "Der Fluss steigt weiter. ".repeat(9) + "</p></div></div>";

    JudgedPage page = new JudgedPage(RuleBook.load(List.of(folder)), JudgedPage.URL, html);

    assertThat(page.dropped()).isEmpty();
  }
}
