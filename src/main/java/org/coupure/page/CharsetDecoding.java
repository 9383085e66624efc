package org.coupure.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.coupure.page.Decoded.Evidence;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text, by byte order mark, then HTTP header, then {@code <meta>}, then validity as UTF-8,
 * then statistical detection. This is the order of the HTML standard's encoding sniffing algorithm
 * with additions of ours for the way saved pages lie: a declaration of another charset gives way
 * when the bytes are UTF-8 with characters beyond ASCII, one of UTF-8 gives way when most of those
 * characters are malformed, and any gives way to the zero bytes of UTF-16. UTF-8 made of a page
 * that was read wrongly before is undone.
 */
final class CharsetDecoding {
  /** The statistical detector has made up its mind long before; the rest would only cost time. */
  private static final int DETECTION_WINDOW = 65_536;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  private CharsetDecoding() {}

  static Decoded decode(byte[] bytes, @Nullable String contentType) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    Charset declared = contentType == null ? null : CharsetNames.inHeader(contentType);
    Evidence evidence = declared == null ? Evidence.META : Evidence.HEADER;
    if (declared == null) {
      declared = CharsetNames.inPage(bytes);
    }
    Charset wide = WideCharsets.utf16(bytes);
    if (wide != null) {
      boolean contradicted = declared != null && !CharsetNames.isUtf16(declared);
      return new Decoded(new String(bytes, wide), wide, Evidence.DETECTED, contradicted);
    }
    Decoded decoded = declared == null ? undeclared(bytes) : declared(bytes, declared, evidence);
    // As many characters as bytes: all of it is ASCII.
    boolean more = decoded.text().length() < bytes.length;
    boolean utf8 = more && decoded.charset().equals(StandardCharsets.UTF_8);
    Decoded before = utf8 ? DoubleEncoding.undo(decoded.text()) : null;
    return before == null ? decoded : before;
  }

  private static Decoded declared(byte[] bytes, Charset declared, Evidence evidence) {
    if (declared.equals(StandardCharsets.UTF_8)) {
      Utf8Reading utf8 = Utf8Reading.of(bytes);
      return utf8.isRefuted()
          ? detected(bytes, true)
          : new Decoded(utf8.text(), declared, utf8.stray() > 0 ? Evidence.MIXED : evidence, false);
    }
    if (beyondAscii(bytes) || CharsetNames.isUtf16(declared)) {
      Utf8Reading utf8 = Utf8Reading.of(bytes);
      if (utf8.isLikely()) {
        return utf8(utf8, true);
      }
    }
    return new Decoded(new String(bytes, declared), declared, evidence, false);
  }

  private static Decoded undeclared(byte[] bytes) {
    Charset mail = WideCharsets.isIso2022Jp(bytes) ? CharsetNames.named("ISO-2022-JP") : null;
    if (mail != null) {
      return new Decoded(new String(bytes, mail), mail, Evidence.DETECTED, false);
    }
    Utf8Reading utf8 = Utf8Reading.of(bytes);
    return utf8.isLikely() ? utf8(utf8, false) : detected(bytes, false);
  }

  private static Decoded utf8(Utf8Reading utf8, boolean contradicted) {
    Evidence damaged = utf8.stray() > 0 ? Evidence.MIXED : Evidence.DETECTED;
    Evidence evidence = utf8.isValid() ? Evidence.VALID_UTF8 : damaged;
    return new Decoded(utf8.text(), StandardCharsets.UTF_8, evidence, contradicted);
  }

  private static Decoded detected(byte[] bytes, boolean contradicted) {
    // Heads may be kilobytes of ASCII, which tells the detector nothing.
    int from = firstBeyondAscii(bytes);
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, from, Math.min(bytes.length - from, DETECTION_WINDOW));
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    Charset detected = name == null ? null : CharsetNames.named(name);
    // The two differ in capitals only, and the web has next to no pages of the former.
    boolean mac = detected != null && detected.name().equals("x-MacCyrillic");
    Charset guessed = detected == null ? WINDOWS_1252 : mac ? WINDOWS_1251 : detected;
    Charset charset = SingleByteCharsets.secondLook(bytes, from, guessed);
    boolean assumed = detected == null && charset.equals(guessed);
    return new Decoded(
        new String(bytes, charset),
        charset,
        assumed ? Evidence.ASSUMED : Evidence.DETECTED,
        contradicted);
  }

  private static @Nullable Decoded byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return marked(b, 3, StandardCharsets.UTF_8);
    }
    if (b.length >= 4 && b[0] == 0 && b[1] == 0 && b[2] == (byte) 0xFE && b[3] == (byte) 0xFF) {
      return marked(b, 4, Charset.forName("UTF-32BE"));
    }
    if (b.length >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0) {
      return marked(b, 4, Charset.forName("UTF-32LE"));
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

  private static boolean beyondAscii(byte[] bytes) {
    return firstBeyondAscii(bytes) < bytes.length;
  }

  /** Returns the index of the first byte beyond ASCII; the length when there is none. */
  private static int firstBeyondAscii(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }
}
