package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleByteCharsetsTest {
  private static final Map<String, String> TEXTS =
      Map.of(
          "czech",
          "Stará škola na náměstí dostane novou střechu, řekl starosta Jiří Dvořák. Město začne v květnu.",
          "polish",
          "Miasto rozpocznie w maju remont przy ulicy Świętokrzyskiej, powiedział Grzegorz Łuczak. Będą"
              + " źródła i żeliwne balkony.",
          "turkish",
          "Tarihi çarşının çatısı yeniden onarılıyor. İsmail Gündoğdu çalışmaların biteceğini söyledi.",
          "arabic",
          "افتتحت بلدية المدينة القديمة يوم الاثنين المكتبة العامة بعد أعمال ترميم استمرت عامين كاملين",
          "french",
          "Après deux années, la librairie fermera à Noël. « J’ai reçu une dizaine d’élèves », dit-elle.",
          "icelandic",
          "Gamli skólinn fær nýtt þak. Bærinn byrjar á verkinu í maí, sagði bæjarstjórinn Þórður.",
          "russian",
          "Музей вновь принимает посетителей после долгого ремонта.",
          "lithuanian",
          "Senoji mokykla gaus naują stogą. Miestas pradės darbus gegužę, grėsė griūti. Šešis milijonus.",
          "german",
          "Die Bürger hängen an diesem Gebäude, sagte Günther Weiß. Die Arbeiten würden später beginnen.");

  @ParameterizedTest
  @CsvSource({
    "windows-1250, czech",
    "ISO-8859-2, czech",
    "ISO-8859-2, polish",
    "windows-1250, polish",
    "windows-1254, turkish",
    "windows-1256, arabic",
    "ISO-8859-6, arabic",
    "windows-1257, lithuanian",
    "windows-1252, french",
    "windows-1252, icelandic",
    "windows-1252, german",
    "x-MacRoman, french",
    "x-MacRoman, german",
    "IBM850, german",
    "windows-1251, russian",
    "KOI8-R, russian",
  })
  void textsWithoutADeclarationAreReadInTheirCharset(String charset, String language) {
    String text = TEXTS.get(language);

    Decoded decoded = Decoded.of(text.getBytes(Charset.forName(charset)), null);

    assertThat(decoded.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"'Café, très bien', windows-1252", "'25 °C, 30 €', windows-1252"})
  void aFewLettersProveNothing(String text, String charset) {
    Charset guessed = Charset.forName(charset);

    assertThat(SingleByteCharsets.secondLook(text.getBytes(guessed), 0, guessed))
        .isEqualTo(guessed);
  }
}
