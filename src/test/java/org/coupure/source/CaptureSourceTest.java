package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.source.Packing.cut;
import static org.coupure.source.Packing.gzip;
import static org.coupure.source.Packing.html;
import static org.coupure.source.Packing.utf8;
import static org.coupure.source.Packing.zip;
import static org.coupure.source.Packing.zstd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.coupure.article.Reason;
import org.coupure.article.Rights;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** WARC, MHTML, JSON Lines and pages that tell where they were saved. */
class CaptureSourceTest {
  private static final byte[] A = html("a");
  private static final Instant DATE = Instant.parse("2024-05-03T18:19:08Z");

  @TempDir Path folder;

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static WarcResponse response(String path, int status, String type, byte[] body)
      throws IOException {
    return response(path, status, type, "identity", body);
  }

  private static WarcResponse response(
      String path, int status, String type, String coding, byte[] body) throws IOException {
    HttpResponse.Builder http = new HttpResponse.Builder(status, "Some reason");
    http.setHeader("Content-Encoding", coding);
    if (!type.isEmpty()) {
      http.setHeader("Content-Type", type);
    }
    http.setHeader("Content-Length", String.valueOf(body.length));
    byte[] head = http.build().serializeHeader();
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(head);
    message.write(body);
    return new WarcResponse.Builder("https://example.org" + path)
        .date(DATE)
        .body(MediaType.HTTP_RESPONSE, message.toByteArray())
        .build();
  }

