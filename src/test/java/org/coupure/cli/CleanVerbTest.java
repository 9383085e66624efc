package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.cli.DefaultParser;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CleanVerbTest {
  private static final String TEXT =
      "La passerelle du vieux port sera repeinte cet été, sans fermeture cette fois. "
          + "Les travaux dureront six semaines et seront menés de nuit, a dit la mairie.";

  @TempDir Path folder;
  private Path dump;

  @BeforeEach
  void saveTwoPages() throws IOException {
    dump = Files.createDirectory(folder.resolve("dump"));
    save("a.html", "Premier");
    save("b.html", "Second");
  }

  @Test
  void writesARecordToStandardOutputAndTheSummaryBesideIt() {
    Session session = Session.of("clean", page("a.html"));

    assertThat(session.out()).startsWith("{\"schema\":\"article-1\"").hasLineCount(1);
    assertThat(session.out()).contains("La passerelle du vieux port");
    assertThat(session.err()).isEqualTo("1 page: 1 clipped; 0.0 s\n");
    assertThat(session.code()).isZero();
  }

  @Test
  void saysWhichSubjectsARecordMatches() throws IOException {
    Path file = folder.resolve("desk.yaml");
    Files.writeString(file, "subjects: [{name: Ponts, query: passerelle}, {name: Sport}]\n");

    Session session = Session.of("clean", page("a.html"), "--subjects", file.toString());

    assertThat(session.out())
        .contains("{\"name\":\"Ponts\",", "{\"words\":\"passerelle\",\"start\":3,\"end\":13}")
        .contains("{\"name\":\"Sport\",\"title\":[],\"text\":[]}");
  }

  @Test
  void pointsAtMistakesInSubjects() throws IOException {
    Path file = folder.resolve("desk.yaml");
    Files.writeString(file, "subjects:\n  - name: Ponts\n    query: (a\n");

    Session session = Session.of("clean", page("a.html"), "--subjects", file.toString());

    assertThat(session.err()).contains("desk.yaml:3:12: query: ");
    assertThat(session.code()).isEqualTo(2);
  }

  @Test
  void saysWhichFilesItPassedOver() throws IOException {
    Files.writeString(dump.resolve("style.css"), "p { color: red }");
    Files.writeString(dump.resolve("robots.txt"), "User-agent: *\nDisallow:\n");
    Files.writeString(dump.resolve("feed.html"), "<?xml version='1.0'?><rss><channel/></rss>");

    Session session = Session.of("clean", dump.toString());

    assertThat(session.err())
        .isEqualTo(
            "2 pages: 2 clipped; 0.0 s\n"
                + "passed over 3 files that are no pages: 1 css, 1 feed, 1 robots.txt\n");
    assertThat(session.code()).isZero();
    assertThat(Session.of("clean", dump.toString(), "-q").err()).isEmpty();
  }

  @Test
  void saysWhatToDoWithTablesAndFeeds() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "id,text\n1,A river\n");
    Path feed = Files.writeString(folder.resolve("f.html"), "<feed xmlns='a'></feed>");

    Session session = Session.of("clean", table.toString(), feed.toString());

    assertThat(session.err())
        .contains(
            "t.csv: unsupported: is a table: make JSON Lines of it, a line an object with \"html\" or"
                + " \"text\", and \"url\"\n")
        .contains(
            "f.html: unsupported: is a feed or a site map, a list of pages: see coupure help run\n");
    assertThat(session.code()).isEqualTo(3);
  }

  @Test
  void saysHowManyRecordsTookThePlaceOfOthers() throws IOException {
    Files.copy(dump.resolve("a.html"), dump.resolve("c.html"));
    String out = folder.resolve("out") + "/";

    Session session = Session.of("clean", dump.toString(), "--out", out);

    assertThat(session.err())
        .isEqualTo(
            "3 pages: 3 clipped; 0.0 s\nwrote 3 records to "
                + Path.of(out)
                + "\n1 record replaced a file of the same id\n");
    assertThat(Files.list(Path.of(out))).hasSize(2);
  }

  @Test
  void saysWhereTheTextOfAFramesetIs() throws IOException {
    Path set =
        Files.writeString(
            folder.resolve("set.html"),
            "<frameset cols='1,2'><frame src=menu.html><frame src=story.html></frameset>");

    assertThat(Session.of("clean", set.toString()).err())
        .contains("no-text: the page is a frameset, its text is in menu.html, story.html\n");
  }

  @Test
  void showsASinglePageOnATerminalAsText() {
    Session session = new Session().onTerminal().run("clean", page("a.html"));

    assertThat(session.out()).contains(TEXT).doesNotContain("{").endsWith("\n");
  }

  @Test
  void readsStandardInput() throws IOException {
    Session session =
        new Session()
            .stdin(Files.readString(dump.resolve("a.html")))
            .run("clean", "-", "--url", "https://courrier.example/a");

    assertThat(session.out()).contains("\"url\":\"https://courrier.example/a\"").contains(TEXT);
    assertThat(session.code()).isZero();
  }

  @Test
  void writesTheClippingsFolder() throws IOException {
    Path out = folder.resolve("clippings");

    Session session = Session.of("clean", dump.toString(), "--out", out + "/");

    assertThat(session.out()).isEmpty();
    assertThat(session.err())
        .isEqualTo("2 pages: 2 clipped; 0.0 s\nwrote 2 records to " + out + "\n");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .hasSize(2)
          .allMatch(name -> name.matches("00[01]_[0-9a-f]{16}\\.txt"));
    }
  }

  @Test
  void saysWhatFailedAndGoesOn() throws IOException {
    Files.write(dump.resolve("aa.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    String missing = folder.resolve("missing.html").toString();

    Session session = Session.of("clean", dump.toString(), missing);

    assertThat(session.out()).hasLineCount(2);
    assertThat(session.err())
        .contains(page("aa.html") + ": binary: the page is a PNG image, not HTML or text\n")
        .contains(missing + ": not-found: ")
        .endsWith("4 pages: 2 clipped, 2 failed; 0.0 s\n");
    assertThat(session.code()).isEqualTo(1);
  }

  @Test
  void writesPagesWithoutTextOnlyWhenAsked() throws IOException {
    Files.writeString(dump.resolve("c.html"), " ");

    assertThat(Session.of("clean", dump.toString()).out()).hasLineCount(2);
    assertThat(Session.of("clean", dump.toString(), "--failures").out()).hasLineCount(3);
  }

  @Test
  void writesOnlyTheKindsAskedFor() throws IOException {
    Files.writeString(dump.resolve("c.html"), "<title>404 Not Found</title><h1>Not Found</h1>");

    Session articles = Session.of("clean", dump.toString(), "--failures", "--kinds", "article");
    Session errors = Session.of("clean", dump.toString(), "--failures", "--kinds", "error, live");

    assertThat(articles.out()).hasLineCount(2);
    assertThat(articles.err())
        .contains("c.html: error-page: the page says that what was asked for is not there")
        .endsWith("3 pages: 2 clipped, 1 empty; 1 left out by --kinds; 0.0 s\n");
    assertThat(errors.out()).hasLineCount(1).contains("\"pageKind\":\"error\"");
  }

  @Test
  void cannotPreferBothPrecisionAndRecall() {
    assertUsage(
        "--precision and --recall contradict each other.",
        Session.of("clean", dump.toString(), "--precision", "--recall"));
  }

  @Test
  void saysWhichKindsThereAre() {
    assertUsage(
        "--kinds: there is no kind of page called \"news\"; there are article, index,"
            + " product, forum, live, video, error, challenge, consent, other.",
        Session.of("clean", dump.toString(), "--kinds", "news"));
  }

  @Test
  void countsAnEmptyPageAsNoFailureUnlessTold() throws IOException {
    Files.writeString(dump.resolve("c.html"), " ");

    assertThat(Session.of("clean", dump.toString()).code()).isZero();
    assertThat(Session.of("clean", dump.toString(), "--fail-on", "any").code()).isEqualTo(1);
    assertThat(Session.of("clean", page("c.html")).code()).isEqualTo(3);
  }

  @Test
  void givesARecordForEveryLineOfAManifest() throws IOException {
    Path manifest = folder.resolve("index.jsonl");
    Files.writeString(
        manifest,
        """
        {"id":"one","url":"https://courrier.example/1","file":"dump/b.html"}
        {"id":"two","url":"https://courrier.example/2","file":"dump/gone.html"}
        {"id":"three","url":"https://courrier.example/3","file":"dump/a.html"}
        """);

    Session session = Session.of("clean", "--manifest", manifest.toString(), "-j", "3");

    assertThat(session.out().lines().map(line -> line.replaceAll(".*?\"id\":\"(\\w+)\".*", "$1")))
        .containsExactly("one", "two", "three");
    assertThat(session.err()).endsWith("3 pages: 2 clipped, 1 failed; 0.0 s\n");
    assertThat(session.code()).isEqualTo(1);
  }

  @Test
  void readsAListOfPaths() throws IOException {
    Path list = folder.resolve("list.txt");
    Files.writeString(list, page("b.html") + "\n# no\n" + page("a.html") + "\n");

    assertThat(Session.of("clean", "-i", list.toString()).err())
        .isEqualTo("2 pages: 2 clipped; 0.0 s\n");
  }

  @Test
  void saysOnlyFailuresWhenQuiet() {
    assertThat(Session.of("clean", "-q", dump.toString()).err()).isEmpty();
  }

  @Test
  void saysSomethingOnEachPageWhenVerbose() {
    assertThat(Session.of("clean", "-v", dump.toString()).err())
        .isEqualTo(
            page("a.html")
                + ": clipped\n"
                + page("b.html")
                + ": clipped\n2 pages: 2 clipped; 0.0 s\n");
  }

  @Test
  void coloursOnlyOnRequest() {
    assertThat(Session.of("clean", "-v", "--color", "always", page("a.html")).err())
        .contains("\u001B[32mclipped\u001B[0m");
  }

  @Test
  void keepsTheOrderWithManyThreads() throws IOException {
    for (int i = 0; i < 60; i++) {
      save("n%02d.html".formatted(i), "Titre " + i);
    }

    String one = Session.of("clean", "-j", "1", dump.toString()).out();
    String many = Session.of("clean", "-j", "7", dump.toString()).out();

    assertThat(many).hasLineCount(62).isEqualTo(one);
  }

  @Test
  void containsADefectInOnePage() throws Exception {
    Clipper clipper = Clipper.create();
    Function<Page, Clip> defective =
        page -> {
          if (page.source().endsWith("a.html")) {
            throw new IllegalStateException("an odd\nthing");
          }
          return clipper.clip(page);
        };

    Session session = clean(defective, dump.toString(), "--failures");

    assertThat(session.out()).hasLineCount(2).contains("\"reason\":\"defect\"");
    assertThat(session.err())
        .startsWith(
            page("a.html") + ": defect: IllegalStateException: an odd thing in CleanVerbTest")
        .contains("; this is a defect of Coupure, please report it\n")
        .endsWith("2 pages: 1 clipped, 1 failed; 0.0 s\n");
  }

  @Test
  void containsAStackOverflowAndAFullMemory() throws Exception {
    Function<Page, Clip> hungry =
        page -> {
          throw page.source().endsWith("a.html")
              ? new StackOverflowError()
              : new OutOfMemoryError();
        };

    Session session = clean(hungry, dump.toString());

    assertThat(session.err())
        .contains("a.html: defect: StackOverflowError")
        .contains(
            "b.html: defect: the memory did not suffice; give Java more,"
                + " such as COUPURE_OPTS=-Xmx2g\n");
  }

  @Test
  void endsQuietlyWhenNobodyReads() {
    Session session =
        new Session()
            .stdout(new MainTest.FailingStream("Broken pipe"))
            .run("clean", dump.toString());

    assertThat(session.err()).isEmpty();
    assertThat(session.code()).isEqualTo(141);
  }

  @Test
  void saysWhenTheOutputCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    Session session = Session.of("clean", dump.toString(), "-o", file + "/x.jsonl");

    assertThat(session.err()).startsWith("coupure: cannot ").contains(file.toString());
    assertThat(session.code()).isEqualTo(2);
  }

  @Test
  void wantsSomethingToClean() {
    assertUsage(
        "nothing to clean: name a PATH, or - for standard input.", Session.of("clean", "-q"));
  }

  @Test
  void wantsOnePageForOneUrl() {
    assertUsage(
        "--url is the URL of one page, so it wants exactly one PATH.",
        Session.of("clean", "a", "b", "--url", "https://a.example/"));
  }

  @Test
  void wantsAWholeNumberOfWorkers() {
    assertUsage(
        "--parallel wants a whole number of at least 1, not \"0\".",
        Session.of("clean", "-j", "0", "a"));
  }

  @Test
  void cannotBeQuietAndVerbose() {
    assertUsage("-q and -v contradict each other.", Session.of("clean", "-q", "-v", "a"));
  }

  @Test
  void saysWhatIsWrongWithRules() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("a.example.yaml"), "no_such_key: 1\n");

    Session session = Session.of("clean", page("a.html"), "--rules", rules.toString());

    assertThat(session.err())
        .startsWith("coupure: the rules have mistakes.\n")
        .contains("a.example.yaml:1", "no_such_key");
    assertThat(session.code()).isEqualTo(2);
  }

  @Test
  void anEmptyFolderIsNamed() throws IOException {
    Path empty = Files.createDirectory(dump.resolve("empty"));

    Session session = Session.of("clean", empty.toString());

    assertThat(session.err()).contains("empty: the folder holds no files");
    assertThat(session.code()).isEqualTo(3);
  }

  @Test
  void addsTheReasonsOnRequest() {
    assertThat(Session.of("clean", page("a.html"), "--explain").out()).contains("\"verdicts\":[{");
  }

  @Test
  void aPageThatTakesTooLongIsAnOutcomeAndTheNextIsClipped() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Function<Page, Clip> slow =
        page -> {
          await(page, never);
          return Clipper.failed(page, Reason.NO_TEXT, "done");
        };

    Session session =
        clean(slow, page("a.html"), page("b.html"), "--page-time", "0.3", "--failures", "-j1");

    never.countDown();
    assertThat(session.out()).contains("\"timeout\"").contains("\"no-text\"");
    assertThat(session.err()).contains("a.html: timeout: the page took longer than 0.3 s");
  }

  private static void await(Page page, CountDownLatch latch) {
    try {
      if (page.source().endsWith("a.html")) {
        latch.await();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertUsage(String message, Session session) {
    assertThat(session.err())
        .isEqualTo("coupure: " + message + " Run \"coupure help clean\" for its options.\n");
    assertThat(session.code()).isEqualTo(2);
  }

  private Session clean(Function<Page, Clip> clipping, String... words) throws Exception {
    CleanVerb verb = new CleanVerb();
    Session session = new Session();
    verb.run(new DefaultParser().parse(verb.options(), words), session.terminal(), clipping);
    return session;
  }

  private String page(String name) {
    return dump.resolve(name).toString();
  }

  private void save(String name, String title) throws IOException {
    String page =
        "<!doctype html><html lang=fr><head><meta charset=utf-8><title>"
            + title
            + "</title></head><body><article><h1>"
            + title
            + "</h1><p>"
            + TEXT
            + " Ainsi finit le récit du "
            + title
            + ".</p></article></body></html>";
    Files.writeString(dump.resolve(name), page, StandardCharsets.UTF_8);
  }
}
