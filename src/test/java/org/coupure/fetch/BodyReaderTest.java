package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
  private static final BodyLimits CAPS = new BodyLimits(20_000_000, 200);

  private static byte[] read(byte[] body, String... encodings) throws IOException {
    return BodyReader.read(new ByteArrayInputStream(body), List.of(encodings), CAPS);
  }

  private static FetchFailure refusal(byte[] body, BodyLimits bodyLimits, String... encodings) {
    RefusalException refused =
        catchThrowableOfType(
            RefusalException.class,
            () -> BodyReader.read(new ByteArrayInputStream(body), List.of(encodings), bodyLimits));
    assertThat(refused).isNotNull();
    return refused.refusal();
  }

  @Test
  void plainBodyIsReadAsItIs() throws IOException {
    assertThat(read(Packing.text())).isEqualTo(Packing.text());
    assertThat(read(Packing.text(), "identity")).isEqualTo(Packing.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip , identity"})
  void gzipIsUnpacked(String encoding) throws IOException {
    assertThat(read(Packing.gzip(Packing.text()), encoding)).isEqualTo(Packing.text());
  }

  @Test
  void brotliIsUnpacked() throws IOException {
    assertThat(read(Packing.BROTLI, "br")).isEqualTo(Packing.text());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deflateIsUnpackedWithAndWithoutItsHeader(boolean bare) throws IOException {
    assertThat(read(Packing.deflate(Packing.text(), bare), "deflate")).isEqualTo(Packing.text());
  }

  @Test
  void encodingsAreUndoneInReverse() throws IOException {
    byte[] body = Packing.gzip(Packing.deflate(Packing.text(), false));

    assertThat(read(body, "deflate, gzip")).isEqualTo(Packing.text());
    assertThat(read(body, "deflate", "gzip")).isEqualTo(Packing.text());
  }

  @Test
  void severalGzipMembersAreOneBody() throws IOException {
    byte[] a = Packing.gzip("<p>a</p>".getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(a, a.length * 2);
    System.arraycopy(a, 0, both, a.length, a.length);

    assertThat(read(both, "gzip")).asString().isEqualTo("<p>a</p><p>a</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate"})
  void emptyBodyIsEmptyHoweverItIsPacked(String encoding) throws IOException {
    assertThat(read(new byte[0], encoding)).isEmpty();
  }

  @Test
  void announcedGzipThatIsNotIsReadAsItIs() throws IOException {
    assertThat(read(Packing.text(), "gzip")).isEqualTo(Packing.text());
    assertThat(read(new byte[] {'x'}, "gzip")).asString().isEqualTo("x");
  }

  @Test
  void unknownEncodingIsRefused() {
    assertThat(refusal(Packing.text(), CAPS, "zstd"))
        .isEqualTo(
            FetchFailure.failed(
                Reason.UNSUPPORTED,
                "the body is packed as \"zstd\", though only gzip, br, deflate was asked for"));
  }

  @Test
  void gzipBombIsCutOff() throws IOException {
    byte[] bomb = Packing.gzip(new byte[15_000_000]);

    assertThat(refusal(bomb, CAPS, "gzip"))
        .isEqualTo(
            FetchFailure.failed(
                Reason.RATIO, "the body unpacks to more than 200 times its size, as bombs do"));
  }

  @Test
  void brotliBombIsCutOff() {
    assertThat(refusal(Packing.BROTLI_BOMB, CAPS, "br").reason()).isEqualTo(Reason.RATIO);
  }

  @Test
  void bombInABombIsCutOff() throws IOException {
    byte[] bomb = Packing.gzip(Packing.gzip(new byte[50_000_000]));

    assertThat(refusal(bomb, CAPS, "gzip", "gzip").reason()).isEqualTo(Reason.RATIO);
    assertThat(refusal(bomb, CAPS, "gzip, gzip, gzip").sentence())
        .isEqualTo("the body is packed 3 times over");
  }

  @Test
  void unpackedSizeIsCapped() throws IOException {
    byte[] noise = new byte[50_000];
    new Random(7).nextBytes(noise);
    byte[] twice = Arrays.copyOf(noise, 70_000);

    assertThat(refusal(Packing.gzip(twice), new BodyLimits(60_000, 200), "gzip"))
        .isEqualTo(
            FetchFailure.failed(
                Reason.TOO_LARGE,
                "the body is larger when unpacked than the limit of 60000 bytes"));
  }

  @Test
  void bodyOfExactlyTheLimitIsRead() throws IOException {
    BodyLimits bodyLimits = new BodyLimits(1000, 200);

    assertThat(BodyReader.read(new ByteArrayInputStream(new byte[1000]), List.of(), bodyLimits))
        .hasSize(1000);
    assertThat(refusal(new byte[1001], bodyLimits).sentence())
        .isEqualTo("the body is larger than the limit of 1000 bytes");
  }

  @Test
  void shortPageOfOneRepeatedLineIsNoBomb() throws IOException {
    byte[] blank = new byte[900_000];

    assertThat(read(Packing.gzip(blank), "gzip")).hasSize(900_000);
  }

  @ParameterizedTest
  @CsvSource({"gzip, 12", "gzip, 20", "br, 20", "br, 30", "deflate, 15"})
  void packedBodyThatEndsTooEarlyIsTruncated(String encoding, int length) throws IOException {
    byte[] whole =
        switch (encoding) {
          case "gzip" -> Packing.gzip(Packing.text());
          case "br" -> Packing.BROTLI;
          default -> Packing.deflate(Packing.text(), false);
        };

    assertThat(refusal(Arrays.copyOf(whole, length), CAPS, encoding))
        .isEqualTo(
            FetchFailure.failed(Reason.TRUNCATED, "the packed body ends too early or is damaged"));
  }

  @Test
  void damagedPackedBodyIsSaid() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    byte[] damaged = Packing.gzip(noise);
    Arrays.fill(damaged, 10, 40, (byte) 0xFF);

    assertThat(refusal(damaged, CAPS, "gzip"))
        .isEqualTo(FetchFailure.failed(Reason.BAD_ARCHIVE, "the packed body is damaged"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br"})
  void brokenConnectionIsNotTakenForDamage(String encoding) throws IOException {
    byte[] start = encoding.equals("br") ? Packing.BROTLI : Packing.gzip(Packing.text());
    InputStream breaking = new BreakingStream(Arrays.copyOf(start, 20));

    SocketException broken =
        catchThrowableOfType(
            SocketException.class, () -> BodyReader.read(breaking, List.of(encoding), CAPS));

    assertThat(broken).hasMessage("Connection reset");
  }

  /** Gives some bytes and then breaks. */
  private static final class BreakingStream extends InputStream {
    private final byte[] start;
    private int next;

    BreakingStream(byte[] start) {
      this.start = start;
    }

    @Override
    public int read() throws IOException {
      if (next == start.length) {
        throw new SocketException("Connection reset");
      }
      return start[next++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      buffer[offset] = (byte) read();
      return 1;
    }
  }
}
