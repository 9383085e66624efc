package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitledNamesTest {
  private final TitledNames names = new TitledNames(BylineWords.load());

  @ParameterizedTest
  @CsvSource({
    "2010年2月5日 18時30分 記者 山田太郎, 山田太郎",
    "2010/02/05 18:30 山田太郎記者, 山田太郎",
    "【記者：山田太郎】2010年2月5日, 山田太郎",
    "記者李明華／台北報導, 李明華",
    "本报记者 李明华, 李明华",
    "新华社记者李明华, 李明华",
    "（记者 李明华）, 李明华",
    "김민수 기자 minsu@ilbo.example, 김민수",
    "[서울=일보] 김민수 기자, 김민수",
  })
  void standWithATitle(String line, String name) {
    assertThat(names.in(line)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "责任编辑：王芳",
        "记者从市政府获悉，大桥将于下月通车。",
        "記者会は五日に開かれた",
        "本报记者",
        "The river rises again",
      })
  void areMissing(String line) {
    assertThat(names.in(line)).isNull();
  }
}
