package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.source.Packing.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.coupure.date.Timestamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure decisions, as tables. */
class DecisionsTest {
  @ParameterizedTest
  @CsvSource({
    "2024-05-03T18:19:08Z, 2024-05-03T18:19:08Z",
    "2024-05-03t18:19:08z, 2024-05-03T18:19:08Z",
    "2024-05-03T20:19:08+02:00, 2024-05-03T18:19:08Z",
    "2024-05-03T18:19:08.123456Z, 2024-05-03T18:19:08.123456Z",
    "2024-05-03 18:19:08, 2024-05-03T18:19:08Z",
    "2024-05-03 20:19:08+02:00, 2024-05-03T18:19:08Z",
    "2024-05-03 20:19:08 +02:00, 2024-05-03T18:19:08Z",
    "2024-05-03 13:19:08-05:00, 2024-05-03T18:19:08Z",
    "2024-05-03T18:19, 2024-05-03T18:19:00Z",
    "2024-05-03, 2024-05-03T00:00:00Z",
    "2024-13-03,",
    "yesterday,",
    "'',",
  })
  void readsCaptureTimes(String text, String expected) {
    assertThat(Timestamps.parse(text))
        .isEqualTo(expected == null ? null : java.time.Instant.parse(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "page.html, <p>x, PAGE",
    "page.html, '{\"html\":1}', PAGE",
    "x, '{\"html\":1}', JSON_LINES",
    "x, ' { \"html\":1}', JSON_LINES",
    "x, {curly}, PAGE",
    "x.jsonl, oops, JSON_LINES",
    "x.JSONL, oops, JSON_LINES",
    "x.json, [1], UNSUPPORTED",
    "x, WARC/1.0, WARC",
    "x.mhtml, <html>, PAGE",
    "x.mhtml, 'Subject: a', MHTML",
    "x.txt, 'MIME-Version: 1.0\nContent-Type: text/html', PAGE",
    "x, 'MIME-Version: 1.0\nContent-Type: text/html', MHTML",
    "x, 'content-type: text/html\n\nMIME-Version: 1.0', PAGE",
    "x, 'A title: with a colon', PAGE",
    "x.tar, old, TAR",
  })
  void tellsTheFormat(String name, String head, FileType expected) {
    assertThat(FileType.of(utf8(head), name)).isEqualTo(expected);
  }

  @Test
  void bytesThatNoPageHasAreNoPageUnlessTheNameOrAMarkPromisesOne() {
    byte[] binary = {'a', 0, 'b'};
    byte[] utf16 = {(byte) 0xff, (byte) 0xfe, 'a', 0};

    assertThat(FileType.of(binary, "x")).isEqualTo(FileType.OTHER);
    assertThat(FileType.of(binary, "x.html")).isEqualTo(FileType.PAGE);
    assertThat(FileType.of(utf16, "x")).isEqualTo(FileType.PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a",
        "..",
        "../a",
        "a/../b",
        "a\\..\\b",
        "C:a",
        "c:\\a",
        "\\a",
        "a/..",
        "a\0b",
        "a:b"
      })
  void pathsThatMayLeadOutAreUnsafe(String path) {
    assertThat(FileNames.isUnsafe(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "./a", "a..b/c", "...", "a/b", "http:/x"})
  void otherPathsAreSafe(String path) {
    assertThat(FileNames.isUnsafe(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a/017_0123456789abcdef.txt, 0123456789abcdef",
    "1234_0123456789abcdef.txt, 0123456789abcdef",
    "17_0123456789abcdef.txt,",
    "017_0123456789ABCDEF.txt,",
    "017_0123456789abcdef0.txt,",
    "017_0123456789abcdef.html,",
  })
  void readsTheIdOfAClipping(String name, String id) {
    assertThat(FileNames.clippingId(name)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "a.html.gz, a.html",
    "a.tgz, a.tar",
    "a.TAR.XZ, a.TAR",
    "a.html, a.html",
    "a, a",
    ".gz, .gz",
  })
  void namesWithoutTheirCompression(String name, String expected) {
    assertThat(FileNames.uncompressed(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "**/*.html, a.html, true",
    "**/*.html, a/b/c.html, true",
    "**/b/*.html, a/b/c.html, true",
    "*.html, a/b.html, false",
    "a**, a/b/c, true",
    "'{a,b{c,d}}.txt', bd.txt, true",
    "[a-c].txt, b.txt, true",
    "[!a-c].txt, b.txt, false",
    "[]].txt, ].txt, true",
    "'a,b*', 'a,bc', true",
    "'a}*', 'a}', true",
    "'[[&&^]x*', '&x', true",
    "*(1).txt, b(1).txt, true",
  })
  void matchesPatterns(String glob, String path, boolean expected) {
    assertThat(Glob.parse(glob).matches(path)).isEqualTo(expected);
  }

  @Test
  void hostilePatternsOfNotesEndSoon() {
    byte[] page = utf8("<!--" + " ".repeat(2_000) + "Mirrored from " + "a".repeat(2_000) + "<!--");

    assertThat(SavedFrom.find(page)).isEqualTo(SavedFrom.NONE);
  }

  @Test
  void linesBeyondTheLimitAreLeftOut() throws IOException {
    byte[] bytes = utf8("ab\n" + "x".repeat(20_000) + "\ncd\n\nef");
    LineReader lines = new LineReader(new ByteArrayInputStream(bytes), 10);

    assertThat(lines.next()).isEqualTo(utf8("ab"));
    assertThat(lines.next()).isEmpty();
    assertThat(lines.tooLong()).isTrue();
    assertThat(lines.next()).isEqualTo(utf8("cd"));
    assertThat(lines.tooLong()).isFalse();
    assertThat(lines.next()).isEmpty();
    assertThat(lines.next()).isEqualTo(utf8("ef"));
    assertThat(lines.number()).isEqualTo(5);
    assertThat(lines.next()).isNull();
  }

  @Test
  void headStaysToBeRead() throws IOException {
    byte[] bytes = Packing.noise(20_000);
    PeekStream in = new PeekStream(new ByteArrayInputStream(bytes));
    byte[] first = in.readNBytes(6_000);

    byte[] head = in.head();
    byte[] rest = in.readAllBytes();

    assertThat(head).hasSize(PeekStream.HEAD);
    assertThat(head).isEqualTo(Arrays.copyOf(rest, PeekStream.HEAD));
    assertThat(first.length + rest.length).isEqualTo(20_000);
    assertThat(in.ended()).isTrue();
  }
}
