package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.article.PageKind.ARTICLE;
import static org.coupure.article.PageKind.FORUM;
import static org.coupure.article.PageKind.INDEX;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindJudgeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "0.004, 0.00",
    "0.0051, 0.01",
    "0.0949, 0.09",
    "0.1, 0.10",
    "0.987, 0.99",
    "0.996, 1.00",
    "1, 1.00",
  })
  void sharesHaveTwoDigits(double share, String text) {
    assertThat(KindJudge.twoDigits(share)).isEqualTo(text);
  }

  @Test
  void aDoubtedKindGivesWayToTheNext() {
    assertThat(KindJudge.likeliest(Map.of(INDEX, 0.49, ARTICLE, 0.3, FORUM, 0.21)))
        .isEqualTo(ARTICLE);
    assertThat(KindJudge.likeliest(Map.of(INDEX, 0.51, ARTICLE, 0.49))).isEqualTo(INDEX);
    assertThat(KindJudge.likeliest(Map.of(INDEX, 0.49, FORUM, 0.2))).isEqualTo(ARTICLE);
  }
}
