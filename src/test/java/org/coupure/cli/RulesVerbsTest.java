package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RulesVerbsTest {
  static final Iterable<String> VERBS = VerbGroup.RULES.names();

  @TempDir private Path folder;
  private Path rules;

  @BeforeEach
  void site() throws IOException {
    rules = folder.resolve("site");
    ValleySite.write(rules);
  }

  private void rule(String yaml) throws IOException {
    Files.writeString(rules.resolve("valley.yaml"), yaml);
  }

  private void page(String container) throws IOException {
    Files.writeString(rules.resolve("tests/bridge.html"), ValleySite.page(container));
  }

  @ParameterizedTest
  @FieldSource("VERBS")
  void eachExplainsItselfOnAScreen(String verb) {
    String page = Session.of("help", "rules", verb).out();

    assertThat(page).startsWith("Usage: coupure rules " + verb).contains("\nExamples:\n");
    assertThat(page.lines()).hasSizeLessThan(60);
    assertThat(page.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(page.lines().filter(line -> line.startsWith("  coupure rules " + verb)))
        .hasSizeBetween(2, 3);
    assertThat(Session.of("rules", verb, "--help").out()).isEqualTo(page);
  }

  @Test
  void unknownVerbIsSuggested() {
    assertThat(Session.of("rules", "lin").err())
        .isEqualTo("coupure: there is no verb \"rules lin\". Did you mean lint?\n");
    assertThat(Session.of("rules").err()).startsWith("coupure: rules wants a verb: lint, test");
    assertThat(Session.of("rules").code()).isEqualTo(2);
  }

  @Test
  void lintCountsWhatIsGood() {
    Session session = Session.of("rules", "lint", rules.toString());

    assertThat(session.err()).isEqualTo("1 rule, no mistakes\n");
    assertThat(session.code()).isZero();
  }

  @Test
  void lintShowsMistakesWithTheirFiles() throws IOException {
    rule("match: {hosts: valley.example}\ncontnt: p\nremove: '['\n");

    Session session = Session.of("rules", "lint", rules.toString());

    assertThat(session.code()).isEqualTo(1);
    assertThat(session.err())
        .contains(rules + "/valley.yaml:2:1: unknown key `contnt`; did you mean `content`?")
        .contains(rules + "/valley.yaml:3:9: remove: bad selector '['")
        .endsWith("2 mistakes\n");
  }

  @Test
  void lintReadsASingleFile() {
    assertThat(Session.of("rules", "lint", rules.resolve("valley.yaml").toString()).err())
        .isEqualTo("1 rule, no mistakes\n");
  }

  @Test
  void lintNamesRulesWhoseMeaningChangedUntilTheyAreMigrated() throws IOException {
    rule("match: {hosts: valley.example}\ncontent: p\n");
    assertThat(Session.of("rules", "lint", rules.toString()).err())
        .contains("now the classifier judges there, in 1 rule: valley. Write `strict: true`");

    assertThat(Session.of("rules", "migrate", rules.toString()).err())
        .endsWith("1 rule migrated\n");

    assertThat(rules.resolve("valley.yaml"))
        .hasContent("match: {hosts: valley.example}\nstrict: true\ncontent: p\n");
    assertThat(Session.of("rules", "lint", rules.toString()).err())
        .isEqualTo("1 rule, no mistakes\n");
  }

  @Test
  void lintSaysThatATestsPageIsNotThere() throws IOException {
    Files.writeString(
        rules.resolve("lone.yaml"),
        "match: {hosts: lone.example}\ntitle: h1\ntests: {page: tests/gone.html, title: Bridge}\n");

    Session session = Session.of("rules", "lint", rules.toString());

    String page = rules.resolve("tests/gone.html").toString();
    assertThat(session.err())
        .isEqualTo(rules + "/lone.yaml: tests: the page " + page + " is not there\n1 mistake\n");
    assertThat(session.code()).isEqualTo(1);
  }

  @Test
  void lintSaysThatAFolderIsNotThere() {
    Session session = Session.of("rules", "lint", folder.resolve("gone").toString());

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err()).endsWith("gone: there is no such file or folder\n");
  }

  @Test
  void testsPass() {
    Session session = Session.of("rules", "test", rules.toString());

    assertThat(session.err()).isEqualTo("1 test passed\n");
    assertThat(session.code()).isZero();
  }

  @Test
  void brokenRuleFailsItsTestsWithTheReasons() throws IOException {
    page("renamed");

    Session session = Session.of("rules", "test", rules.toString());

    assertThat(session.code()).isEqualTo(4);
    assertThat(session.err())
        .contains("FAILED valley: tests/bridge.html\n")
        .contains("  rule-miss: rule valley: `content` found nothing\n")
        .endsWith("0 tests passed, 1 failed\n");
  }

  @Test
  void goldenFileIsWrittenOnceAndThenCompared() throws IOException {
    assertThat(Session.of("rules", "test", rules.toString(), "--update").err())
        .isEqualTo("0 tests passed, 1 written\n");
    assertThat(Files.readString(rules.resolve("tests/bridge.txt")))
        .startsWith("Bridge to be rebuilt\n\nThe council voted")
        .endsWith("free of charge.\n");
    assertThat(Session.of("rules", "test", rules.toString()).code()).isZero();

    rule(
        ValleySite.RULE
            .replace("remove: .more", "remove: .less")
            .replace("lacks: Our readers", ""));
    Session session = Session.of("rules", "test", rules.toString());

    assertThat(session.code()).isEqualTo(4);
    assertThat(session.err())
        .contains("the text is not as in the .txt file (- there, + now):")
        .contains("    + Our readers also asked");
  }

  @Test
  void failingTestWritesNoGoldenFile() throws IOException {
    rule(ValleySite.RULE.replace("nine million", "ten million"));

    Session session = Session.of("rules", "test", rules.toString(), "--update");

    assertThat(session.err()).contains("  the text lacks \"ten million\"\n");
    assertThat(rules.resolve("tests/bridge.txt")).doesNotExist();
  }

  @Test
  void whichShowsTheChainAndTheMergedRule() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(
        mine.resolve("mine.yaml"),
        "match: {hosts: valley.example}\nextends: valley\nremove: .box\n");

    Session session =
        Session.of(
            "rules",
            "which",
            ValleySite.URL,
            "--rules",
            mine.toString(),
            "--rules",
            rules.toString());

    assertThat(session.code()).isZero();
    assertThat(session.out())
        .isEqualTo(
            """
            + mine  (MINE)
            - valley  (SITE)  an earlier folder has its own rule for valley.example

            mine says
              content
                .story-text  # valley.yaml:2
              remove
                .box  # mine.yaml:3
                .more  # valley.yaml:3
              title
                h1.headline  # valley.yaml:4
              expect
                content
                title
            """
                .replace("MINE", mine.toString())
                .replace("SITE", rules.toString()));
  }

  @Test
  void whichSaysThatNoRuleIsThere() {
    Session session = Session.of("rules", "which", "other.example", "--rules", rules.toString());

    assertThat(session.out()).isEqualTo("no rule is for https://other.example\n");
    assertThat(session.code()).isEqualTo(3);
  }

  @Test
  void tryShowsWhatChangesBlockByBlock() throws IOException {
    Path draft = rules.resolve("valley.yaml");
    Path page = rules.resolve("tests/bridge.html");
    Path report = folder.resolve("report.html");

    Session session =
        Session.of(
            "rules",
            "try",
            draft.toString(),
            page.toString(),
            "--url",
            ValleySite.URL,
            "--html",
            report.toString());

    assertThat(session.err()).isEmpty();
    assertThat(session.code()).isZero();
    assertThat(session.out())
        .contains("words before, ")
        .contains("- dropped rule: valley.yaml:3 .more\n")
        .contains("    Our readers also asked about the pool");
    assertThat(Files.readString(report)).contains("Our readers also asked", "<del>");
  }

  @Test
  void tryTellsThatTheRuleDoesNotFit() {
    Session session =
        Session.of(
            "rules",
            "try",
            rules.resolve("valley.yaml").toString(),
            rules.resolve("tests/bridge.html").toString());

    assertThat(session.code()).isEqualTo(1);
    assertThat(session.err()).contains("it has no URL; give it one with --url");
  }

  @Test
  void diffCountsWhatAChangeDoes() throws IOException {
    Path old = folder.resolve("old");
    ValleySite.write(old);
    rule(ValleySite.RULE.replace("remove: .more\n", ""));
    Path pages = folder.resolve("pages.jsonl");
    String html = ValleySite.page("story-text").replace("\"", "\\\"");
    Files.writeString(pages, "{\"url\":\"" + ValleySite.URL + "\",\"html\":\"" + html + "\"}\n");

    Session session =
        Session.of("rules", "diff", old.toString(), rules.toString(), "--pages", pages.toString());

    assertThat(session.code()).isEqualTo(1);
    assertThat(session.out())
        .contains("    + Our readers also asked")
        .contains("1 of 1 page changed; ");
  }

  @Test
  void diffTakesTheUrlOfAPageThatNamesNone() throws IOException {
    Path old = folder.resolve("old");
    ValleySite.write(old);
    rule(ValleySite.RULE.replace("remove: .more\n", ""));
    Path page = folder.resolve("page.html");
    Files.writeString(page, ValleySite.page("story-text"));
    String[] diff = {"rules", "diff", old.toString(), rules.toString(), "--pages", page.toString()};

    assertThat(Session.of(diff).out()).contains("0 of 1 page changed; ");
    String[] named = Arrays.copyOf(diff, diff.length + 2);
    named[diff.length] = "--url";
    named[diff.length + 1] = ValleySite.URL;
    assertThat(Session.of(named).out()).contains("1 of 1 page changed; ");
  }

  @Test
  void diffSeesARuleThatMisses() throws IOException {
    Path old = folder.resolve("old");
    ValleySite.write(old);
    rule(ValleySite.RULE.replace(".story-text", ".gone"));
    Path pages = folder.resolve("pages.jsonl");
    String html = ValleySite.page("story-text").replace("\"", "\\\"");
    Files.writeString(pages, "{\"url\":\"" + ValleySite.URL + "\",\"html\":\"" + html + "\"}\n");

    Session session =
        Session.of("rules", "diff", old.toString(), rules.toString(), "--pages", pages.toString());

    assertThat(session.code()).isEqualTo(4);
    assertThat(session.out()).endsWith("after: rule valley: missed on 1 of 1 page\n");
  }

  @Test
  void newDraftsARuleThatPassesItsOwnTests() throws IOException {
    Path page = folder.resolve("page.html");
    Files.writeString(page, ValleySite.page("story-text"));
    Path draft = folder.resolve("drafts/valley.yaml");
    Files.createDirectories(draft.getParent());

    Session session =
        Session.of(
            "rules", "new", page.toString(), "--url", ValleySite.URL, "--out", draft.toString());

    assertThat(session.err()).isEqualTo("wrote " + draft + " and 1 page\n");
    assertThat(Files.readString(draft))
        .contains("  hosts: valley.example\n")
        .contains("content:\n  - .story-text\n")
        .contains("title: h1.headline\n")
        .contains("expect: [content, title]\n")
        .contains("  - page: tests/valley-1.html\n");
    assertThat(Session.of("rules", "test", draft.getParent().toString()).err())
        .isEqualTo("1 test passed\n");
  }

  @Test
  void newDoesNotReplaceARule() {
    Session session =
        Session.of(
            "rules",
            "new",
            rules.resolve("tests/bridge.html").toString(),
            "--out",
            rules.resolve("valley.yaml").toString());

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err()).contains("a draft does not replace a rule");
  }

  @Test
  void runUsesTheConfigurationsRulesAndCountsMisses() throws IOException {
    Path home = folder.resolve("home");
    ValleySite.write(home.resolve(".config/coupure/rules"));
    Path page = folder.resolve("page.html");
    Files.writeString(page, ValleySite.page("renamed"));

    Session session =
        new Session()
            .environment(java.util.Map.of("HOME", home.toString()))
            .run("clean", page.toString(), "--url", ValleySite.URL);

    assertThat(session.code()).isZero();
    assertThat(session.out()).contains("\"outcome\":\"rule-miss\"", "nine million");
    assertThat(session.err())
        .isEqualTo("1 page: 1 rule miss; 0.0 s\nrule valley: missed on 1 of 1 page\n");
  }

  @Test
  void runOverManyRulesGoesOnWhereOneIsFaultyAndLintFindsIt() throws IOException {
    for (int i = 0; i < 200; i++) {
      String other = "match: {hosts: n" + i + ".example}\ntitle: h1\n";
      Files.writeString(rules.resolve("n" + i + ".yaml"), other);
    }
    rule("match: {hosts: valley.example}\ncontent: div[class=\n");
    String page = rules.resolve("tests/bridge.html").toString();

    Session run = Session.of("clean", page, "--url", ValleySite.URL, "--rules", rules.toString());
    Session test = Session.of("rules", "test", rules.toString());
    Session lint = Session.of("rules", "lint", rules.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"reason\":\"rule-mistake\"", "nine million");
    assertThat(run.err())
        .isEqualTo(
            "1 page: 1 rule miss; 0.0 s\n"
                + "rule valley: missed on 1 of 1 page\n"
                + "rule valley: has a mistake, so that nothing of it counts: valley.yaml:2:10:"
                + " content: bad selector 'div[class=': Did not find balanced marker at"
                + " 'class='\n");
    assertThat(test.code()).isEqualTo(2);
    assertThat(lint.err()).contains("valley.yaml:2:10: content: bad selector", "1 mistake\n");
  }
}
