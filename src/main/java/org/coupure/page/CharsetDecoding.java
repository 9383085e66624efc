package org.coupure.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.page.Decoded.Evidence;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text, by byte order mark, then HTTP header, then {@code <meta>}, then validity as UTF-8,
 * then statistical detection. This is the order of the HTML standard's encoding sniffing algorithm
 * with two additions of ours for the way saved pages lie: a declaration of a single-byte charset
 * gives way when the bytes are valid UTF-8 with characters beyond ASCII, and a declaration of UTF-8
 * gives way when much of the bytes is not.
 */
final class CharsetDecoding {
  /**
   * The HTML standard looks for a meta charset within 1,024 bytes; saved pages put comments first.
   */
  private static final int META_WINDOW = 4096;

  /** The statistical detector has made up its mind long before; the rest would only cost time. */
  private static final int DETECTION_WINDOW = 65_536;

  /** One bad byte in 500 is damage in transit; more is another charset. */
  private static final int TOLERATED_DAMAGE = 500;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Pattern HEADER_CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,>]{1,40})", Pattern.CASE_INSENSITIVE);

  private static final Pattern META_CHARSET =
      Pattern.compile(
          "<(?:meta|\\?xml)\\b[^>]{0,400}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([^\\s\"';,/>?]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private CharsetDecoding() {}

  static Decoded decode(byte[] bytes, @Nullable String contentType) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    Charset declared = contentType == null ? null : find(HEADER_CHARSET, contentType);
    Evidence evidence = Evidence.HEADER;
    if (declared == null) {
      declared = find(META_CHARSET, head(bytes));
      evidence = Evidence.META;
      // Quirk: a meta element that could be read as ASCII can't be in UTF-16 (HTML standard
      // 13.2.3.3).
      if (declared != null && declared.name().startsWith("UTF-16")) {
        declared = StandardCharsets.UTF_8;
      }
    }
    return declared == null ? undeclared(bytes, false) : declared(bytes, declared, evidence);
  }

  private static Decoded declared(byte[] bytes, Charset declared, Evidence evidence) {
    if (declared.equals(StandardCharsets.UTF_8)) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return tooDamaged(text)
          ? undeclared(bytes, true)
          : new Decoded(text, declared, evidence, false);
    }
    if (!declared.name().startsWith("UTF-") && beyondAscii(bytes)) {
      String utf8 = strictUtf8(bytes);
      if (utf8 != null) {
        return new Decoded(utf8, StandardCharsets.UTF_8, Evidence.VALID_UTF8, true);
      }
    }
    return new Decoded(new String(bytes, declared), declared, evidence, false);
  }

  private static Decoded undeclared(byte[] bytes, boolean contradicted) {
    String utf8 = strictUtf8(bytes);
    if (utf8 != null) {
      return new Decoded(utf8, StandardCharsets.UTF_8, Evidence.VALID_UTF8, contradicted);
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, DETECTION_WINDOW));
    detector.dataEnd();
    Charset detected = named(detector.getDetectedCharset());
    if (detected == null) {
      return new Decoded(
          new String(bytes, WINDOWS_1252), WINDOWS_1252, Evidence.ASSUMED, contradicted);
    }
    return new Decoded(new String(bytes, detected), detected, Evidence.DETECTED, contradicted);
  }

  private static @Nullable Decoded byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return marked(b, 3, StandardCharsets.UTF_8);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return marked(b, 2, StandardCharsets.UTF_16BE);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return marked(b, 2, StandardCharsets.UTF_16LE);
    }
    return null;
  }

  private static Decoded marked(byte[] bytes, int skip, Charset charset) {
    return new Decoded(
        new String(bytes, skip, bytes.length - skip, charset), charset, Evidence.BOM, false);
  }

  private static boolean tooDamaged(String text) {
    int bad = 0;
    for (int i = text.indexOf('\uFFFD'); i >= 0; i = text.indexOf('\uFFFD', i + 1)) {
      bad++;
    }
    return bad > 2 && bad > text.length() / TOLERATED_DAMAGE;
  }

  private static boolean beyondAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String strictUtf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  private static String head(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, META_WINDOW), StandardCharsets.ISO_8859_1);
  }

  private static @Nullable Charset find(Pattern pattern, String where) {
    Matcher matcher = pattern.matcher(where);
    while (matcher.find()) {
      Charset charset = named(matcher.group(1));
      if (charset != null) {
        return charset;
      }
    }
    return null;
  }

  /** Returns the charset that browsers mean by a name, or null when there is none of that name. */
  private static @Nullable Charset named(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String label = name.trim().toLowerCase(Locale.ROOT);
    // Quirk: browsers read Latin 1 and ASCII as windows-1252, Latin 5 as windows-1254 (WHATWG
    // Encoding).
    String canonical =
        switch (label) {
          case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
          case "iso-8859-9" -> "windows-1254";
          case "gb2312", "gbk" -> "GB18030";
          default -> label;
        };
    try {
      return Charset.forName(canonical);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }
}
