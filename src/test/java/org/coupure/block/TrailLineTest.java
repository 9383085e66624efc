package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Home > News > Local",
        "ホーム > ニュース > 社会 > 記事",
        "トップ＞ニュース＞地域＞記事詳細",
        "当前位置：首页 > 新闻中心 > 本地新闻 > 正文",
        "首頁 / 地方 / 內文",
        "홈 > 뉴스 > 사회",
        "Você está em: Início / Notícias / Cidades",
        "Startseite » Lokales » Stadtrat",
        "Das Blatt › Kultur › Die letzte Fähre fährt am Samstag",
        "Accueil | Culture",
      })
  void isATrail(String line) {
    assertThat(TrailLine.is(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The river rises again",
        "« Oui » ou « non » : le maire hésite",
        "»Ja« sagt »Nein«",
        "River / Road / Rail: what comes next",
        "Homes | The river",
        "x > y",
        "Home",
      })
  void isNone(String line) {
    assertThat(TrailLine.is(line)).isFalse();
  }
}
