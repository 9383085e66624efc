package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coupure.source.Packing.html;
import static org.coupure.source.Packing.noise;
import static org.coupure.source.Packing.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperandsTest {
  private static final byte[] A = html("a");

  @TempDir Path folder;

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private String path(String name) {
    return folder + "/" + name;
  }

  @Test
  void readsFilesOfEveryPageKindInTheOrderGiven() throws IOException {
    write("b.htm", A);
    write("a.xhtml", A);
    write("c.txt", utf8("Text.\n"));

    Recorder read = Recorder.read(folder, "b.htm", "a.xhtml", "c.txt", "b.htm");

    read.gave("b.htm", "a.xhtml", "c.txt", "b.htm");
    assertThat(read.pages().get(0))
        .returns(null, Page::id)
        .returns(null, Page::url)
        .returns(null, Page::contentType)
        .returns(null, Page::captured);
  }

  @Test
  void walksFoldersInTheOrderOfTheirPathsInAnyLocale() throws IOException {
    for (String name : List.of("d/b.html", "d/ı.html", "d/I.html", "d/a/z.html", "d/a.html")) {
      write(name, A);
    }

    Recorder.read(folder, "d").gave("d/I.html", "d/a.html", "d/a/z.html", "d/b.html", "d/ı.html");
    Recorder.read(folder, "d/").gave("d/I.html", "d/a.html", "d/a/z.html", "d/b.html", "d/ı.html");
  }

  @Test
  void foldersPassOverWhatIsClearlyNoPage() throws IOException {
    for (String name :
        List.of("d/x.jpg", "d/s.css", "d/j.json", "d/.hidden.html", "d/.git/a.html", "d/f.woff2")) {
      write(name, A);
    }
    write("d/blob", new byte[] {1, 2, 0, 3});
    write("d/noname", A);

    Recorder.read(folder, "d").gave("d/noname");
  }

  @Test
  void fileThatIsNamedIsReadWhateverItIsCalled() throws IOException {
    write("photo.jpg", noise(10));
    write(".hidden", A);

    Recorder.read(folder, "photo.jpg", ".hidden").gave("photo.jpg", ".hidden");
  }

  @Test
  void emptyFileIsAPageWithoutBytes() throws IOException {
    write("a.html", new byte[0]);
    write("b.zip", new byte[0]);

    Recorder read = Recorder.read(folder, "a.html", "b.zip").gave("a.html", "b.zip");

    assertThat(read.pages()).allSatisfy(page -> assertThat(page.bytes()).isEmpty());
  }

  @Test
  void missingFileAndLinkToNothingAreFailures() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.html"), folder.resolve("nowhere"));

    Recorder.read(folder, "no.html").because(Reason.NOT_FOUND, "no such file or folder");
    Recorder.read(folder, "gone.html").because(Reason.NOT_FOUND, "is a link to nothing");
  }

  @Test
  void failureDoesNotEndTheBatch() throws IOException {
    write("a.html", A);

    Recorder.read(folder, "no.html", "a.html").gave("no.html not-found", "a.html");
  }

  @Test
  void linksInALoopAreReadOnce() throws IOException {
    write("d/x/a.html", A);
    Files.createSymbolicLink(folder.resolve("d/x/up"), folder.resolve("d"));
    Files.createSymbolicLink(folder.resolve("d/again"), folder.resolve("d/x"));

    Recorder.read(folder, "d").gave("d/again/a.html");
  }

  @Test
  void patternsThatTheShellLeftAreExpanded() throws IOException {
    for (String name : List.of("d/a.html", "d/x/y/b.html", "d/x/c.htm", "d/x/d.txt", "e.html")) {
      write(name, A);
    }

    Recorder.read(folder, "d/**/*.html").gave("d/a.html", "d/x/y/b.html");
    Recorder.read(folder, "d/*.html").gave("d/a.html");
    Recorder.read(folder, "d/x/?.{htm,txt}").gave("d/x/c.htm", "d/x/d.txt");
    Recorder.read(folder, "[!e]").gave("d/a.html", "d/x/c.htm", "d/x/d.txt", "d/x/y/b.html");
    Recorder.read(folder, "*").gave("d/a.html", "d/x/c.htm", "d/x/d.txt", "d/x/y/b.html", "e.html");
  }

  @Test
  void patternThatMatchesNothingIsAFailure() {
    Recorder.read(folder, "*.html").because(Reason.NOT_FOUND, "no file matches the pattern");
    Recorder.read(folder, "a[b").because(Reason.NOT_FOUND, "expected ']' in the pattern 'a[b'");
    Recorder.read(folder, "a{b").because(Reason.NOT_FOUND, "expected '}' in the pattern 'a{b'");
  }

  @Test
  void fileWhoseNameLooksLikeAPatternIsThatFile() throws IOException {
    write("a[1].html", A);

    Recorder.read(folder, "a[1].html").gave("a[1].html");
  }

  @Test
  void standardInputTakesTheUrlFromTheOptions() {
    SourceOptions options = Recorder.OPTIONS.withUrl("https://example.org/a");

    Page page = Recorder.stdin(A, options).gave("-").onlyPage();

    assertThat(page.url()).isEqualTo("https://example.org/a");
    assertThat(page.bytes()).isEqualTo(A);
  }

  @Test
  void urlIsNotForPagesInsideArchives() throws IOException {
    SourceOptions options = Recorder.OPTIONS.withUrl("https://example.org/a");

    assertThat(Recorder.stdin(Packing.gzip(A), options).onlyPage().url())
        .isEqualTo("https://example.org/a");
    assertThat(Recorder.stdin(Packing.zip("a.html", A), options).onlyPage().url()).isNull();
  }

  @Test
  void emptyStandardInputIsAPageWithoutBytes() {
    assertThat(Recorder.stdin(new byte[0], Recorder.OPTIONS).onlyPage().bytes()).isEmpty();
  }

  @Test
  void urlIsSentToTheRightVerb() {
    Recorder.all(Sources.of(List.of("https://example.org/"), Recorder.NO_STDIN, Recorder.OPTIONS))
        .because(Reason.UNSUPPORTED, "is an address, not a file: use coupure fetch");
  }

  @Test
  void stopsWhenEnoughIsRead() throws IOException {
    write("d.zip", Packing.zip("1.html", A, "2.html", A, "3.html", A));
    write("e.html", A);
    PageSource source =
        Sources.of(List.of(path("d.zip"), path("e.html")), Recorder.NO_STDIN, Recorder.OPTIONS);

    Recorder.first(2, source).gave(path("d.zip!/1.html"), path("d.zip!/2.html"));
  }

  @Test
  void archiveIsReadPageByPage() throws IOException {
    byte[] tar =
        Packing.tar("1.txt", noise(50_000), "2.txt", noise(50_000), "3.txt", noise(50_000));
    Counting stdin = new Counting(tar);

    Recorder.first(1, Sources.of(List.of("-"), stdin, Recorder.OPTIONS)).gave("-!/1.txt");

    assertThat(stdin.taken).isBetween(50_000L, 70_000L);
  }

  @Test
  void pageBeyondTheLimitIsNotReadToItsEnd() {
    SourceLimits small = new SourceLimits(10, 10_000, 5, 200, 1_000_000);
    Counting stdin = new Counting(noise(500_000));

    Recorder.all(Sources.of(List.of("-"), stdin, Recorder.OPTIONS.withLimits(small)))
        .because(Reason.TOO_LARGE, "has more than 10000 bytes, the limit for a page");

    assertThat(stdin.taken).isLessThan(30_000);
  }

  @Test
  void brokenDiskIsAFailureOfTheFile() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }
        };

    Recorder.all(Sources.of(List.of("-"), broken, Recorder.OPTIONS))
        .because(Reason.UNREADABLE, "reading failed: Input/output error");
  }

  @Test
  void listNamesOperandsWithCommentsAndBlankLines() throws IOException {
    write("a.html", A);
    write("d/b.html", A);
    byte[] list = utf8("# pages\n" + path("a.html") + "\r\n\n  # more\n" + path("d") + "\nno.html");
    write("list.txt", list);

    PageSource fromFile = Sources.list(path("list.txt"), Recorder.NO_STDIN, Recorder.OPTIONS);
    PageSource piped = Sources.list("-", new ByteArrayInputStream(list), Recorder.OPTIONS);

    for (PageSource source : List.of(fromFile, piped)) {
      Recorder.all(source).gave(path("a.html"), path("d/b.html"), "no.html not-found");
    }
  }

  @Test
  void missingListSaysSo() {
    PageSource source = Sources.list(path("no.txt"), Recorder.NO_STDIN, Recorder.OPTIONS);

    assertThatThrownBy(() -> Recorder.all(source))
        .hasRootCauseInstanceOf(java.nio.file.NoSuchFileException.class)
        .cause()
        .hasMessage("the list " + path("no.txt") + ": no such file or folder");
  }

  @Test
  void limitsRejectWhatCanNotBe() {
    assertThatThrownBy(() -> new SourceLimits(0, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limits must be positive: 0, 1, 1, 1, 1");
  }

  /** Counts what was taken of it. */
  private static final class Counting extends ByteArrayInputStream {
    private long taken;

    Counting(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] b, int off, int len) {
      int n = super.read(b, off, len);
      taken += n;
      return n;
    }
  }
}
