package org.coupure.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.coupure.article.Headline;
import org.coupure.article.Passage;
import org.coupure.article.WebLocation;
import org.coupure.record.Clips;
import org.coupure.record.RecordWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Search, show, changes, query and the verbs behind store, from the command line. */
class StoreVerbsTest {
  static final Iterable<String> BEHIND_STORE = VerbGroup.STORE.names();

  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><head><title>%s</title>"
          + "<link rel=\"canonical\" href=\"https://news.example.org/%s\"></head>"
          + "<body><article><h1>%1$s</h1><p>%s</p></article></body></html>";

  @TempDir Path folder;

  private String store;
  private String records;

  @BeforeEach
  void importTwoRecords() throws IOException {
    store = folder.resolve("s.sqlite").toString();
    records = folder.resolve("a.jsonl").toString();
    Files.writeString(
        Path.of(records),
        record("ferry", "Ferry gets an engine", "The old ferry sails again on \u001B[31m Monday.")
            + record("well", "Brunnen \u202Egrün", "Der Brunnen wird bepflanzt."));
    assertThat(run("store", "import", records).code()).isZero();
  }

  private Session run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--store";
    all[words.length + 1] = store;
    return Session.of(all);
  }

  private static String record(String id, String title, String text) {
    return new String(
            RecordWriter.compact()
                .write(
                    Clips.clipped(
                        Clips.article(id, id + ".html")
                            .headline(new Headline(title, null, null))
                            .place(
                                new WebLocation("https://news.example.org/" + id, null, null, null))
                            .language("en")
                            .body(List.of(Passage.paragraph(text)))
                            .build())),
            UTF_8)
        + "\n";
  }

  @Test
  void searchMarksWhatItFoundAndSteersNoTerminal() {
    Session search = run("search", "ferry", "monday");

    assertThat(search.code()).isZero();
    assertThat(search.out())
        .isEqualTo(
            " 1. *Ferry* gets an engine\n"
                + "    news.example.org · en · ferry\n"
                + "    https://news.example.org/ferry\n"
                + "    The old *ferry* sails again on [31m *Monday*.\n\n");
    assertThat(search.err()).isEqualTo("1 record\n");
    assertThat(run("search", "grün").out()).startsWith(" 1. Brunnen *grün*\n");
    assertThat(run("search", "ferry", "--color", "always").out())
        .contains("\u001B[33mferry\u001B[0m");
  }

  @Test
  void searchWritesJsonAndHtml() {
    assertThat(run("search", "brunnen", "--format", "json").out())
        .startsWith("{\"id\":\"well\",\"url\":\"https://news.example.org/well\"")
        .contains("\"textPlaces\":[{\"words\":\"Brunnen\",\"start\":4,\"end\":11}]");
    assertThat(run("search", "brunnen", "--format", "html").out())
        .startsWith("<!doctype html>")
        .contains("<mark>Brunnen</mark>");
  }

  @Test
  void searchPointsAtAMistakeAndSaysWhenNothingIsFound() {
    assertThat(run("search", "(ferry").err())
        .isEqualTo("coupure: this \"(\" is never closed\n    (ferry\n    ^\n");
    assertThat(run("search", "submarine").code()).isEqualTo(FailOn.NO_RECORD);
    assertThat(run("search", "ferry", "--since", "soon").err()).contains("--since wants a day");
    assertThat(Session.of("search", "x", "--store", folder.resolve("no").toString()).err())
        .contains("there is no such store");
  }

  @Test
  void showsARecordToReadAndInAFormat() {
    assertThat(run("show", "ferry").out())
        .contains("title        Ferry gets an engine\n")
        .endsWith("\nThe old ferry sails again on [31m Monday.\n");
    assertThat(run("show", "https://news.example.org/well", "--format", "jsonl").out())
        .startsWith("{\"schema\":\"article-1\",\"id\":\"well\"");
    assertThat(run("show", "none").code()).isEqualTo(FailOn.NO_RECORD);
  }

  @Test
  void showsWhatChanged() throws IOException {
    Files.writeString(
        Path.of(records),
        record("ferry", "Ferry gets two engines", "The old ferry sails again on \u001B[31m Monday.")
            + record("ferry", "Ferry gets two engines", "The new ferry sails again on Tuesday."));
    assertThat(run("store", "import", records).code()).isZero();

    assertThat(run("changes", "ferry").out())
        .isEqualTo(
            "Ferry gets an engine\nhttps://news.example.org/ferry\n"
                + "3 revisions; the first captured at an unknown time\n"
                + "\nrevision 2, captured at an unknown time: headline only\n"
                + "    Ferry gets [-an engine-] {+two engines+}\n"
                + "\nrevision 3, captured at an unknown time: text\n"
                + "    The [-old-] {+new+} ferry sails again on [- [31m Monday.-] {+Tuesday.+}\n");
    assertThat(run("changes", "well").code()).isEqualTo(FailOn.SOME_FAILED);
  }

  @Test
  void triesAQueryOnPagesRecordsAndTheStore() throws IOException {
    Path page = folder.resolve("p.html");
    Files.writeString(
        page, String.format(PAGE, "Fire at the mill", "mill", "It burnt. ".repeat(20)));

    Session pages = Session.of("query", "burnt title:flood", page.toString());
    assertThat(pages.code()).isEqualTo(FailOn.NO_RECORD);
    assertThat(pages.out()).startsWith("no  ").contains("    - flood is not in the title\n");
    assertThat(pages.err()).startsWith("0 of 1 page match; ");
    assertThat(Session.of("query", "ferry", records).out())
        .startsWith("yes " + records + ":1\n    *Ferry* gets an engine\n");
    assertThat(run("query", "ferry").err()).startsWith("1 of 2 pages match; ");
  }

  @Test
  void exportsWhatItImportedByteForByte() throws IOException {
    String out = folder.resolve("out.jsonl").toString();

    assertThat(run("store", "export", "--sort", "oldest", "--out", out).err())
        .isEqualTo("2 records written\n");

    assertThat(Files.readString(Path.of(out))).isEqualTo(Files.readString(Path.of(records)));
    assertThat(run("store", "export", "--query", "ferry", "-f", "csv").out())
        .contains("Ferry gets an engine")
        .doesNotContain("Brunnen");
  }

  @Test
  void importSaysWhatToDoWithAFolder() {
    assertThat(run("store", "import", folder.toString()).err())
        .contains(folder + " is a folder")
        .contains("coupure clean");
  }

  @Test
  void importSaysWhichLinesAreNoRecords() {
    Session session =
        new Session().stdin("{}\n\n[1]\n").run("store", "import", "-", "--store", store);

    assertThat(session.code()).isEqualTo(FailOn.SOME_FAILED);
    assertThat(session.err())
        .isEqualTo(
            "coupure: -:1: the record has no \"id\"\ncoupure: -:3: this is no JSON object\n"
                + "2 lines: 0 new or changed, 0 there already or to be forgotten, 2 refused\n");
  }

  @Test
  void cleansStoredPagesAgain() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    String text = "The ferry sails on Monday, said the harbour master to the council. ".repeat(9);
    Files.writeString(pages.resolve("a.html"), String.format(PAGE, "Ferry", "ferry", text));

    String[] reclip = {"store", "reclip", "--pages", pages.toString()};
    Session dry = run("store", "reclip", "--pages", pages.toString(), "--dry-run");
    assertThat(dry.out()).contains("    + The ferry sails").endsWith("1 of 1 page would change\n");
    assertThat(run(reclip).out()).endsWith("1 of 1 page changed\n");
    assertThat(run(reclip).out()).isEqualTo("0 of 1 page changed\n");
    assertThat(run("changes", "ferry").out()).contains("2 revisions");
  }

  @Test
  void forgetsChecksCountsTrimsAndCopies() {
    String copy = folder.resolve("copy.sqlite").toString();

    assertThat(run("store", "backup", copy).code()).isZero();
    assertThat(run("store", "forget", "ferry").err()).isEqualTo("ferry: 1 revision removed\n");
    assertThat(run("store", "import", records).err()).contains("0 new or changed, 2 there already");
    assertThat(run("store", "check", "--repair").err()).isEqualTo(store + ": all is well\n");
    assertThat(run("store", "stats").out())
        .startsWith("1 record, 0 older revisions in the store, ")
        .contains("by site\n  news.example.org                    1  ██");
    assertThat(run("store", "stats", "--format", "html").out()).contains("<h2>By site</h2>");
    assertThat(run("store", "trim", "5y").err()).isEqualTo("0 revisions removed\n");
    assertThat(run("store", "trim", "much").code()).isEqualTo(FailOn.WRONG_USE);
    assertThat(Session.of("search", "ferry", "--store", copy).code()).isZero();
  }

  @ParameterizedTest
  @FieldSource("BEHIND_STORE")
  void helpFitsOnAScreen(String name) {
    String page = Session.of("help", "store", name).out();

    assertThat(page).startsWith("Usage: coupure store " + name);
    assertThat(page.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(Session.of("store", name, "--help").out()).isEqualTo(page);
  }
}
