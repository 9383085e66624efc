package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coupure.source.Packing.gzip;
import static org.coupure.source.Packing.html;
import static org.coupure.source.Packing.utf8;
import static org.coupure.source.Packing.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  private static final byte[] A = html("a");

  @TempDir Path folder;

  private Recorder read(String... lines) throws IOException {
    Files.writeString(folder.resolve("index.jsonl"), String.join("\n", lines));
    return Recorder.all(manifest("index.jsonl"));
  }

  private PageSource manifest(String name) {
    return Sources.manifest(folder + "/" + name, Recorder.NO_STDIN, Recorder.OPTIONS);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private String path(String name) {
    return folder + "/" + name;
  }

  @Test
  void pageHasWhatItsLineSays() throws IOException {
    write("pages/1.html.gz", gzip(A));

    Page page =
        read("{\"id\": \"x1\", \"url\": \"https://example.org/1\", \"file\": \"pages/1.html.gz\","
                + " \"captured\": \"2024-05-03 18:19:08\", \"type\": {\"a\": [1, {}]}}")
            .onlyPage();

    assertThat(page)
        .returns("x1", Page::id)
        .returns("https://example.org/1", Page::url)
        .returns(Instant.parse("2024-05-03T18:19:08Z"), Page::captured)
        .returns(path("pages/1.html.gz"), Page::source)
        .returns(A, Page::bytes);
  }

  @Test
  void givesOnePageOrFailureForEachLineInItsOrder() throws IOException {
    write("b.html", A);
    write("a.html", new byte[0]);
    write("two.zip", zip("1.html", A, "2.html", A));
    write("one.zip", zip("1.html", A));
    write("cut.gz", new byte[] {0x1f, (byte) 0x8b, 8});
    Files.createDirectory(folder.resolve("dir"));

    read(
            "{\"id\":\"1\",\"file\":\"b.html\"}",
            "",
            "{\"id\":\"2\",\"file\":\"no.html\"}",
            "{\"id\":\"3\",\"file\":\"a.html\"}",
            "{\"id\":\"4\",\"file\":",
            "{\"id\":\"5\",\"file\":\"two.zip\"}",
            "{\"id\":\"6\",\"file\":\"one.zip\"}",
            "{\"id\":\"7\",\"file\":\"cut.gz\"}",
            "{\"id\":\"8\",\"file\":\"dir\"}",
            "{\"id\":\"9\"}",
            "[1]",
            "{\"id\":\"10\",\"file\":\"b.html\"}")
        .gave(
            path("b.html"),
            path("no.html not-found"),
            path("a.html"),
            path("index.jsonl:5 bad-json"),
            path("two.zip unsupported"),
            path("one.zip!/1.html"),
            path("cut.gz truncated"),
            path("dir unreadable"),
            path("index.jsonl:10 bad-json"),
            path("index.jsonl:11 bad-json"),
            path("b.html"));
  }

  @Test
  void failureCarriesAnEmptyRecordWithIdAndUrl() throws IOException {
    Clip failure =
        read("{\"id\":\"x\",\"url\":\"https://example.org/\",\"file\":\"no.html\","
                + "\"captured\":\"2024-05-03T20:19:08+02:00\"}")
            .because(Reason.NOT_FOUND, "no such file or folder (" + path("index.jsonl:1") + ")")
            .onlyFailure();

    Article stub = failure.article();
    assertThat(stub.id()).isEqualTo("x");
    assertThat(stub.body()).isEmpty();
    assertThat(stub.place().url()).isEqualTo("https://example.org/");
    assertThat(stub.dates().captured()).isEqualTo("2024-05-03T18:19:08Z");
    assertThat(stub.provenance().source()).isEqualTo(path("no.html"));
    assertThat(stub.provenance().version()).isEqualTo("1.2.3");
  }

  @Test
  void brokenLineKeepsTheIdentityThatStandsBeforeTheBreak() throws IOException {
    Clip failure = read("{\"id\":17,\"url\":\"https://example.org/\", file}").onlyFailure();

    assertThat(failure.article().id()).isEqualTo("17");
    assertThat(failure.detail()).startsWith("not valid JSON: ").endsWith("at column 40");
  }

  @Test
  void lineWithoutIdIsKnownByItsUrl() throws IOException {
    Clip failure = read("{\"url\":\"https://example.org/\",\"file\":\"no\"}").onlyFailure();

    assertThat(failure.article().id())
        .isEqualTo("8198d1bac40a1033653a78e48800cefc9e6b974ff075c66e5548b5c1e145a2b0");
  }

  @Test
  void lineWithoutIdAndUrlHasNoRecord() throws IOException {
    Clip failure = read("{}").because(Reason.BAD_JSON, "has no \"file\"").onlyFailure();

    assertThat(failure.article()).isNull();
  }

  @Test
  void filesOutsideTheFolderAreRefused() throws IOException {
    read(
            "{\"id\":\"1\",\"file\":\"../a.html\"}",
            "{\"id\":\"3\",\"file\":\"C:\\\\a.html\"}",
            "{\"id\":\"4\",\"file\":\"a\\u0000.html\"}")
        .gave(
            path("../a.html unsafe-path"),
            path("C:/a.html unsafe-path"),
            path("a\uFFFD.html unsafe-path"));
  }

  @Test
  void absolutePathsAreRead() throws IOException {
    write("elsewhere/a.html", A);

    assertThat(read("{\"file\":\"" + path("elsewhere/a.html") + "\"}").onlyPage())
        .returns(path("elsewhere/a.html"), Page::source)
        .returns(A, Page::bytes);
  }

  @Test
  void linesBeyondTheLimitAreToldAndTheRestIsRead() throws IOException {
    write("a.html", utf8("short"));
    Files.writeString(
        folder.resolve("index.jsonl"),
        "{\"id\":\"" + "x".repeat(100) + "\"}\n{\"file\":\"a.html\"}\n");
    SourceOptions options =
        Recorder.OPTIONS.withLimits(new SourceLimits(10, 50, 5, 200, 1_000_000));

    Recorder.all(Sources.manifest(path("index.jsonl"), Recorder.NO_STDIN, options))
        .gave(path("index.jsonl:1 too-large"), path("a.html"));
  }

  @Test
  void manifestMayBeCompressedOrPiped() throws IOException {
    write("a.html", A);
    write("index.jsonl.gz", gzip(utf8("{\"id\":\"x\",\"file\":\"a.html\"}")));
    byte[] piped = utf8("{\"id\":\"x\",\"file\":\"surely-not-here.html\"}");

    assertThat(Recorder.all(manifest("index.jsonl.gz")).onlyPage().id()).isEqualTo("x");
    Recorder.all(Sources.manifest("-", new ByteArrayInputStream(piped), Recorder.OPTIONS))
        .gave("surely-not-here.html not-found");
  }

  @Test
  void stopsWhenEnoughIsRead() throws IOException {
    write("a.html", A);
    write("index.jsonl", utf8("{\"file\":\"a.html\"}\n".repeat(5)));

    Recorder.first(2, manifest("index.jsonl")).gave(path("a.html"), path("a.html"));
  }

  @Test
  void missingManifestSaysSo() {
    assertThatThrownBy(() -> manifest("no.jsonl").read(Recorder.first(1, consumer -> {})))
        .isInstanceOf(IOException.class)
        .hasMessage("the manifest " + path("no.jsonl") + ": no such file or folder");
    assertThatThrownBy(() -> manifest("").read(Recorder.first(1, consumer -> {})))
        .isInstanceOf(IOException.class)
        .hasMessage("the manifest " + path("") + " is a folder, not a file");
  }
}
