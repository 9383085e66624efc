package org.coupure.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageReservationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOINDEX   | noindex, follow      |       |                          |            | true",
        "NOINDEX   | none                 |       |                          |            | true",
        "NOINDEX   | index, noarchive     |       |                          |            | false",
        "NOARCHIVE | index, noarchive     |       |                          |            | true",
        "NOAI      | noai, noimageai      |       |                          |            | true",
        "NOAI      | noimageai            |       |                          |            | false",
        "TDM       |                      | true  |                          |            | true",
        "TDM       |                      | false |                          |            | false",
        "TDM       |                      |       |                          |            | false",
        "AI_TRAIN  |                      |       | search=yes, ai-train=no  |            | true",
        "AI_TRAIN  |                      |       | AI-Train = No            |            | true",
        "AI_TRAIN  |                      |       | ai-train=yes             |            | false",
        "AI_TRAIN  |                      |       |                          | train-ai=n | true",
        "AI_INPUT  |                      |       | ai-input=no              |            | true",
        "SEARCH    |                      |       | search=no                |            | true",
      })
  void isStatedInItsOwnWords(
      UsageReservation reservation,
      String robots,
      Boolean tdm,
      String signal,
      String usage,
      boolean stated) {
    assertThat(reservation.isStated(new Rights(null, robots, tdm, null, signal, usage)))
        .isEqualTo(stated);
  }

  @Test
  void obeyedWishLeavesARecordWithoutText() {
    Rights rights = new Rights(null, null, true, null, null, null);
    Article article =
        Article.builder("1", new Provenance("x", null, null, null, "0.1.0"))
            .body(List.of(new Passage(PassageKind.PARAGRAPH, "Text", 0)))
            .rights(rights)
            .build();
    Clip clip = new Clip("x", Outcome.CLIPPED, Reason.NONE, null, article);

    Clip obeyed = UsageReservation.obeyed(clip, Set.of(UsageReservation.TDM));

    assertThat(obeyed.outcome()).isEqualTo(Outcome.BLOCKED);
    assertThat(obeyed.reason()).isEqualTo(Reason.RESERVED);
    assertThat(obeyed.detail())
        .isEqualTo("the site reserves this text (tdm), and that is to be obeyed");
    assertThat(obeyed.article().body()).isEmpty();
    assertThat(obeyed.article().rights()).isEqualTo(rights);
    assertThat(UsageReservation.obeyed(clip, EnumSet.of(UsageReservation.NOINDEX))).isSameAs(clip);
  }

  @Test
  void listsNameWhatThereIs() {
    assertThat(UsageReservation.parse("tdm, ai-train noindex"))
        .containsExactly(UsageReservation.NOINDEX, UsageReservation.TDM, UsageReservation.AI_TRAIN);
    assertThatThrownBy(() -> UsageReservation.parse("tmd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no wish called \"tmd\"; there are noindex, noarchive, noai, tdm, search,"
                + " ai-input, ai-train");
  }
}
