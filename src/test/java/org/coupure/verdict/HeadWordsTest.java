package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.page.Head;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadWordsTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example/News/One, '', /news/one",
    "'', <link rel=canonical href=https://a.example/two>, /two",
    "'', <meta property=og:url content=https://a.example/three>, /three",
    "https://a.example/one, <link rel=canonical href=https://a.example/two>, /one",
    "'', '', ''"
  })
  void pathIsThatOfTheUrlElseOfTheOneThePageStates(String url, String head, String path) {
    assertThat(HeadWords.of(Head.of(Jsoup.parse("<head>" + head + "<body>x")), url).path())
        .isEqualTo(path);
  }
}
