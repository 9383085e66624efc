package org.coupure.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import org.coupure.page.Decoded.Evidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetDecodingTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final String FRENCH =
      "<p>L’été dernier, la société a déjà prévenu : « Ça coûte trop cher à élever. »</p>";

  private static final String RUSSIAN =
      "<p>Вчера вечером в городе прошёл сильный дождь, и движение на главной улице"
          + " остановилось на два часа. Жители говорят, что такого не было много лет.</p>";

  private static final String CHINESE =
      "<p>昨天晚上，北京下了一场大雨，许多街道被淹，交通中断了两个小时。居民们说，这样的情况已经很多年没有出现过了。</p>";

  private static final String JAPANESE = "<p>昨日の夜、東京では激しい雨が降り、多くの道路が冠水して、二時間ほど交通が止まりました。</p>";

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static String describe(byte[] bytes, @Nullable String contentType) {
    Decoded decoded = CharsetDecoding.decode(bytes, contentType);
    return decoded.describeCharset() + (decoded.contradicted() ? " contradicted" : "");
  }

  // The order

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EF BB BF 61 | text/html; charset=koi8-r | UTF-8 (bom)",
        "FE FF 00 61 | text/html; charset=koi8-r | UTF-16BE (bom)",
        "FF FE 61 00 | text/html; charset=utf-8  | UTF-16LE (bom)",
        "D4 C5       | text/html; charset=koi8-r | KOI8-R (header)",
        "61          | text/html; charset=UTF-8  | UTF-8 (header)",
        "61          | text/html                 | UTF-8 (valid-utf8)",
        "61          |                           | UTF-8 (valid-utf8)",
        "C3 A9       |                           | UTF-8 (valid-utf8)",
        "E9          |                           | windows-1252 (detected)",
      })
  void strongestEvidenceDecides(String hex, @Nullable String contentType, String expected) {
    assertThat(describe(unhex(hex), contentType)).isEqualTo(expected);
  }

  @Test
  void marksAreNotPartOfTheText() {
    byte[] utf8 = unhex("EF BB BF 61");
    byte[] utf16 = unhex("FF FE 61 00");

    assertThat(CharsetDecoding.decode(utf8, null).text()).isEqualTo("a");
    assertThat(CharsetDecoding.decode(utf16, null).text()).isEqualTo("a");
  }

  @Test
  void headerComesBeforeMeta() {
    byte[] page = bytes("<meta charset=windows-1251>" + FRENCH, "windows-1252");

    assertThat(describe(page, "text/html; charset=windows-1252"))
        .isEqualTo("windows-1252 (header)");
    assertThat(describe(page, "text/html")).isEqualTo("windows-1251 (meta)");
  }

  // What declarations look like

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html;charset=windows-1251",
        "text/html; CHARSET = \"windows-1251\"",
        "text/html; boundary=x; charset='Windows-1251'; level=1",
        "text/html; charset=cp1251, text/html",
        "text/html; charset=no-such-charset; charset=windows-1251",
      })
  void headersAreReadAsTheyAreWritten(String contentType) {
    Decoded decoded = CharsetDecoding.decode(bytes(RUSSIAN, "windows-1251"), contentType);

    assertThat(decoded.text()).isEqualTo(RUSSIAN);
    assertThat(decoded.evidence()).isEqualTo(Evidence.HEADER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta charset=windows-1251>",
        "<META CHARSET='Windows-1251' />",
        "<meta\n charset = \"windows-1251\">",
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        "<meta content=\"text/html;charset=windows-1251\" http-equiv=\"content-type\">",
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?>",
        "<meta charset=unheard-of><meta charset=windows-1251>",
        "<meta charset=windows-1251><meta charset=koi8-r>",
        "<meta charset=''><meta charset=windows-1251>",
        "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>",
      })
  void metaElementsAreReadAsTheyAreWritten(String declaration) {
    byte[] page = bytes("<html><head>" + declaration + RUSSIAN, "windows-1251");

    assertThat(CharsetDecoding.decode(page, null).text()).endsWith(RUSSIAN);
    assertThat(describe(page, null)).isEqualTo("windows-1251 (meta)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html; charset=",
        "text/html; charset=;",
        "text/html; charset=%%%",
        "charset",
        "",
      })
  void brokenHeadersSayNothing(String contentType) {
    assertThat(describe(FRENCH.getBytes(UTF_8), contentType)).isEqualTo("UTF-8 (valid-utf8)");
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, windows-1252",
    "latin1, windows-1252",
    "L1, windows-1252",
    "us-ascii, windows-1252",
    "default, windows-1252",
    "ISO-8859-9, windows-1254",
    "latin5, windows-1254",
    "gb2312, GB18030",
    "GBK, GB18030",
    "shift_jis, windows-31j",
    "x-sjis, windows-31j",
    "tis-620, x-windows-874",
    "euc-kr, x-windows-949",
    "ks_c_5601-1987, x-windows-949",
    "big5, Big5-HKSCS",
    "utf-16, UTF-16LE",
    "X-CP1251, windows-1251",
    "macintosh, x-MacRoman",
    "x-gbk, GB18030",
    "korean, x-windows-949",
    "logical, ISO-8859-8",
    "x-user-defined, windows-1252",
    "euc-jp, x-eucJP-Open",
  })
  void namesMeanWhatBrowsersMeanByThem(String name, String charset) {
    byte[] bytes = {(byte) 0xB0, (byte) 0xA1};

    assertThat(CharsetDecoding.decode(bytes, "text/html; charset=" + name).charset())
        .isEqualTo(Charset.forName(charset));
  }

  @Test
  void quotesOfWindowsAreReadInPagesThatClaimLatin1() {
    byte[] page = bytes("<meta charset=iso-8859-1>L’été – “bleu”…", "windows-1252");

    assertThat(CharsetDecoding.decode(page, null).text()).endsWith("L’été – “bleu”…");
  }

  // Where the meta element stands

  @Test
  void metaIsFoundBehindALongComment() {
    String comment = "<!-- Page saved with a tool\n" + "x ".repeat(2_500) + "-->";
    byte[] page = bytes(comment + "<meta charset=windows-1251>" + RUSSIAN, "windows-1251");

    assertThat(describe(page, null)).isEqualTo("windows-1251 (meta)");
  }

  @Test
  void metaFarDownIsNotLookedFor() {
    String padding = "<title>" + "x ".repeat(2_048) + "</title>";
    byte[] page = bytes(padding + "<meta charset=windows-1251>" + RUSSIAN, "windows-1251");

    Decoded decoded = CharsetDecoding.decode(page, null);

    assertThat(decoded.evidence()).isEqualTo(Evidence.DETECTED);
    assertThat(decoded.text()).endsWith(RUSSIAN);
  }

  @Test
  void commentWithoutEndHidesTheMeta() {
    byte[] page = bytes("<!-- <meta charset=koi8-r>" + FRENCH, "windows-1252");

    assertThat(CharsetDecoding.decode(page, null).evidence()).isNotEqualTo(Evidence.META);
  }

  // Declarations that lie

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "windows-1251", "us-ascii", "gbk"})
  void validUtf8BeyondAsciiShowsOtherDeclarationsWrong(String declared) {
    Decoded decoded =
        CharsetDecoding.decode(FRENCH.getBytes(UTF_8), "text/html; charset=" + declared);

    assertThat(decoded).isEqualTo(new Decoded(FRENCH, UTF_8, Evidence.VALID_UTF8, true));
  }

  @Test
  void asciiShowsNothingWrong() {
    assertThat(describe("plain".getBytes(UTF_8), "text/html; charset=iso-8859-2"))
        .isEqualTo("ISO-8859-2 (header)");
  }

  @Test
  void nearlyValidUtf8ShowsLatin1Wrong() {
    byte[] cutInTheMiddle = joined(FRENCH.getBytes(UTF_8), new byte[] {(byte) 0xC3});

    assertThat(CharsetDecoding.decode(cutInTheMiddle, "text/html; charset=iso-8859-1").text())
        .isEqualTo(FRENCH + "\uFFFD");
  }

  @Test
  void bytesOfWindowsShowUtf8Wrong() {
    Decoded decoded =
        CharsetDecoding.decode(bytes(FRENCH, "windows-1252"), "text/html; charset=utf-8");

    assertThat(decoded.text()).isEqualTo(FRENCH);
    assertThat(decoded.contradicted()).isTrue();
  }

  @Test
  void oneByteOfWindowsShowsUtf8WrongWhenNothingSpeaksForIt() {
    byte[] page = bytes("<p>© 2024 the editors</p>", "windows-1252");

    assertThat(CharsetDecoding.decode(page, "text/html; charset=utf-8").text())
        .isEqualTo("<p>© 2024 the editors</p>");
  }

  @Test
  void someDamageDoesNotShowUtf8Wrong() {
    byte[] quoted = bytes("<q>déjà là</q>", "windows-1252");
    byte[] page = joined(FRENCH.getBytes(UTF_8), quoted);

    Decoded decoded = CharsetDecoding.decode(page, "text/html; charset=utf-8");

    assertThat(decoded.text()).isEqualTo(FRENCH + "<q>déjà là</q>");
    assertThat(decoded.evidence()).isEqualTo(Evidence.MIXED);
    assertThat(decoded.contradicted()).isFalse();
  }

  @Test
  void damageThatIsWellFormedShowsNothingWrong() {
    String saved = "<p>d\uFFFDj\uFFFD vu, \uFFFD l'\uFFFDcole</p>";

    assertThat(describe(saved.getBytes(UTF_8), "text/html; charset=utf-8"))
        .isEqualTo("UTF-8 (header)");
  }

  @Test
  void utf16InMetaIsUtf8BecauseTheMetaCouldBeRead() {
    byte[] page = ("<meta charset=utf-16>" + FRENCH).getBytes(UTF_8);

    assertThat(CharsetDecoding.decode(page, null).text()).endsWith(FRENCH);
    assertThat(describe(page, null)).isEqualTo("UTF-8 (meta)");
  }

  @Test
  void utf16InHeaderIsShownWrongByBytesWithoutZeros() {
    assertThat(describe(FRENCH.getBytes(UTF_8), "text/html; charset=utf-16"))
        .isEqualTo("UTF-8 (valid-utf8) contradicted");
  }

  // Nothing declared

  @Test
  void utf16WithoutMarkIsToldByItsZeros() {
    assertThat(CharsetDecoding.decode(FRENCH.getBytes(UTF_16LE), null))
        .isEqualTo(new Decoded(FRENCH, UTF_16LE, Evidence.DETECTED, false));
    assertThat(CharsetDecoding.decode(FRENCH.getBytes(UTF_16BE), null))
        .isEqualTo(new Decoded(FRENCH, UTF_16BE, Evidence.DETECTED, false));
  }

  @Test
  void utf8CutInTheMiddleOfACharacterIsStillUtf8() {
    byte[] whole = FRENCH.repeat(20).getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(joined(whole, "é".getBytes(UTF_8)), whole.length + 1);

    Decoded decoded = CharsetDecoding.decode(cut, null);

    assertThat(decoded.text()).isEqualTo(FRENCH.repeat(20) + "\uFFFD");
    assertThat(decoded.describeCharset()).isEqualTo("UTF-8 (detected)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"})
  void russianIsDetected(String charset) {
    String page = RUSSIAN.repeat(4);

    assertThat(CharsetDecoding.decode(bytes(page, charset), null).text()).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB2312", "GB18030", "Big5"})
  void chineseIsDetected(String charset) {
    String page =
        charset.equals("Big5")
            ? "<p>昨天晚上，台北下了一場大雨，許多街道被淹，交通中斷了兩個小時。</p>".repeat(8)
            : CHINESE.repeat(4);

    assertThat(CharsetDecoding.decode(bytes(page, charset), null).text()).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-eucJP-Open", "x-windows-iso2022jp"})
  void circledDigitsAndLettersOfIbmAreRead(String charset) {
    String page = "①㈱Ⅰ髙日本";
    String declared = charset.equals("x-eucJP-Open") ? "EUC-JP" : "ISO-2022-JP";

    assertThat(
            CharsetDecoding.decode(bytes(page, charset), "text/html; charset=" + declared).text())
        .isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "EUC-JP"})
  void japaneseIsDetected(String charset) {
    String page = JAPANESE.repeat(4);

    assertThat(CharsetDecoding.decode(bytes(page, charset), null).text()).isEqualTo(page);
  }

  @Test
  void frenchOfWindowsIsDetected() {
    assertThat(CharsetDecoding.decode(bytes(FRENCH, "windows-1252"), null).text())
        .isEqualTo(FRENCH);
  }

  @Test
  void lettersBehindALongAsciiHeadAreDetected() {
    String head = "<style>" + "p { margin: 0 }\n".repeat(8_000) + "</style>";
    byte[] page = bytes(head + RUSSIAN.repeat(4), "KOI8-R");

    assertThat(CharsetDecoding.decode(page, null).text()).endsWith(RUSSIAN);
  }

  @Test
  void everyByteValueIsReadSomehow() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }

    assertThat(CharsetDecoding.decode(all, null).text()).contains("abc");
    assertThat(CharsetDecoding.decode(new byte[0], null).text()).isEmpty();
  }

  @Test
  void hostileDeclarationsTakeNoTime() {
    String almost = ("<meta " + "charset ".repeat(40)).repeat(200);

    assertThat(describe(almost.getBytes(ISO_8859_1), "charset".repeat(10_000)))
        .isEqualTo("UTF-8 (valid-utf8)");
  }

  @Test
  void evidenceHasACodeForRecords() {
    assertThat(Arrays.stream(Evidence.values()).map(Evidence::code))
        .containsExactly(
            "bom", "header", "meta", "valid-utf8", "mixed", "detected", "twice", "assumed");
    assertThat(new Decoded("", WINDOWS_1252, Evidence.ASSUMED, false).describeCharset())
        .isEqualTo("windows-1252 (assumed)");
  }

  private static byte[] unhex(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex.trim());
  }
}
