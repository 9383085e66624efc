package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that does not find what it promised says so and is silent about the blocks. */
class PromiseTest {
  private static final String LONG =
      "The council has met again this week to talk about the bridge, which has been closed since the"
          + " flood of last winter, and about the money that its repair will cost the town.";

  private static final String PAGE =
      "<title>T</title><p>Menu</p><div class=story><h1>Bridge</h1><p>" + LONG + "</p></div>";

  @TempDir private Path folder;

  private JudgedPage judge(String rule, String html) throws IOException {
    Files.writeString(folder.resolve("site.yaml"), "match: {hosts: example.org}\n" + rule);
    return new JudgedPage(RuleBook.load(List.of(folder)), JudgedPage.URL, html);
  }

  @Test
  void contentOfASiteIsAlwaysPromised() throws IOException {
    JudgedPage page = judge("content: .renamed\nremove: .story\ntitle: h1\n", PAGE);

    assertThat(page.misses()).containsExactly("site: `content` found nothing");
    assertThat(page.dropped()).isEmpty();
    assertThat(page.fields().title().raw()).isEqualTo("Bridge");
  }

  @Test
  void contentOfFewWordsIsAMiss() throws IOException {
    JudgedPage page = judge("content: h1\n", PAGE);

    assertThat(page.misses()).containsExactly("site: `content` holds 1 word, and 25 are expected");
  }

  @Test
  void ruleMayExpectMoreWordsOrFewer() throws IOException {
    assertThat(judge("content: .story\nexpect: {words: 300}\n", PAGE).misses())
        .containsExactly("site: `content` holds 34 words, and 300 are expected");
    assertThat(judge("content: h1\nexpect: {words: 1}\n", PAGE).misses()).isEmpty();
  }

  @Test
  void removalThatEatsTheContentIsAMiss() throws IOException {
    assertThat(judge("content: .story\nremove: .story p\n", PAGE).misses())
        .containsExactly("site: `remove` leaves 1 word of `content`, and 25 are expected");
  }

  @Test
  void removalThatEatsThePageIsAMiss() throws IOException {
    JudgedPage page = judge("remove: body\n", PAGE);

    assertThat(page.misses()).containsExactly("site: `remove` leaves 0 words of the page");
    assertThat(page.dropped()).isEmpty();
  }

  @Test
  void fieldsAndElementsMayBePromised() throws IOException {
    assertThat(judge("title: h1\nexpect: [title]\n", PAGE).misses()).isEmpty();
    assertThat(judge("title: h2\nexpect: [title]\n", PAGE).misses())
        .containsExactly("site: `title` found nothing");
    assertThat(judge("title: h1\nexpect: {elements: [.story, .foot]}\n", PAGE).misses())
        .containsExactly("site: `expect` wants what is not there, site.yaml:3 .foot");
  }

  @Test
  void themeOwesContentOnlyWhenItSaysSo() throws IOException {
    Files.writeString(folder.resolve("theme.yaml"), "match: {classes: story}\ncontent: .gone\n");
    RuleBook book = RuleBook.load(List.of(folder));
    assertThat(new JudgedPage(book, null, PAGE).misses()).isEmpty();

    Files.writeString(
        folder.resolve("theme.yaml"), "match: {classes: story}\ncontent: .gone\nexpect: content\n");
    book = RuleBook.load(List.of(folder));
    assertThat(new JudgedPage(book, null, PAGE).misses())
        .containsExactly("theme: `content` found nothing");
  }

  @Test
  void themeSpeaksInTheMissingRulesPlace() throws IOException {
    Files.writeString(folder.resolve("theme.yaml"), "match: {classes: story}\ncontent: .story\n");

    JudgedPage page = judge("content: .renamed\n", PAGE);

    assertThat(page.verdictOn("Menu")).startsWith("drop THEME outside of content, theme.yaml:2");
  }
}
