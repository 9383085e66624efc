package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionWordsTest {
  private static final PromotionWords WORDS = PromotionWords.load();

  @ParameterizedTest
  @CsvSource({
    "Our NEWSLETTERS, letter",
    "die Newsletter-Anmeldung, letter",
    "abonnez-vous, sign-up",
    "please sign up, sign-up",
    "на рассылку, letter",
    "無料で会員登録できます, sign-up",
    "sınırsız erişim, unlimited",
  })
  void wordsMeanWhatTheyBeginWith(String text, String meaning) {
    assertThat(WORDS.in(text) & WORDS.bits(meaning)).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The significant part", "a bookletter", "", "happy"})
  void otherWordsMeanNothing(String text) {
    assertThat(WORDS.in(text)).isZero();
  }

  @Test
  void aTextMayMeanSeveralThings() {
    assertThat(WORDS.in("Follow us on Telegram")).isEqualTo(WORDS.bits("follow", "network"));
  }

  @Test
  void anUnknownMeaningIsAnError() {
    assertThatThrownBy(() -> WORDS.bits("lottery"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no words of offers mean 'lottery' in config/offers/words.txt");
  }
}
