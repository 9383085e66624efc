package org.coupure.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GzipMembersTest {
  private static byte[] gzip(String... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String member : members) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(member.getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String text(InputStream packed) throws IOException {
    try (InputStream in = new GzipMembers(packed)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void readsAllMembersAlsoEmptyOnes() throws IOException {
    assertThat(text(new ByteArrayInputStream(gzip("", "a", "", "", "b", "")))).isEqualTo("ab");
  }

  @Test
  void readsAllMembersOfASourceThatHasOneByteAtHand() throws IOException {
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(gzip("a", "b"))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, 1);
          }

          @Override
          public int available() {
            return 0;
          }
        };

    assertThat(text(slow)).isEqualTo("ab");
  }

  @Test
  void leavesOutWhatFollowsTheLastMember() throws IOException {
    byte[] packed = gzip("a");

    assertThat(text(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length + 20))))
        .isEqualTo("a");
  }

  @Test
  void tellsWhatIsCutOffFromWhatIsBroken() throws IOException {
    byte[] packed = gzip("a long enough text, a long enough text");
    byte[] broken = packed.clone();
    broken[broken.length - 6] ^= 1;

    for (int length = 3; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> text(new ByteArrayInputStream(cut)))
          .isInstanceOf(EOFException.class);
    }
    assertThatThrownBy(() -> text(new ByteArrayInputStream(broken)))
        .isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> text(new ByteArrayInputStream(new byte[5])))
        .isInstanceOf(ZipException.class);
  }
}
