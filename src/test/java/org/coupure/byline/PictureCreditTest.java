package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureCreditTest {
  private static final BylineParser PARSER = BylineParser.bundled();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mill at night. Photo: A. Roe / The Valley Post",
        "El molino, de noche. Foto: L. B.",
        "Die Mühle bei Nacht. Foto: Roth",
        "La meunière devant sa roue. © Le Pays – Jean Meunier",
        "Мельница ночью. Фото: Игорь Сомов",
        "▲ 밤의 방앗간. 사진=박은결 기자",
        "Der Müller (Foto: Roth)",
        "Der Müller am 27-9 - Foto: Roth",
        "Los molineros, al acabar la jornada. / EL CORREO",
        "방앗간 주인이 열쇠를 들어 보이고 있다 [촬영 박은결]",
        "The miller with his key [Photo A. Roe]",
        "夜里的磨坊。李明 摄",
        "夜里的磨坊（李明摄）",
        "تصوير: محمد القيسي"
      })
  void captionsEndWithTheirCredit(String line) {
    assertThat(PARSER.endsWithPictureCredit(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mill turns again: nobody had expected it.",
        "He took one photo: of the wheel.",
        "The photo shows the mill.",
        "The mill has a wheel (photo below)",
        "Puede pagar en metálico o con harina / trigo",
        "VALDERA / MOLINO",
        "他说这张照片不是他自己去年冬天摄",
        "Ratio of flour to water: 3/2",
        "© 2024 The Valley Post",
        "On the back of it he had written the name of the only person he had ever loved in all of his"
            + " life, in the same blue ink with which he used to sign the bills of the mill and the"
            + " letters to his brothers. Photo: Roe"
      })
  void textDoesNot(String line) {
    assertThat(PARSER.endsWithPictureCredit(line)).isFalse();
  }
}
