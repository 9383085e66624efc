package org.coupure.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipTest {
  private static final Article EMPTY =
      Article.builder("7", new Provenance("a.html", null, null, null, "1")).build();

  private static final Article FULL =
      EMPTY.toBuilder().body(List.of(Passage.paragraph("p"))).build();

  @ParameterizedTest
  @CsvSource({
    "CLIPPED, true",
    "EMPTY, false",
    "INDEX_PAGE, true",
    "BLOCKED, false",
    "PAYWALLED, true",
    "DUPLICATE, true",
    "RULE_MISS, true",
    "FAILED, false",
  })
  void someOutcomesHaveText(Outcome outcome, boolean text) {
    assertThat(new Clip("a", outcome, Reason.NONE, null, FULL).hasText()).isEqualTo(text);
    assertThat(new Clip("a", outcome, Reason.NONE, null, EMPTY).hasText()).isFalse();
  }

  @Test
  void failuresKeepTheirReason() {
    Clip without = Clip.failed("a.zip", Reason.BAD_ARCHIVE, "it ends too early");
    Clip with = Clip.failed("a.html", Reason.BINARY, "a PDF", EMPTY);

    assertThat(without)
        .isEqualTo(
            new Clip("a.zip", Outcome.FAILED, Reason.BAD_ARCHIVE, "it ends too early", null));
    assertThat(with.article()).isEqualTo(EMPTY);
    assertThat(without.hasText()).isFalse();
  }

  @Test
  void clippedInputsNeedTheirArticle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Clip("a.html", Outcome.CLIPPED, Reason.NONE, null, null))
        .withMessage("a clipped input needs its article: a.html");
  }

  @Test
  void codesAreLowerCaseWithHyphensInAnyLocale() {
    assertThat(Outcome.RULE_MISS.code()).isEqualTo("rule-miss");
    assertThat(Outcome.INDEX_PAGE.code()).isEqualTo("index-page");
    assertThat(Reason.TOO_MANY_NODES.code()).isEqualTo("too-many-nodes");
    assertThat(Reason.DNS.code()).isEqualTo("dns");
    assertThat(PassageKind.LIST_ITEM.code()).isEqualTo("list-item");
    assertThat(Access.PAYWALLED.code()).isEqualTo("paywalled");
  }

  @Test
  void everyCodeIsPlain() {
    assertThat(Arrays.stream(Reason.values()).map(Reason::code))
        .allMatch(c -> c.matches("[a-z-]+"));
    assertThat(Arrays.stream(Outcome.values()).map(Outcome::code))
        .allMatch(c -> c.matches("[a-z-]+"));
    assertThat(Arrays.stream(PassageKind.values()).map(PassageKind::code))
        .allMatch(c -> c.matches("[a-z-]+"));
  }
}