  private static byte[] warc(WarcCompression compression, WarcRecord... records)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer =
        new WarcWriter(java.nio.channels.Channels.newChannel(out), compression)) {
      for (WarcRecord record : records) {
        writer.write(record);
      }
    }
    return out.toByteArray();
  }

  private static byte[] warc(WarcRecord... records) throws IOException {
    return warc(WarcCompression.NONE, records);
  }

  private Page onlyPageOf(WarcRecord record) throws IOException {
    write("c.warc", warc(record));
    return Recorder.read(folder, "c.warc").onlyPage();
  }

  @Test
  void warcResponseBecomesAPage() throws IOException {
    Page page = onlyPageOf(response("/a", 200, "text/html; charset=iso-8859-1", A));

    assertThat(page)
        .returns("https://example.org/a", Page::url)
        .returns(DATE, Page::captured)
        .returns("text/html; charset=iso-8859-1", Page::contentType)
        .returns(null, Page::id);
    assertThat(page.bytes()).isEqualTo(A);
    assertThat(page.source()).isEqualTo(folder + "/c.warc#0");
  }

  @Test
  void warcKeepsWhatHeadersReserve() throws IOException {
    String message =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Robots-Tag: noarchive\r\n"
            + "TDM-Reservation: 1\r\nContent-Length: 8\r\n\r\n<p>x</p>";
    WarcResponse record =
        new WarcResponse.Builder("https://example.org/a")
            .date(DATE)
            .body(MediaType.HTTP_RESPONSE, utf8(message))
            .build();

    Page page = onlyPageOf(record);

    assertThat(page.rights()).isEqualTo(new Rights(null, "noarchive", true, null, null, null));
  }

  @Test
  void warcGivesResponsesResourcesAndConversionsThatArePages() throws IOException {
    write(
        "c.warc",
        warc(
            new Warcinfo.Builder().date(DATE).body(MediaType.WARC_FIELDS, utf8("a: b\r\n")).build(),
            new WarcRequest.Builder("https://example.org/q")
                .date(DATE)
                .body(MediaType.HTTP_REQUEST, utf8("GET / HTTP/1.1\r\n\r\n"))
                .build(),
            response("/1", 200, "text/html", A),
            response("/2", 404, "text/html", A),
            response("/3", 301, "text/html", A),
            response("/4", 200, "image/png", A),
            response("/5", 203, "Application/XHTML+xml", A),
            response("/6", 200, "", A),
            response("/7", 200, "", utf8("no markup")),
            new WarcResource.Builder(URI.create("https://example.org/8"))
                .date(DATE)
                .body(MediaType.HTML, A)
                .build(),
            new WarcResource.Builder(URI.create("https://example.org/9"))
                .date(DATE)
                .body(MediaType.parse("image/png"), A)
                .build(),
            new WarcConversion.Builder()
                .setHeader("WARC-Target-URI", "https://example.org/10")
                .date(DATE)
                .body(MediaType.PLAIN_TEXT, utf8("Text."))
                .build()));

    assertThat(Recorder.read(folder, "c.warc").pages())
        .extracting(page -> page.url().substring("https://example.org/".length()))
        .containsExactly("1", "5", "6", "8", "10");
  }

  @Test
  void warcPayloadIsDecoded() throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(A);
    }
    // "Brotli" in one stored meta-block, because the library only unpacks.
    byte[] brotli = {0x0b, 0x02, (byte) 0x80, '<', 'p', '>', 'h', 'i', 0x03};
    byte[] chunked = utf8("3\r\n<p>\r\n2\r\nhi\r\n0\r\n\r\n");

    assertThat(onlyPageOf(response("/", 200, "text/html", "gzip", gzip(A))).bytes()).isEqualTo(A);
    assertThat(
            onlyPageOf(response("/", 200, "text/html", "deflate", deflated.toByteArray())).bytes())
        .isEqualTo(A);
    assertThat(onlyPageOf(response("/", 200, "text/html", "br", brotli)).bytes())
        .isEqualTo(utf8("<p>hi"));
    assertThat(
            onlyPageOf(response("/", 200, "text/html\r\nTransfer-Encoding: chunked", chunked))
                .bytes())
        .isEqualTo(utf8("<p>hi"));
  }

  @Test
  void payloadThatTheCrawlerDecodedIsTakenAsItIs() throws IOException {
    for (String coding : new String[] {"gzip", "br", "deflate"}) {
      assertThat(onlyPageOf(response("/", 200, "text/html", coding, A)).bytes()).isEqualTo(A);
    }
  }

  @Test
  void zstdIsUnpackedWhereItsLibraryIsThere() throws IOException {
    write("c.warc", warc(response("/1", 200, "text/html", "zstd", zstd(A))));
    write("d.warc.zst", zstd(warc(response("/2", 200, "text/html", "zstd", A))));

    assertThat(Recorder.read(folder, "c.warc").onlyPage().bytes()).isEqualTo(A);
    assertThat(Recorder.read(folder, "d.warc.zst").onlyPage().bytes()).isEqualTo(A);
  }

  @Test
  void unknownContentEncodingIsAFailureOfTheRecord() throws IOException {
    write(
        "c.warc",
        warc(
            response("/1", 200, "text/html", "compress", A),
            response("/2", 200, "text/html", "gzip", cut(gzip(A), 30)),
            response("/3", 200, "text/html", A)));

    Recorder read = Recorder.read(folder, "c.warc");

    assertThat(read.failures())
        .extracting(f -> f.reason())
        .containsExactly(Reason.UNSUPPORTED, Reason.TRUNCATED);
    assertThat(read.failures().get(0).detail())
        .isEqualTo("has the content encoding 'compress', which is not read");
    assertThat(read.pages()).hasSize(1);
  }

  @Test
  void recordsOfACompressedWarcAreToldByTheirOffsetInTheFile() throws IOException {
    WarcResponse record = response("/1", 200, "text/html", A);
    byte[] one = warc(WarcCompression.GZIP, record);
    byte[] two =
        warc(
            WarcCompression.GZIP,
            response("/1", 200, "text/html", A),
            response("/2", 200, "text/html", A));
    write("c.warc.gz", two);
    write("d.zip", zip("c.warc.gz", two));

    Recorder read = Recorder.read(folder, "c.warc.gz", "d.zip");

    assertThat(read.pages()).hasSize(4);
    assertThat(read.pages().get(0).source()).isEqualTo(folder + "/c.warc.gz#0");
    long offset = Long.parseLong(read.pages().get(1).source().split("#")[1]);
    assertThat(offset).isBetween(one.length - 20L, one.length + 20L);
    assertThat(two[(int) offset] & 0xff).isEqualTo(0x1f);
    assertThat(read.pages().get(2).source()).isEqualTo(folder + "/d.zip!/c.warc.gz#0");
  }

  @Test
  void warcOnStandardInputIsRecognised() throws IOException {
    byte[] warc = warc(response("/1", 200, "text/html", A));

    Recorder.stdin(warc, Recorder.OPTIONS).gave("-#0");
    Recorder.stdin(gzip(warc), Recorder.OPTIONS).gave("-#0");
  }

  @Test
  void truncatedLastRecordIsOneFailureAndTheRestIsKept() throws IOException {
    WarcRecord[] records = {
      response("/1", 200, "text/html", A), response("/2", 200, "text/html", Packing.noise(9_000))
    };
    write("c.warc", cut(warc(records), -3_000));
    write("head.warc", cut(warc(response("/1", 200, "text/html", A)), 60));
    byte[] packed =
        warc(
            WarcCompression.GZIP,
            response("/1", 200, "text/html", A),
            response("/2", 200, "text/html", Packing.noise(9_000)));
    write("c.warc.gz", cut(packed, -3_000));

    for (String name : new String[] {"c.warc", "c.warc.gz"}) {
      Recorder read = Recorder.read(folder, name);
      assertThat(read.pages()).hasSize(1);
      assertThat(read.onlyFailure().reason()).isEqualTo(Reason.TRUNCATED);
      assertThat(read.onlyFailure().input()).startsWith(folder + "/" + name);
    }
    Recorder.read(folder, "head.warc").gave("head.warc truncated");
  }

  @Test
  void bombInAWarcIsNoticedEvenInAPicture() throws IOException {
    SourceLimits strict = new SourceLimits(1_000, 10_000, 5, 20, 100_000);
    write(
        "c.warc.gz",
        warc(WarcCompression.GZIP, response("/1", 200, "image/png", new byte[2_000_000])));
    write("d.warc", warc(response("/1", 200, "text/html", "gzip", gzip(new byte[2_000_000]))));

    Recorder.read(folder, Recorder.OPTIONS.withLimits(strict), "c.warc.gz").gave("c.warc.gz ratio");
    assertThat(Recorder.read(folder, Recorder.OPTIONS.withLimits(strict), "d.warc").onlyFailure())
        .returns(Reason.TOO_LARGE, f -> f.reason());
  }

  @Test
  void noWarcAtAllIsABadArchive() throws IOException {
    write("c.warc.gz", gzip(utf8("Hello, this is no record.")));

    assertThat(Recorder.read(folder, "c.warc.gz").gave("c.warc.gz bad-archive").onlyFailure())
        .extracting(f -> f.detail())
        .asString()
        .startsWith("is broken: ");
  }

  private static byte[] mhtml(String encoding, String body) {
    return utf8(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\n"
            + "Subject: A\r\nDate: Fri, 3 May 2024 20:19:08 +0200 (CEST)\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\""
            + "\r\n\r\n\r\n----b--\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
            + "Content-ID: <frame@mhtml.blink>\r\nContent-Transfer-Encoding: "
            + encoding
            + "\r\nContent-Location: https://example.org/part\r\n\r\n"
            + body
            + "\r\n----b--\r\nContent-Type: text/html\r\n\r\n<p>frame\r\n----b----\r\n");
  }

  @Test
  void mhtmlGivesItsFirstHtmlPart() throws IOException {
    write("a.mhtml", mhtml("quoted-printable", "<p>caf=C3=A9 =\r\nnoir"));

    Page page = Recorder.read(folder, "a.mhtml").gave("a.mhtml").onlyPage();

    assertThat(page.bytes()).isEqualTo(utf8("<p>café noir"));
    assertThat(page)
        .returns("https://example.org/a", Page::url)
        .returns(DATE, Page::captured)
        .returns("text/html; charset=utf-8", Page::contentType);
  }

  @Test
  void mhtmlIsRecognisedByItsHeadersAndDecodesBase64() throws IOException {
    String body = Base64.getMimeEncoder().encodeToString(A);

    assertThat(Recorder.stdin(mhtml("base64", body), Recorder.OPTIONS).onlyPage().bytes())
        .isEqualTo(A);
  }

  @Test
  void mhtmlWithoutHtmlIsABadArchive() throws IOException {
    write("a.mht", utf8("MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nxx\r\n"));

    Recorder.read(folder, "a.mht").because(Reason.BAD_ARCHIVE, "has no HTML part");
  }

  @Test
  void jsonLinesGiveAPageForEachLine() throws IOException {
    write(
        "l.jsonl",
        utf8(
            "\uFEFF{\"id\":\"i\",\"url\":\"https://example.org/\",\"html\":\"<p>caf\\u00e9\","
                + "\"captured\":\"2024-05-03T18:19:08Z\",\"meta\":{\"html\":\"no\"}}\r\n\r\n"
                + "{\"text\":\"Plain.\",\"html\":null}"));

    Recorder read = Recorder.read(folder, "l.jsonl").gave("l.jsonl:1", "l.jsonl:3");

    assertThat(read.pages().get(0))
        .returns("i", Page::id)
        .returns("https://example.org/", Page::url)
        .returns("text/html; charset=utf-8", Page::contentType)
        .returns(DATE, Page::captured)
        .returns(utf8("<p>café"), Page::bytes);
    assertThat(read.pages().get(1))
        .returns(null, Page::id)
        .returns("text/plain; charset=utf-8", Page::contentType)
        .returns(utf8("Plain."), Page::bytes);
  }

  @Test
  void badJsonLineIsAFailureThatNamesItAndTheRestIsRead() throws IOException {
    SourceLimits small = new SourceLimits(100, 100, 5, 200, 1_000_000);
    write(
        "l.jsonl.gz",
        gzip(
            utf8(
                "{\"text\":\"a\"}\n{\"text\":\"b\n[]\n{\"text\":\""
                    + "x".repeat(200)
                    + "\"}\n{\"url\":\"u\"}\n{\"text\":\"c\"} x\n{\"text\":\"d\"}\n")));

    Recorder read = Recorder.read(folder, Recorder.OPTIONS.withLimits(small), "l.jsonl.gz");

    read.gave(
        "l.jsonl.gz:1",
        "l.jsonl.gz:2 bad-json",
        "l.jsonl.gz:3 bad-json",
        "l.jsonl.gz:4 too-large",
        "l.jsonl.gz:5 bad-json",
        "l.jsonl.gz:6 bad-json",
        "l.jsonl.gz:7");
    assertThat(read.failures().get(1).detail()).isEqualTo("not a JSON object");
    assertThat(read.failures().get(3).detail()).isEqualTo("has neither \"html\" nor \"text\"");
  }

  @Test
  void jsonLinesAreRecognisedOnStandardInput() {
    Recorder.stdin(utf8("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), Recorder.OPTIONS)
        .gave("-:1", "-:2");
  }

  @Test
  void manifestAmongTheOperandsIsToldOnce() throws IOException {
    write("index.jsonl", utf8("{\"id\":\"1\",\"file\":\"a\"}\n{\"id\":\"2\",\"file\":\"b\"}\n"));

    Recorder.read(folder, "index.jsonl")
        .because(Reason.UNSUPPORTED, "names files instead of holding pages: use --manifest");
  }

  @Test
  void otherJsonLinesInAFolderAreToldOnce() throws IOException {
    Files.createDirectory(folder.resolve("d"));
    write("d/scores.jsonl", utf8("{\"score\":1}\n{\"score\":2}\n"));

    Recorder.read(folder, "d")
        .because(
            Reason.UNSUPPORTED, "holds something else than pages, which have \"html\" or \"text\"");
    Recorder.read(folder, "d/scores.jsonl")
        .gave("d/scores.jsonl:1 bad-json", "d/scores.jsonl:2 bad-json");
  }

  @Test
  void prettyPrintedJsonIsNotRead() throws IOException {
    write("a.json", utf8("{\n  \"html\": \"x\"\n}\n"));

    Recorder.read(folder, "a.json").gave("a.json unsupported");
  }

  @Test
  void savedPageTellsItsUrlAndTime() throws IOException {
    write(
        "a.html",
        utf8(
            "<!DOCTYPE html> <html lang=fr><!--\n Page saved with SingleFile \n"
                + " url: https://example.org/a?b=c \n"
                + " saved date: Fri May 03 2024 20:19:08 GMT+0200 (heure d’été)\n--><p>x"));

    assertThat(Recorder.read(folder, "a.html").onlyPage())
        .returns("https://example.org/a?b=c", Page::url)
        .returns(DATE, Page::captured);
  }

  @Test
  void urlFromOutsideWinsOverThatOfTheSavedPage() {
    byte[] saved = utf8("<!-- saved from url=(0020)https://example.org/ --><html><p>x");
    SourceOptions options = Recorder.OPTIONS.withUrl("https://example.org/other");

    assertThat(Recorder.stdin(saved, Recorder.OPTIONS).onlyPage().url())
        .isEqualTo("https://example.org/");
    assertThat(Recorder.stdin(saved, options).onlyPage().url())
        .isEqualTo("https://example.org/other");
  }

  @Test
  void mirroredPageTellsItsUrlAndTime() {
    byte[] mirrored =
        utf8(
            "<html>\n<!-- Mirrored from www.example.org/a/b.html by HTTrack Website Copier/3.x"
                + " [XR&CO'2014], Fri, 03 May 2024 18:19:08 GMT -->\n<p>x");

    assertThat(Recorder.stdin(mirrored, Recorder.OPTIONS).onlyPage())
        .returns("http://www.example.org/a/b.html", Page::url)
        .returns(DATE, Page::captured);
  }

  @Test
  void copyOfTheWaybackMachineTellsItsUrlAndTime() {
    byte[] scripted =
        utf8(
            "<html><head><script>__wm.wombat(\"http://example.org/a\",\"20240503181908\","
                + "\"https://web.archive.org/\")</script></head><p>x");
    byte[] linked =
        utf8(
            "<html><head><link rel=\"canonical\" href=\"https://web.archive.org/web/20240503181908/"
                + "http://example.org/a\"/></head><p>x");

    for (byte[] page : List.of(scripted, linked)) {
      assertThat(Recorder.stdin(page, Recorder.OPTIONS).onlyPage())
          .returns("http://example.org/a", Page::url)
          .returns(DATE, Page::captured);
    }
  }

  @Test
  void copyOfTheWaybackMachineTellsItsTimeAtItsEnd() {
    byte[] page =
        utf8(
            "<html><p>x</html><!--\n     FILE ARCHIVED ON 18:19:08 May 03, 2024 AND RETRIEVED FROM"
                + " THE\n     INTERNET ARCHIVE ON 20:02:42 Nov 02, 2025.\n-->");

    assertThat(Recorder.stdin(page, Recorder.OPTIONS).onlyPage())
        .returns(null, Page::url)
        .returns(DATE, Page::captured);
  }

  @Test
  void copyOfArchiveTodayTellsItsUrlAndTime() {
    byte[] page =
        utf8(
            "<html><head><link rel=\"canonical\" href=\"http://archive.today/2024.05.03-181908/"
                + "http://example.org/a\"></head><p>x");

    assertThat(Recorder.stdin(page, Recorder.OPTIONS).onlyPage())
        .returns("http://example.org/a", Page::url)
        .returns(DATE, Page::captured);
  }

  @Test
  void urlOfACopyTellsItsTime() {
    SourceOptions options =
        Recorder.OPTIONS.withUrl(
            "http://web.archive.org/web/20240503181908id_/http://example.org/a");

    assertThat(Recorder.stdin(utf8("<p>x"), options).onlyPage().captured()).isEqualTo(DATE);
  }

  @Test
  void linksToOtherPagesOfAnArchiveSayNothing() {
    byte[] page =
        utf8("<a href=\"https://web.archive.org/web/20240503181908/http://example.org/a\">x</a>");

    assertThat(Recorder.stdin(page, Recorder.OPTIONS).onlyPage())
        .returns(null, Page::url)
        .returns(null, Page::captured);
  }

  @Test
  void aTitleBesideTheTextOfALineStandsAboveIt() {
    byte[] lines =
        utf8(
            "{\"title\":\"A river\",\"text\":\"It rose.\"}\n"
                + "{\"title\":\"A river\",\"text\":\"A river\\nIt rose.\"}\n"
                + "{\"title\":\" \",\"text\":\"It rose.\"}\n");

    assertThat(Recorder.stdin(lines, Recorder.OPTIONS).pages())
        .extracting(page -> new String(page.bytes(), StandardCharsets.UTF_8))
        .containsExactly("A river\n\nIt rose.", "A river\nIt rose.", "It rose.");
  }

  private void wacz(String name, String list, WarcRecord... records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer =
        new WarcWriter(java.nio.channels.Channels.newChannel(bytes), WarcCompression.GZIP)) {
      for (WarcRecord record : records) {
        writer.write(record);
      }
    }
    write(
        name,
        zip(
            "archive/data.warc.gz",
            bytes.toByteArray(),
            "pages/pages.jsonl",
            utf8("{\"format\":\"json-pages-1.0\",\"id\":\"pages\"}\n" + list),
            "pages/extraPages.jsonl",
            utf8("{\"format\":\"json-pages-1.0\",\"id\":\"extra\"}\n"),
            "datapackage.json",
            utf8("{}")));
  }

  @Test
  void pagesOfAWaczAreThoseOfItsList() throws IOException {
    wacz(
        "a.wacz",
        "{\"url\":\"http://example.org/a/\"}\n",
        response("/frame", 200, "text/html", A),
        response("/a", 200, "text/html", A));

    Page page = Recorder.read(folder, "a.wacz").onlyPage();

    assertThat(page.url()).isEqualTo("https://example.org/a");
  }

  @Test
  void whereAListedPageLeadsIsAPageOfTheWacz() throws IOException {
    WarcResponse moved =
        new WarcResponse.Builder("https://example.org/old")
            .date(DATE)
            .body(
                MediaType.HTTP_RESPONSE,
                utf8("HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n"))
            .build();
    wacz(
        "a.wacz",
        "{\"url\":\"https://example.org/old\"}\nbroken\n",
        moved,
        response("/new", 200, "text/html", A));

    assertThat(Recorder.read(folder, "a.wacz").onlyPage().url())
        .isEqualTo("https://example.org/new");
  }

  @Test
  void aWaczWithoutAListGivesAllItsPages() throws IOException {
    wacz("a.wacz", "", response("/a", 200, "text/html", A), response("/b", 200, "text/html", A));

    assertThat(Recorder.read(folder, "a.wacz").pages()).hasSize(2);
  }

  @Test
  void notesOfCrawlersAreNoPages() throws IOException {
    WarcResource note =
        new WarcResource.Builder(URI.create("urn:text:https://example.org/a"))
            .date(DATE)
            .body(MediaType.parse("text/plain"), utf8("Text of a page."))
            .build();
    wacz("a.wacz", "", note, response("/a", 200, "text/html", A));

    assertThat(Recorder.read(folder, "a.wacz").onlyPage().url()).isEqualTo("https://example.org/a");
  }
}
