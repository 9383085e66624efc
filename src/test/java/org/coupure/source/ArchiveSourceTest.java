package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.source.Packing.bzip2;
import static org.coupure.source.Packing.cut;
import static org.coupure.source.Packing.gzip;
import static org.coupure.source.Packing.html;
import static org.coupure.source.Packing.noise;
import static org.coupure.source.Packing.storedZip;
import static org.coupure.source.Packing.storedZipWithDescriptor;
import static org.coupure.source.Packing.tar;
import static org.coupure.source.Packing.utf8;
import static org.coupure.source.Packing.xz;
import static org.coupure.source.Packing.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSourceTest {
  private static final byte[] A = html("a");
  private static final byte[] B = html("b");

  @TempDir Path folder;

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  @Test
  void gzipOfOnePageKeepsThePathOfTheFile() throws IOException {
    write("a.html.gz", gzip(A));

    Recorder read = Recorder.read(folder, "a.html.gz").gave("a.html.gz");

    assertThat(read.onlyPage().bytes()).isEqualTo(A);
  }

  @Test
  void gzipMembersAreOnePage() throws IOException {
    write("a.txt.gz", gzip(utf8("one "), utf8("two "), noise(20_000)));

    assertThat(Recorder.read(folder, "a.txt.gz").onlyPage().bytes()).hasSize(20_008);
  }

  @Test
  void readsZipInItsOwnOrder() throws IOException {
    write("dump.zip", zip("z/b.html", B, "a.html", A));

    Recorder read = Recorder.read(folder, "dump.zip");

    read.gave("dump.zip!/z/b.html", "dump.zip!/a.html");
    assertThat(read.pages().get(1).bytes()).isEqualTo(A);
  }

  @Test
  void readsStoredEntriesWithAndWithoutDataDescriptor() throws IOException {
    write("known.zip", storedZip("a.html", A));
    write("piped.zip", storedZipWithDescriptor("a.html", A));

    Recorder read = Recorder.read(folder, "known.zip", "piped.zip");

    read.gave("known.zip!/a.html", "piped.zip!/a.html");
    assertThat(read.pages()).allSatisfy(p -> assertThat(p.bytes()).isEqualTo(A));
  }

  @Test
  void storedEntryOfUnknownLengthIsNotHeldBeyondTheLimit() throws IOException {
    SourceLimits small = new SourceLimits(10, 1_000, 5, 200, 100_000_000);
    write("piped.zip", storedZipWithDescriptor("a.html", noise(500_000)));

    Recorder read = Recorder.read(folder, Recorder.OPTIONS.withLimits(small), "piped.zip");

    assertThat(read.pages()).isEmpty();
    assertThat(read.failures()).first().returns(Reason.TOO_LARGE, f -> f.reason());
  }

  @Test
  void readsTarPlainAndInEveryCompression() throws IOException {
    byte[] tar = tar("./a.html", A, "b/b.html", B);
    write("t.tar", tar);
    write("t.tar.gz", gzip(tar));
    write("t.tgz", gzip(tar));
    write("t.tar.bz2", bzip2(tar));
    write("t.tar.xz", xz(tar));

    for (String name : new String[] {"t.tar", "t.tar.gz", "t.tgz", "t.tar.bz2", "t.tar.xz"}) {
      Recorder.read(folder, name).gave(name + "!/a.html", name + "!/b/b.html");
    }
  }

  @Test
  void theContentDecidesNotTheName() throws IOException {
    write("page.html", zip("a.html", A));
    write("dump.zip", B);

    Recorder.read(folder, "page.html", "dump.zip").gave("page.html!/a.html", "dump.zip");
  }

  @Test
  void readsArchivesInsideArchives() throws IOException {
    byte[] inner = zip("deep/a.html.gz", gzip(A), "b.html", B);
    write("outer.tar", tar("inner.zip", inner, "c.html", A));

    Recorder.read(folder, "outer.tar")
        .gave(
            "outer.tar!/inner.zip!/deep/a.html.gz",
            "outer.tar!/inner.zip!/b.html",
            "outer.tar!/c.html");
  }

  @Test
  void nestingHasALimit() throws IOException {
    byte[] bytes = A;
    for (int i = 0; i < 6; i++) {
      bytes = zip("x.zip", bytes);
    }
    write("x.zip", bytes);

    Recorder.read(folder, "x.zip")
        .because(Reason.TOO_DEEP, "stands in 5 containers, the limit is 5");
  }

  @Test
  void entriesHaveALimit() throws IOException {
    SourceLimits two = new SourceLimits(2, 1_000, 5, 200, 1_000_000);
    write("d.zip", zip("1.html", A, "2.html", A, "3.html", A, "4.html", A));

    Recorder read = Recorder.read(folder, Recorder.OPTIONS.withLimits(two), "d.zip");

    read.gave("d.zip!/1.html", "d.zip!/2.html", "d.zip too-many-entries")
        .because(Reason.TOO_MANY_ENTRIES, "has more than 2 entries; the rest is not read");
  }

  @Test
  void tooLargeEntryIsAFailureAndTheRestIsRead() throws IOException {
    SourceLimits small = new SourceLimits(10, 100, 5, 200, 1_000_000);
    byte[] exact = noise(100);
    write("d.tar.gz", gzip(tar("1.txt", noise(101), "2.txt", exact)));

    Recorder.read(folder, Recorder.OPTIONS.withLimits(small), "d.tar.gz")
        .gave("d.tar.gz!/1.txt too-large", "d.tar.gz!/2.txt")
        .because(Reason.TOO_LARGE, "has more than 100 bytes, the limit for a page");
  }

  @Test
  void bombEndsTheFileWithOneFailure() throws IOException {
    SourceLimits strict = new SourceLimits(1_000, 10_000, 5, 20, 100_000);
    byte[] bomb = zip("zeros.html", new byte[1_000_000]);
    write("d.tar", tar("a.html", A, "bomb.zip", bomb, "b.html", B, "pad.txt", new byte[0]));

    Recorder read = Recorder.read(folder, Recorder.OPTIONS.withLimits(strict), "d.tar", "d.tar");

    assertThat(read.failures()).filteredOn(f -> f.reason() == Reason.RATIO).hasSize(2);
    assertThat(read.failures().get(1).input()).isEqualTo(folder + "/d.tar");
    assertThat(read.failures().get(1).detail()).endsWith("more than 20 times as many");
  }

  @Test
  void bombInAnEntryThatNobodyWantsIsNoticed() throws IOException {
    SourceLimits strict = new SourceLimits(1_000, 10_000, 5, 20, 100_000);
    write("d.zip", zip("zeros.png", new byte[1_000_000], "a.html", A));

    Recorder.read(folder, Recorder.OPTIONS.withLimits(strict), "d.zip").gave("d.zip ratio");
  }

  @Test
  void gzipOfZerosStopsAtTheLimitOfAPage() throws IOException {
    write("zeros.txt.gz", gzip(new byte[30_000_000]));

    Recorder.read(folder, "zeros.txt.gz")
        .because(Reason.TOO_LARGE, "has more than 20000000 bytes, the limit for a page");
  }

  @Test
  void pathsThatLeadOutAreFailures() throws IOException {
    write(
        "d.zip",
        zip("../a.html", A, "b/../../b.html", A, "C:\\c.html", A, "..\\d.html", A, "e.html", A));
    write("d.tar", tar("/etc/a.html", A, "b..c/b.html", B));

    Recorder.read(folder, "d.zip")
        .gave(
            "d.zip!/../a.html unsafe-path",
            "d.zip!/b/../../b.html unsafe-path",
            "d.zip!/C:/c.html unsafe-path",
            "d.zip!/../d.html unsafe-path",
            "d.zip!/e.html");
    Recorder.read(folder, "d.tar")
        .gave("d.tar!//etc/a.html unsafe-path", "d.tar!/b..c/b.html")
        .because(Reason.UNSAFE_PATH, "the path of the entry leads out of its archive");
  }

  @Test
  void controlCharactersOfANameDoNotReachTheTerminal() throws IOException {
    write("d.zip", zip("a\u001b[31m.html", A));

    Recorder.read(folder, "d.zip").gave("d.zip!/a\uFFFD[31m.html");
  }

  @Test
  void whatIsClearlyNoPageIsPassedOver() throws IOException {
    write(
        "d.zip",
        zip(
            "a.html",
            A,
            "img/x.PNG",
            utf8("x"),
            "__MACOSX/a.html",
            A,
            ".git/b.html",
            A,
            "s.css",
            A,
            "d.json.gz",
            A,
            "empty/",
            new byte[0],
            "blob",
            new byte[] {1, 0, 2},
            "index.php",
            B));

    Recorder.read(folder, "d.zip").gave("d.zip!/a.html", "d.zip!/index.php");
  }

  @Test
  void namedArchiveWithoutPagesIsTold() throws IOException {
    write("d.zip", zip("x.png", utf8("x")));

    Recorder.read(folder, "d.zip").because(Reason.EMPTY_INPUT, "holds no page");
  }

  @Test
  void truncatedGzipIsAFailure() throws IOException {
    write("a.html.gz", cut(gzip(noise(50_000)), -100));

    Recorder.read(folder, "a.html.gz").because(Reason.TRUNCATED, "ends too early");
  }

  @Test
  void corruptGzipIsAFailure() throws IOException {
    byte[] gzip = gzip(A);
    gzip[gzip.length - 6] ^= 0x55;
    write("a.html.gz", gzip);

    Recorder.read(folder, "a.html.gz")
        .because(Reason.BAD_ARCHIVE, "is broken: Corrupt GZIP trailer");
  }

  @Test
  void truncatedArchivesKeepWhatCameBefore() throws IOException {
    byte[] tar = tar("1.txt", noise(3_000), "2.txt", noise(40_000));
    write("t.tar", cut(tar, 20_000));
    write("t.tar.gz", cut(gzip(tar), 20_000));
    byte[] blocks = tar("1.txt", noise(200_000), "2.txt", noise(400_000));
    write("t.tar.bz2", cut(bzip2(blocks), -50_000));
    write("t.tar.xz", cut(xz(blocks), -50_000));
    write("t.zip", cut(zip("1.txt", noise(3_000), "2.txt", noise(40_000)), 20_000));

    for (String name : new String[] {"t.tar", "t.tar.gz", "t.tar.bz2", "t.tar.xz", "t.zip"}) {
      Recorder.read(folder, name).gave(name + "!/1.txt", name + "!/2.txt truncated");
    }
  }

  @Test
  void brokenInnerArchiveDoesNotEndTheOuterOne() throws IOException {
    byte[] broken = zip("x.txt", noise(9_000));
    broken[30 + "x.txt".length()] = 0x07; // a block of a type that deflate has not
    write("d.tar", tar("a.html", A, "broken.zip", broken, "cut.gz", cut(gzip(A), 20), "b.html", B));

    Recorder read = Recorder.read(folder, "d.tar");

    assertThat(read.failures()).hasSize(2);
    assertThat(read.failures().get(1).reason()).isEqualTo(Reason.TRUNCATED);
    assertThat(read.pages()).extracting(p -> p.source()).last().asString().endsWith("!/b.html");
  }

  @Test
  void endlessLongNameInATarIsRefused() throws IOException {
    write("d.tar.gz", gzip(Packing.tarWithLongName(A, 2_000_000)));

    Recorder read = Recorder.read(folder, "d.tar.gz");

    read.gave("d.tar.gz!/a.html", "d.tar.gz too-large");
  }

  @Test
  void zstdIsReadWhereItsLibraryIsThere() throws IOException {
    write("a.html.zst", Packing.zstd(A));
    write("d.tar.zst", Packing.zstd(tar("a.html", A, "b.html", B)));
    write("cut.html.zst", Packing.cut(Packing.zstd(Packing.noise(5000)), 2000));
    write("bomb.html.zst", Packing.zstd(new byte[50_000_000]));

    Recorder.read(folder, "a.html.zst", "d.tar.zst")
        .gave("a.html.zst", "d.tar.zst!/a.html", "d.tar.zst!/b.html");
    Recorder.read(folder, "cut.html.zst").gave("cut.html.zst truncated");
    Recorder.read(folder, "bomb.html.zst").gave("bomb.html.zst too-large");
  }

  @Test
  void foreignArchivesAreTold() throws IOException {
    write("x.7z", new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c});

    Recorder.read(folder, "x.7z")
        .because(
            Reason.UNSUPPORTED,
            "is of a kind that is not read; known are HTML, text, gz, bz2, xz, zst, zip, tar,"
                + " WARC, MHTML and JSON Lines");
  }

  @Test
  void clippingsKeepTheirIdInArchives() throws IOException {
    write("d.zip", zip("x/017_0123456789abcdef.txt", utf8("Title\n\nText.\n")));

    assertThat(Recorder.read(folder, "d.zip").onlyPage().id()).isEqualTo("0123456789abcdef");
  }

  @Test
  void archiveComesFromStandardInputToo() throws IOException {
    Recorder.stdin(zip("a.html", A, "b.html", B), Recorder.OPTIONS).gave("-!/a.html", "-!/b.html");
    Recorder.stdin(gzip(tar("a.html", A)), Recorder.OPTIONS).gave("-!/a.html");
  }
}
