package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void showsWhatThereIs(String word) {
    Session session = Session.of(word);

    assertThat(session.out())
        .isEqualTo(
            """
            Usage: coupure VERB [OPTION]... [PATH|URL]...

            Press clippings: web pages and dumps in, clean article records out.

            Verbs:
              clean     clean saved pages, folders, archives and dumps
              fetch     fetch pages from the web and clean them
              init      write a first configuration: three questions, or OPML, or sites
              run       visit the sources of a configuration once, and deliver what is new
              watch     stay up and visit them whenever they are due
              status    show how the sources of a configuration stand
              explain   show for one page what was kept, what was dropped, and why
              search    find records in the store: coupure search "syrie AND moscou"
              show      show a record of the store
              changes   show what changed in an article since it was first seen
              query     try a query on pages and records, and see why it finds them or not
              review    make a page to read of what was found: by subject, each story once
              store     keep the store: import, export, stats, forget …: coupure help store
              rules     write, check and try the rules of sites: coupure help rules
              serve     show pages, verdicts and rules in the browser; serve other programs
              schema    print the JSON Schema of the records
              help      show this page, or a verb's: coupure help clean
              version   print the versions of Coupure, its records and Java

            Examples:
              # a folder of dumps to a folder of clippings
              coupure clean seeds/ --out clippings/
              # a page from the web as a JSON record
              coupure fetch https://example.org/story.html

            Records go to standard output or to --out; all else goes to standard error.
            """);
    assertThat(session.err()).isEmpty();
    assertThat(session.code()).isZero();
  }

  @Test
  void showsTheSameAsAnErrorWhenNothingIsAsked() {
    Session session = Session.of();

    assertThat(session.out()).isEmpty();
    assertThat(session.err()).isEqualTo(Session.of("help").out());
    assertThat(session.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void printsVersions(String word) {
    assertThat(Session.of(word).out())
        .matches("coupure 0\\.2\\.0\nschema article-1\njava [1-9][0-9].* \\(.*\\)\n");
  }

  @Test
  void printsTheSchema() {
    Session session = Session.of("schema");

    assertThat(session.out())
        .startsWith("{")
        .contains("json-schema.org/draft/2020-12")
        .endsWith("\n");
    assertThat(session.code()).isZero();
  }

  @Test
  void asksWhichVerbWasMeant() {
    assertUsageError(
        Session.of("claen", "x"), "coupure: there is no verb \"claen\". Did you mean clean?\n");
  }

  @Test
  void pointsToTheHelpWhenNoVerbIsNear() {
    assertUsageError(
        Session.of("harvest"),
        "coupure: there is no verb \"harvest\". Run \"coupure help\" for what there is.\n");
  }

  @Test
  void asksWhichVerbToExplain() {
    assertUsageError(
        Session.of("help", "fecth"), "coupure: there is no verb \"fecth\". Did you mean fetch?\n");
  }

  @Test
  void asksWhichOptionWasMeant() {
    assertUsageError(
        Session.of("clean", "--fromat", "x"),
        "coupure: unknown option --fromat. Did you mean --format?"
            + " Run \"coupure help clean\" for its options.\n");
  }

  @Test
  void saysWhichValueIsMissing() {
    assertUsageError(
        Session.of("clean", "x", "--out"),
        "coupure: --out needs a value: --out PATH. Run \"coupure help clean\" for its options.\n");
  }

  @Test
  void saysThatTheVerbComesFirst() {
    assertUsageError(
        Session.of("-o", "x", "clean"),
        "coupure: the verb comes first: coupure VERB [OPTION]..."
            + " Run \"coupure help\" for what there is.\n");
  }

  @Test
  void showsHowToCleanAFileThatIsNamedWithoutAVerb() throws IOException {
    Path page = Files.writeString(folder.resolve("my page.html"), "x");

    assertUsageError(
        Session.of(page.toString()),
        "coupure: \"" + page + "\" is not a verb. To clean it: coupure clean '" + page + "'\n");
  }

  @Test
  void showsHowToFetchAUrlThatIsNamedWithoutAVerb() {
    assertUsageError(
        Session.of("https://a.example/x"),
        "coupure: \"https://a.example/x\" is not a verb."
            + " To fetch it: coupure fetch https://a.example/x\n");
  }

  @Test
  void takesHelpAfterTwoDashesForAFile() {
    assertThat(Session.of("clean", "--", "--help").err()).startsWith("--help: not-found: ");
  }

  @Test
  void endsQuietlyWhenNobodyReads() {
    Session session = new Session().stdout(new FailingStream("Broken pipe")).run("help", "clean");

    assertThat(session.err()).isEmpty();
    assertThat(session.code()).isEqualTo(141);
  }

  @Test
  void saysThatStandardOutputIsFull() {
    Session session =
        new Session().stdout(new FailingStream("No space left on device")).run("schema");

    assertThat(session.err())
        .isEqualTo(
            "coupure: cannot write to the standard output: No space left on device;"
                + " name a file as output\n");
    assertThat(session.code()).isEqualTo(2);
  }

  private static void assertUsageError(Session session, String message) {
    assertThat(session.err()).isEqualTo(message);
    assertThat(session.out()).isEmpty();
    assertThat(session.code()).isEqualTo(2);
  }

  /** Standard output that can't be written. */
  static final class FailingStream extends OutputStream {
    private final String message;

    FailingStream(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }
}
