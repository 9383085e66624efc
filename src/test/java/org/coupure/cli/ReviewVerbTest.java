package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review, from the command line. */
class ReviewVerbTest {
  /** The review of the fixtures, to be looked at when it changes. */
  private static final Path GOLDEN = Path.of("src/test/resources/org/coupure/cli/review.md");

  @TempDir Path folder;

  private String records;

  @BeforeEach
  void write() throws IOException {
    records = folder.resolve("a.jsonl").toString();
    Files.writeString(
        Path.of(records),
        record("a", "Ferry sails", "2026-03-01T10:00:00Z", "{\"name\":\"ferries\"}")
            + record("b", "Well dug", "2026-03-02T10:00:00Z", "")
            + "{\"no\": \"record\"}\n");
  }

  private static String record(String id, String title, String published, String subjects) {
    return "{\"id\":\"%s\",\"title\":\"%s\",\"published\":\"%s\",\"text\":\"News.\",\"site\":\"The Post\",\"subjects\":[%s]}%n"
        .formatted(id, title, published, subjects);
  }

  private String review(String... options) throws IOException {
    String out = folder.resolve("out.md").toString();
    String[] words = new String[options.length + 6];
    words[0] = "review";
    System.arraycopy(options, 0, words, 1, options.length);
    System.arraycopy(
        new String[] {records, "-o", out, "--zone", "UTC"}, 0, words, options.length + 1, 5);
    Session session = Session.of(words);
    assertThat(session.err()).contains("a.jsonl:3: the record has no \"id\"");
    return Files.readString(Path.of(out));
  }

  @Test
  void sortsBySubjectAndKeepsTheRest() throws IOException {
    assertThat(review())
        .isEqualTo(
            """
            # Press review

            2 stories, 2 articles, 1 paper · 1 March 2026 to 2 March 2026 · UTC

            ## ferries

            ### Ferry sails

            The Post · 1 Mar 2026, 10:00

            > News.

            ## Other articles

            ### Well dug

            The Post · 2 Mar 2026, 10:00

            > News.
            """);
  }

  @Test
  void narrowsDownByTimeSubjectAndQuery() throws IOException {
    assertThat(review("--since", "2026-03-02")).contains("Well dug").doesNotContain("Ferry");
    assertThat(review("--subject", "ferries")).contains("# ferries").doesNotContain("Well dug");
    assertThat(review("--query", "well")).contains("### **Well** dug").doesNotContain("Ferry");
  }

  @Test
  void asksTheSubjectsOfAConfigurationAnew() throws IOException {
    Path subjects = folder.resolve("s.yaml");
    Files.writeString(subjects, "subjects:\n  - name: wells\n    query: well\n");

    assertThat(review(subjects.toString(), "--subject", "wells"))
        .contains("## wells\n\n### **Well** dug")
        .doesNotContain("Ferry");
  }

  @Test
  void readsAStoreToo() throws IOException {
    String store = folder.resolve("s.sqlite").toString();
    Session.of("store", "import", "--store", store, records);
    String out = folder.resolve("out.html").toString();

    assertThat(Session.of("review", "--store", store, "-o", out).err()).startsWith("2 articles in");
    assertThat(Files.readString(Path.of(out))).startsWith("<!doctype html>");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(Session.of("review", records).err()).contains("--out FILE");
    assertThat(Session.of("review", records, "-o", "x.pdf").err()).contains(".html, .md or .epub");
    assertThat(Session.of("review", records, "-o", "x.md", "--zone", "Mars/Base").err())
        .contains("--zone wants a zone");
  }

  @Test
  void theReviewOfTheFixturesIsAsItWasLookedAt() throws IOException {
    String clips = folder.resolve("fixtures.jsonl").toString();
    Session.of("clean", "fixtures/sites", "-o", clips);
    String out = folder.resolve("out.md").toString();
    Session.of(
        "review", clips, "-o", out, "--zone", "Europe/Paris", "--query", "poutine OR russie");

    assertThat(Files.readString(Path.of(out))).isEqualTo(Files.readString(GOLDEN));
  }
}
