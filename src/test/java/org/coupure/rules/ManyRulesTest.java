package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of so many rules that each is read when its first page is met. */
class ManyRulesTest {
  private static final String PAGE =
      "<body><h1>Bridge</h1><div class=story><p>Text</p></div><p class=ad>Advert</p>";

  @TempDir private Path folder;
  @TempDir private Path other;

  @BeforeEach
  void fill() throws IOException {
    for (int i = 0; i < RuleFolder.MANY; i++) {
      write(folder, "n" + i + ".yaml", "match: {hosts: n" + i + ".example}\ntitle: h1\n");
    }
  }

  private static void write(Path folder, String name, String yaml) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
  }

  private JudgedPage judged(Path... folders) throws IOException {
    return new JudgedPage(RuleBook.open(List.of(folders)), JudgedPage.URL, PAGE);
  }

  @Test
  void mistakeIsToldWhenThePageIsMet() throws IOException {
    write(
        folder,
        "site.yaml",
        "match: {hosts: example.org}\ntitle: h1\nremove:\n  - .ad\n  - div[class=\n");

    JudgedPage page = judged(folder);

    assertThat(page.misses())
        .containsExactly(
            "site: has a mistake, so that nothing of it counts: site.yaml:5:5: remove: bad selector"
                + " 'div[class=': Did not find balanced marker at 'class='");
    assertThat(page.dropped()).isEmpty();
    assertThat(page.fields().title()).isNull();
  }

  @Test
  void mistakesBeyondTheFirstAreCounted() throws IOException {
    write(
        folder,
        "site.yaml",
        "match: {hosts: example.org}\ntitle: h1[\ncookies: all\nstrip: re:(\nrender: no\n");

    assertThat(judged(folder).misses())
        .singleElement()
        .asString()
        .startsWith("site: has a mistake, so that nothing of it counts: site.yaml:2:8: title: bad ")
        .endsWith(", and 3 more");
  }

  @Test
  void yamlThatBreaksOffIsToldWhenThePageIsMet() throws IOException {
    write(folder, "site.yaml", "match: {hosts: example.org}\ntitle:\n  - h1\n  x: y\n");

    assertThat(judged(folder).misses())
        .singleElement()
        .asString()
        .startsWith("site: has a mistake, so that nothing of it counts: site.yaml:4:3: not YAML: ");
  }

  @Test
  void otherRulesOfTheBookSpeakAllTheSame() throws IOException {
    write(folder, "site.yaml", "match: {hosts: example.org}\ntitle: h1[\n");
    write(folder, "theme.yaml", "match: {classes: story}\nremove: .ad\n");

    JudgedPage page = judged(folder);

    assertThat(page.rules()).containsExactly("site", "theme");
    assertThat(page.misses()).hasSize(1);
    assertThat(page.verdictOn("Advert")).isEqualTo("drop THEME theme.yaml:2 .ad");
  }

  @Test
  void mistakeInWhatARuleExtendsIsItsOwn() throws IOException {
    write(folder, "base.yaml", "match: {hosts: base.example}\nremove: div[class=\n");
    write(folder, "site.yaml", "match: {hosts: example.org}\nextends: base\ntitle: h1\n");

    assertThat(judged(folder).misses())
        .containsExactly(
            "site: has a mistake, so that nothing of it counts: base.yaml:2:9: remove: bad selector"
                + " 'div[class=': Did not find balanced marker at 'class='");
  }

  @Test
  void ruleIsTheSameAsWhenAllIsReadAtOnce() throws IOException {
    write(
        folder,
        "site.yaml",
        """
        title: h1
        remove:
          - .ad
          - section: More
        extends: base
        match:
          hosts: example.org
        """);
    write(folder, "base.yaml", "match: {hosts: base.example}\ncontent: .story\n");

    Rule late = RuleBook.open(List.of(folder)).named("site").orElseThrow();
    Rule early = RuleBook.load(List.of(folder)).named("site").orElseThrow();

    assertThat(late.says()).isEqualTo(early.says()).hasSize(4);
  }

  @Test
  void precedenceIsTheSame() throws IOException {
    write(folder, "a.yaml", "match: {hosts: example.org}\ntitle: h1\n");
    write(folder, "b.yaml", "title: h2\nmatch: {hosts: www.example.org, paths: /2026/**}\n");
    write(folder, "c.yaml", "match: {hosts: www.example.org}\ntitle: h3\n");
    write(folder, "d.yaml", "title: h4\nmatch:\n  classes: story\n");
    write(other, "e.yaml", "match: {hosts: example.org}\ntitle: h5\n");

    assertThat(judged(folder, other).rules()).containsExactly("b", "c", "a", "d");
    assertThat(judged(other, folder).rules()).containsExactly("b", "c", "e", "d");
  }

  @Test
  void daysOfCaptureChooseBeforeARuleIsRead() throws IOException {
    write(
        folder, "old.yaml", "match: {hosts: example.org}\ntitle: h1\nvalid: {until: 2024-01-01}\n");
    write(
        folder, "new.yaml", "match: {hosts: example.org}\ntitle: h2\nvalid: {from: 2024-01-02}\n");
    RuleBook book = RuleBook.open(List.of(folder));

    Instant then = Instant.parse("2023-05-01T12:00:00Z");

    assertThat(new JudgedPage(book, JudgedPage.URL, then, PAGE).rules()).containsExactly("old");
    assertThat(new JudgedPage(book, JudgedPage.URL, null, PAGE).rules()).containsExactly("new");
  }

  @Test
  void mistakesOfAllFilesAreToldAtOnceWhenOneIsSeenAtTheStart() throws IOException {
    write(folder, "a.yaml", "match: {hosts: com}\ntitle: h1\n");
    write(folder, "b.yaml", "match: {hosts: example.org}\ntitles: h1\n");
    write(folder, "c.yaml", "match: {hosts: example.net}\nremove: div[class=\n");

    assertThatThrownBy(() -> RuleBook.open(List.of(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "a.yaml:1:16: hosts: 'com' is not a host name; write it like news.example.org",
            "b.yaml:2:1: unknown key `titles`; did you mean `title`?",
            "c.yaml:2:9: remove: bad selector 'div[class='");
  }

  @Test
  void lateMistakesAreMistakesForWhoAsksForAll() throws IOException {
    write(folder, "site.yaml", "match: {hosts: example.org}\nremove: div[class=\n");

    assertThat(RuleBook.mistakes(List.of(folder)))
        .singleElement()
        .asString()
        .startsWith("site.yaml:2:9: remove: bad selector");
    assertThatThrownBy(() -> RuleBook.load(List.of(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("site.yaml:2:9: remove: bad selector");
  }

  @Test
  void smallFolderIsCheckedAtTheStart() throws IOException {
    write(other, "site.yaml", "match: {hosts: example.org}\nremove: div[class=\n");

    assertThatThrownBy(() -> RuleBook.open(List.of(folder, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("site.yaml:2:9: remove: bad selector");
  }

  @Test
  void twoRulesForAHostAreRefusedAtTheStart() throws IOException {
    write(folder, "a.yaml", "title: h1\nmatch: {hosts: n7.example}\n");

    assertThatThrownBy(() -> RuleBook.open(List.of(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("n7.example, too; make them one rule");
  }

  @Test
  void fileThatIsGoneByThenIsReadAllTheSame() throws IOException {
    write(folder, "site.yaml", "match: {hosts: example.org}\nremove: .ad\n");
    RuleBook book = RuleBook.open(List.of(folder));

    Files.delete(folder.resolve("site.yaml"));

    assertThat(new JudgedPage(book, JudgedPage.URL, PAGE).dropped()).containsExactly("Advert");
  }

  @Test
  void threadsThatMeetARuleTogetherGetTheSameOne() throws Exception {
    write(folder, "base.yaml", "match: {hosts: base.example}\ncontent: .story\n");
    write(folder, "site.yaml", "match: {hosts: example.org}\nextends: base\ntitle: h1\n");
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    Set<Rule> met = Collections.newSetFromMap(new IdentityHashMap<>());
    try {
      for (int round = 0; round < 5; round++) {
        RuleBook book = RuleBook.open(List.of(folder));
        List<Future<Rule>> rules = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          // Half of them come by what is extended.
          String host = i % 2 == 0 ? "https://example.org/" : "https://base.example/";
          rules.add(
              pool.submit(
                  () -> {
                    start.await();
                    return book.forUrl(host).get(0);
                  }));
        }
        for (Future<Rule> rule : rules) {
          met.add(rule.get());
        }
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(met).hasSize(2 * 5);
  }
}
