package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coupure.text.Languages.Detected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  private static final String GERMAN =
      "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke bis zum Herbst zu sperren. ";
  private static final String ENGLISH =
      "The city council voted on Tuesday to close the old bridge for repairs until autumn. ";

  private final Languages languages = Languages.bundled();

  static List<String> sentences() throws IOException {
    try (InputStream in = LanguagesTest.class.getResourceAsStream("sentences.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void tellsTheLanguageOfOneSentence(String line) {
    int colon = line.indexOf(": ");

    assertThat(tag(line.substring(colon + 2))).isEqualTo(line.substring(0, colon));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void tellsItInCapitalsAsInSmallLetters(String line) {
    int colon = line.indexOf(": ");
    String capitals = line.substring(colon + 2).toUpperCase(Locale.ROOT);

    Detected detected = languages.detect(capitals);

    // Greek and Georgian lose their accents, Turkish its i: the language stays.
    assertThat(Objects.requireNonNull(detected).tag()).isEqualTo(line.substring(0, colon));
  }

  @Test
  void knowsTheLanguagesOfTheTable() throws IOException {
    Stream<String> told = sentences().stream().map(line -> line.substring(0, line.indexOf(':')));

    assertThat(languages.tags()).hasSizeGreaterThan(70).containsAll(told.toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Paris", "12.05.2024, 14:30", "—…»«!?", "Foto: dpa", "🙂🙂🙂🙂🙂🙂🙂🙂"})
  void saysNothingAboutTooLittleText(String text) {
    assertThat(languages.detect(text)).isNull();
  }

  @Test
  void saysNothingAboutScriptsItDoesNotKnow() {
    assertThat(languages.detect("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ")).isNull();
  }

  @Test
  void isSureOfAnArticle() {
    assertThat(languages.detect(GERMAN.repeat(3)))
        .matches(Detected::isConfident)
        .extracting(Detected::tag)
        .isEqualTo("de");
  }

  @Test
  void takesOneOfTwoLanguagesInTurns() {
    assertThat(tag((GERMAN + ENGLISH).repeat(20))).isIn("de", "en");
  }

  @Test
  void isNotSureOfNames() {
    String names = "Müller, García, Rossi, Dupont, Smith, Jansen, Kowalski, Novák";

    assertThat(languages.detect(names)).matches(detected -> !detected.isConfident());
  }

  @Test
  void letsAQuotationNotDecide() {
    assertThat(tag(GERMAN.repeat(8) + ENGLISH)).isEqualTo("de");
  }

  @Test
  void takesTheScriptWithMoreLetters() {
    assertThat(tag("Компания Apple представила новый iPhone и часы Apple Watch Ultra"))
        .isEqualTo("ru");
  }

  @Test
  void takesJapaneseWithManyHanForJapanese() {
    assertThat(tag("東京都知事選挙の投票率は過去最高、各陣営が最終演説")).isEqualTo("ja");
  }

  @Test
  void readsDecomposedAccents() {
    String text = "Hội đồng thành phố hôm thứ Ba đã quyết định đóng cửa cây cầu cũ để sửa chữa";
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);

    assertThat(languages.detect(decomposed)).isEqualTo(languages.detect(text));
  }

  @Test
  void looksOnlyAtTheBeginning() {
    String article = GERMAN.repeat(60);

    assertThat(languages.detect(article + ENGLISH.repeat(1_000)))
        .isEqualTo(languages.detect(article));
  }

  @Test
  void bearsAMillionTimesOneCharacter() {
    for (String unit : List.of("a", "ä", "中", "я", "\u0301", "\uD800", "\uDC00", "\u200d", "\0")) {
      Detected detected = languages.detect(unit.repeat(1_000_000));

      assertThat(detected == null ? 0 : detected.confidence()).as(unit).isBetween(0.0, 1.0);
    }
  }

  @Test
  void bearsEveryCharacterThereIs() {
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(0, 0xFFFF).forEach(c -> all.append((char) c));

    for (int start = 0; start < all.length(); start += 1_000) {
      Detected detected = languages.detect(all.substring(start));

      assertThat(detected == null ? 0 : detected.confidence()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void answersTheSameFromManyThreads() {
    Detected alone = languages.detect(GERMAN);

    assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> languages.detect(GERMAN)))
        .containsOnly(alone);
  }

  @ParameterizedTest
  @CsvSource({
    "de,de-AT,true",
    "no,nb-NO,true",
    "no,nn,true",
    "no,da,false",
    "hr,bs-BA,true",
    "sr-Latn,sr,true",
    "id,in,true",
    "he,iw,true",
    "TR,tr,true",
    "pt_BR,pt,true",
    "en,de,false"
  })
  void comparesTagsAsTextsDiffer(String tag, String other, boolean same) {
    assertThat(Languages.same(tag, other)).isEqualTo(same);
  }

  private @Nullable String tag(String text) {
    Detected detected = languages.detect(text);
    return detected == null ? null : detected.tag();
  }
}
