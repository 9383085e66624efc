package org.coupure.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.source.Packing.bzip2;
import static org.coupure.source.Packing.gzip;
import static org.coupure.source.Packing.html;
import static org.coupure.source.Packing.noise;
import static org.coupure.source.Packing.tar;
import static org.coupure.source.Packing.utf8;
import static org.coupure.source.Packing.xz;
import static org.coupure.source.Packing.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;

/** Broken bytes end in failures: no exception gets out, and no reading goes on for ever. */
class HostileBytesTest {
  private static final SourceLimits LIMITS = new SourceLimits(1_000, 100_000, 5, 200, 1_000_000);
  private static final int VARIANTS = 200;

  @Test
  void flippedAndMissingBytesNeverThrow() throws IOException {
    Random random = new Random(20240503);
    for (Map.Entry<String, byte[]> sound : samples().entrySet()) {
      for (int i = 0; i < VARIANTS; i++) {
        byte[] broken = broken(sound.getValue(), random);

        Recorder read = Recorder.stdin(broken, Recorder.OPTIONS.withLimits(LIMITS));

        assertThat(read.pages().size() + read.failures().size())
            .as("%s, variant %d", sound.getKey(), i)
            .isPositive();
      }
    }
  }

  private static byte[] broken(byte[] sound, Random random) {
    byte[] broken = sound.clone();
    for (int flips = random.nextInt(8); flips >= 0; flips--) {
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Packing.cut(broken, 1 + random.nextInt(broken.length)) : broken;
  }

  private static Map<String, byte[]> samples() throws IOException {
    byte[] page = html("a");
    byte[] tar = tar("a.html", page, "b.txt", noise(700), "c.zip", zip("d.html", page));
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("gz", gzip(page));
    samples.put("tar", tar);
    samples.put("tar.gz", gzip(tar));
    samples.put("tar.bz2", bzip2(tar));
    samples.put("tar.xz", xz(tar));
    samples.put("zip", zip("a.html", page, "b.gz", gzip(noise(700)), "c.txt", noise(300)));
    samples.put("stored zip", Packing.storedZipWithDescriptor("a.html", page));
    samples.put("warc", warc());
    samples.put("warc.gz", gzip(warc()));
    samples.put("mhtml", utf8(MHTML));
    samples.put("jsonl", utf8("{\"id\":\"1\",\"html\":\"<p>\\u00e9\",\"x\":[1,{}]}\n".repeat(3)));
    return samples;
  }

  private static final String MHTML =
      "MIME-Version: 1.0\r\nDate: Fri, 3 May 2024 20:19:08 +0200\r\n"
          + "Content-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
          + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
          + "PHA+YTxwPmI8cD5j\r\n--b--\r\n";

  private static byte[] warc() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(out)) {
      for (int i = 0; i < 3; i++) {
        writer.write(
            new WarcResource.Builder(URI.create("https://example.org/" + i))
                .date(Instant.EPOCH)
                .body(MediaType.HTML, html("a"))
                .build());
      }
    }
    return out.toByteArray();
  }

  @Test
  void twentyThousandEmptyMembersOfGzipEndNothing(@TempDir Path folder) throws IOException {
    byte[] empty = Packing.gzip(new byte[0]);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int i = 0; i < 20_000; i++) {
      members.write(empty);
    }
    members.write(Packing.gzip(Packing.html("last")));
    Files.write(folder.resolve("a.html.gz"), members.toByteArray());
    Files.write(folder.resolve("b.html"), Packing.html("b"));

    Recorder.read(folder, "a.html.gz", "b.html").gave("a.html.gz", "b.html");
  }

  @Test
  void multipartsInFiveThousandLevelsEndNothing(@TempDir Path folder) throws IOException {
    StringBuilder mail = new StringBuilder("MIME-Version: 1.0\r\n");
    for (int i = 0; i < 5_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\r\n\r\n--b").append(i).append("\r\n");
    }
    mail.append("Content-Type: text/html\r\n\r\n<p>deep");
    Files.writeString(folder.resolve("a.mhtml"), mail);
    Files.write(folder.resolve("b.html"), Packing.html("b"));

    Recorder.read(folder, "a.mhtml", "b.html").gave("a.mhtml too-deep", "b.html");
  }
}
