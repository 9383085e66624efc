package org.coupure.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The parts of an HTML page's bytes that no later step reads: bodies of scripts and style sheets,
 * half of what news sites send. Left out before decoding, the elements themselves stay, so that the
 * parse is the same but for their data: a fifth less is allocated, and half of the decoding saved.
 *
 * <p>Scripts of other types than JavaScript stay whole (JSON-LD, state in JSON, templates), and so
 * does JavaScript that begins by setting a variable with two underscores, {@code State} or {@code
 * Fusion} in its name, which is how pages carry their state. Wherever this scan could take for a
 * script what a parser does not, or the other way round, all stays as it is: in comments, in
 * elements that hold raw text, and in scripts that hold {@code <script} or {@code <!--}. Not
 * thread-safe; used once.
 */
final class Ballast {
  /** Longer start tags than this are broken ones. */
  private static final int LONGEST_TAG = 2_000;

  /** Parts of the names of variables that hold a page's state, in any case; see spare-text.txt. */
  private static final String[] STATES = {"__", "state", "fusion"};

  /** Where a script says which variable it sets. */
  private static final int BEGINNING = 200;

  private static final int[] NONE = {};

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH_BYTE = 0x0101010101010101L;

  /** Elements whose content is not markup. */
  private static final String[] RAW = {
    "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"
  };

  private final byte[] bytes;
  private int[] ranges = new int[64];
  private int count;

  private Ballast(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns begin and end of each part, in order; none when the bytes do not begin like HTML. */
  static int[] in(byte[] bytes) {
    return beginsLikeHtml(bytes) ? new Ballast(bytes).find() : NONE;
  }

  private static boolean beginsLikeHtml(byte[] bytes) {
    int length = Math.min(bytes.length, 64);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).stripLeading();
    for (String beginning : new String[] {"<!doctype html", "<html"}) {
      if (Sniffing.isAt(head, 0, beginning) && head.length() > beginning.length()) {
        char next = head.charAt(beginning.length());
        return next <= ' ' || next == '>';
      }
    }
    return false;
  }

  private int[] find() {
    int at = next('<', 0);
    while (at < bytes.length) {
      at = next('<', pass(at + 1));
    }
    return Arrays.copyOf(ranges, count);
  }

  /** Passes over what begins with the {@code <} before {@code at}, as far as it is no markup. */
  private int pass(int at) {
    int first = at < bytes.length ? bytes[at] | 0x20 : 0;
    return switch (first) {
      case 's' -> isTag(at, "script") ? script(at + 6) : isTag(at, "style") ? style(at + 5) : at;
      case '!' -> isAt(at, "!--") ? after("-->", at + 1) : at;
      case 't', 'x', 'i', 'n', 'p' -> raw(at);
      default -> at;
    };
  }

  private int raw(int at) {
    for (String name : RAW) {
      if (isTag(at, name)) {
        return endTag(name, at);
      }
    }
    return at;
  }

  /** Passes over a script, of which the name ends at {@code at}. */
  private int script(int at) {
    int body = tagEnd(at);
    if (body < 0) {
      return at;
    }
    int end = next('<', body);
    while (!(isAt(end, "</script") && isNameEnd(end + 8))) {
      if (end == bytes.length || isTag(end + 1, "script") || isAt(end, "<!--")) {
        return body;
      }
      end = next('<', end + 1);
    }
    if (isJavaScript(at, body) && !isState(body, end)) {
      leaveOut(body, end);
    }
    return end + 1;
  }

  private int style(int at) {
    int body = tagEnd(at);
    if (body < 0) {
      return at;
    }
    int end = next('<', body);
    if (isAt(end, "</style") && isNameEnd(end + 7)) {
      leaveOut(body, end);
    }
    return body;
  }

  private void leaveOut(int from, int to) {
    if (to > from) {
      if (count == ranges.length) {
        ranges = Arrays.copyOf(ranges, count * 2);
      }
      ranges[count++] = from;
      ranges[count++] = to;
    }
  }

  /**
   * Returns the index behind the {@code >} of a start tag, or -1 where quotes and brackets do not
   * stand as they should.
   */
  private int tagEnd(int from) {
    int end = Math.min(bytes.length, from + LONGEST_TAG);
    byte quote = 0;
    byte last = 0;
    for (int i = from; i < end; i++) {
      byte b = bytes[i];
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '>') {
        return i + 1;
      } else if (b == '<' || ((b == '"' || b == '\'') && last != '=')) {
        return -1;
      } else if (b == '"' || b == '\'') {
        quote = b;
      }
      last = b > ' ' ? b : last;
    }
    return -1;
  }

  private boolean isJavaScript(int from, int to) {
    return !holds(from, to, "type") || holds(from, to, "javascript") || holds(from, to, "module");
  }

  private boolean holds(int from, int to, String word) {
    for (int i = from; i < to; i++) {
      if (isAt(i, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isState(int body, int end) {
    int beginning = Math.min(end, body + BEGINNING);
    for (String mark : STATES) {
      if (holds(body, beginning, mark)) {
        return true;
      }
    }
    return false;
  }

  private int endTag(String name, int from) {
    int at = next('<', from);
    while (at < bytes.length && !(isAt(at, "</") && isTag(at + 2, name))) {
      at = next('<', at + 1);
    }
    return at;
  }

  /** Returns whether the element {@code name} is named at {@code at}. */
  private boolean isTag(int at, String name) {
    return isAt(at, name) && isNameEnd(at + name.length());
  }

  private boolean isNameEnd(int at) {
    return at < bytes.length && (bytes[at] == '>' || bytes[at] == '/' || isSpace(bytes[at]));
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
  }

  private int after(String sign, int from) {
    int at = from;
    while (at < bytes.length && !isAt(at, sign)) {
      at = next(sign.charAt(0), at + 1);
    }
    return Math.min(bytes.length, at + sign.length());
  }

  /** Returns whether {@code text}, in lower case, stands at {@code at} in any case. */
  private boolean isAt(int at, String text) {
    if (at + text.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      int b = bytes[at + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the index of the next {@code sign}; the length when there is none. */
  private int next(char sign, int from) {
    int i = from;
    long wanted = sign * EACH_BYTE;
    // Eight bytes at a time: a byte that equals the sign is zero after the exclusive or.
    while (i + Long.BYTES <= bytes.length) {
      long differs = (long) LONGS.get(bytes, i) ^ wanted;
      long zeros = (differs - EACH_BYTE) & ~differs & EACH_BYTE << 7;
      if (zeros != 0) {
        return i + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < bytes.length && bytes[i] != sign) {
      i++;
    }
    return i;
  }
}
