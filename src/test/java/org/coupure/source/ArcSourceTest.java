package org.coupure.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArcSourceTest {
  private static final String HTML = "<p>The harbour board met.</p>";

  @TempDir Path folder;

  private static String record(String line) {
    String answer = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML;
    return line + " " + answer.length() + "\n" + answer + "\n";
  }

  private static String arc(String... records) {
    String head = "1 0 Tool\nURL IP-address Archive-date Content-type Archive-length\n";
    return "filedesc://x.arc 0.0.0.0 20040501100000 text/plain "
        + (head.length() + 1)
        + "\n"
        + head
        + "\n"
        + "\n"
        + String.join("", records);
  }

  private Recorder read(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return Recorder.read(folder, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/a b c.html 192.0.2.1 20040501100000 text/html",
        "http://example.org/a%20b c.html 192.0.2.1 20040501100000 text/html",
        "http://example.org/a b c.html 192.0.2.1 20040501100000 text/html; charset=utf-8",
        "http://example.org/a b c.html 192.0.2.1 20040501100000 text/html;charset=utf-8",
      })
  void lineWithSpacesIsReadAndTheNextOneToo(String line) throws IOException {
    String next = record("http://example.org/next 192.0.2.1 20040501100000 text/html");

    Recorder read = read("x.arc", arc(record(line), next).getBytes(ISO_8859_1));

    assertThat(read.pages())
        .extracting(Page::url)
        .containsExactly("http://example.org/a%20b%20c.html", "http://example.org/next");
    assertThat(read.pages()).extracting(page -> page.bytes().length).containsOnly(HTML.length());
  }

  @Test
  void packedRecordsAreReadLikeOthers() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    String line = record("http://example.org/a b 192.0.2.1 20040501100000 text/html");
    for (String member : new String[] {arc(), line, line}) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(member.getBytes(ISO_8859_1));
      }
    }

    assertThat(read("x.arc.gz", packed.toByteArray()).pages()).hasSize(2);
  }

  @Test
  void placeOfARecordIsThatInTheFile() throws IOException {
    String first = record("http://example.org/a b 192.0.2.1 20040501100000 text/html");
    String next = record("http://example.org/next 192.0.2.1 20040501100000 text/html");
    String file = arc(first, next);

    Recorder read = read("x.arc", file.getBytes(ISO_8859_1));

    assertThat(read.pages().get(1).source())
        .endsWith("#" + file.indexOf("http://example.org/next"));
  }
}
