package org.coupure.page;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.text.WordLists;
import org.jspecify.annotations.Nullable;

/** The charsets that headers and pages declare, read as browsers read their names. */
final class CharsetNames {
  /** How much of a page outside comments may come before the declaration. */
  private static final int META_WINDOW = 4096;

  /**
   * How far the declaration is searched for; saved pages may begin with comments of many kilobytes.
   */
  private static final int COMMENT_WINDOW = 65_536;

  private static final Pattern HEADER_CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,>]{1,40})", Pattern.CASE_INSENSITIVE);

  private static final Pattern META_CHARSET =
      Pattern.compile(
          "<(?:meta|\\?xml)\\b[^>]{0,400}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([^\\s\"';,/>?]{1,40})",
          Pattern.CASE_INSENSITIVE);

  /**
   * Quirk: for these names browsers take a larger charset (WHATWG Encoding, "Names and labels"), by
   * Java's own names on both sides.
   */
  private static final Map<String, String> LARGER =
      Map.ofEntries(
          Map.entry("US-ASCII", "windows-1252"),
          Map.entry("ISO-8859-1", "windows-1252"),
          Map.entry("ISO-8859-9", "windows-1254"),
          Map.entry("TIS-620", "x-windows-874"),
          Map.entry("x-iso-8859-11", "x-windows-874"),
          Map.entry("GB2312", "GB18030"),
          Map.entry("GBK", "GB18030"),
          Map.entry("Shift_JIS", "windows-31j"),
          Map.entry("EUC-KR", "x-windows-949"),
          Map.entry("Big5", "Big5-HKSCS"),
          // Row 13 (① ㈱ Ⅰ) and the rows of IBM, which Java's own EUC-JP and ISO-2022-JP lack.
          Map.entry("EUC-JP", "x-eucJP-Open"),
          Map.entry("ISO-2022-JP", "x-windows-iso2022jp"),
          Map.entry("UTF-16", "UTF-16LE"));

  /** Names that Java does not know, in lower case, by which charset they mean. */
  private static final Map<String, String> LABELS = labels();

  private CharsetNames() {}

  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    WordLists.words("charsets/labels.txt")
        .forEach((charset, names) -> names.forEach(name -> labels.put(name, charset)));
    return Map.copyOf(labels);
  }

  /** Returns the charset that an HTTP header {@code Content-Type} declares, or null. */
  static @Nullable Charset inHeader(String contentType) {
    return find(HEADER_CHARSET, contentType);
  }

  /** Returns the charset that a page declares near its beginning, or null. */
  static @Nullable Charset inPage(byte[] bytes) {
    Charset declared = find(META_CHARSET, head(bytes));
    // Quirk: a meta element that could be read as ASCII can't be in UTF-16 (HTML standard
    // 13.2.3.3).
    return declared != null && isUtf16(declared) ? StandardCharsets.UTF_8 : declared;
  }

  static boolean isUtf16(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  /** Returns the name by which people know a charset that only Java calls otherwise. */
  static String shown(Charset charset) {
    return switch (charset.name()) {
      case "x-eucJP-Open" -> "EUC-JP";
      case "x-windows-iso2022jp" -> "ISO-2022-JP";
      default -> charset.name();
    };
  }

  /** Returns the charset that browsers mean by a name, or null when there is none of that name. */
  static @Nullable Charset named(String name) {
    try {
      String label = name.trim();
      Charset charset = Charset.forName(LABELS.getOrDefault(label.toLowerCase(Locale.ROOT), label));
      String larger = LARGER.get(charset.name());
      return larger == null ? charset : Charset.forName(larger);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
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

  /** Returns the beginning of the page without its comments, as characters of one byte. */
  private static String head(byte[] bytes) {
    int length = Math.min(bytes.length, COMMENT_WINDOW);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    StringBuilder head = new StringBuilder(META_WINDOW);
    int at = 0;
    while (at < length && head.length() < META_WINDOW) {
      int comment = start.indexOf("<!--", at);
      int end = comment < 0 ? length : comment;
      head.append(start, at, Math.min(end, at + META_WINDOW - head.length()));
      int close = comment < 0 ? -1 : start.indexOf("-->", comment);
      at = close < 0 ? length : close + 3;
    }
    return head.toString();
  }
}
