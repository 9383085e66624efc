package org.coupure.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Bytes decoded as UTF-8, with counts of the signs for and against that charset.
 *
 * @param text the text; what is malformed is read as windows-1252, in which the pasted comments and
 *     old templates are that stand on pages of UTF-8; U+FFFD for the few bytes without a meaning
 * @param good characters beyond ASCII that are well-formed; not counted when nothing is malformed
 * @param bad malformed sequences
 * @param stray those of them that were read as windows-1252
 */
record Utf8Reading(String text, int good, int bad, int stray) {
  /**
   * Text in another charset gives a well-formed sequence now and then: one for ten malformed ones
   * in GBK, hardly any in single-byte charsets. Damaged UTF-8 is the other way round.
   */
  private static final int GOOD_FOR_BAD = 4;

  private static final String WINDOWS_1252 = single();

  private static String single() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return new String(all, Charset.forName("windows-1252"));
  }

  static Utf8Reading of(byte[] bytes) {
    String wellFormed = Utf8Decoder.decode(bytes);
    if (wellFormed != null) {
      return new Utf8Reading(wellFormed, 0, 0, 0);
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    int bad = 0;
    int stray = 0;
    for (CoderResult result = decoder.decode(in, out, true);
        result.isError();
        result = decoder.decode(in, out, true)) {
      bad++;
      // Where more than a byte hangs together, or the text ends, a character of UTF-8 was cut off.
      boolean cut = result.length() > 1 || in.remaining() == 1;
      stray += cut ? 0 : 1;
      out.put(cut ? '\uFFFD' : WINDOWS_1252.charAt(in.get(in.position()) & 0xFF));
      in.position(in.position() + result.length());
      decoder.reset();
    }
    String text = out.flip().toString();
    int good = (int) text.chars().filter(c -> c >= 0x80).count() - bad;
    return new Utf8Reading(text, good, bad, stray);
  }

  boolean isValid() {
    return bad == 0;
  }

  /** Returns whether there are more signs against UTF-8 than for it. */
  boolean isRefuted() {
    return bad > good;
  }

  /** Returns whether this is UTF-8 with some damage, whatever was declared. */
  boolean isLikely() {
    return good >= bad * GOOD_FOR_BAD;
  }
}
