package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesOptionTest {
  private static final String PAGE = "fixtures/themes/autoblog/en/page.html";

  @Test
  void recordsCarryTheReasonAsASentenceWhenAsked() {
    Session session = Session.of("clean", PAGE, "--sentences", "fr");

    assertThat(session.out()).contains("\"sentence\":\"Le modèle le prend pour du texte (");
  }

  @Test
  void explainedRecordsAreWithoutSentencesUnlessAsked() {
    Session session = Session.of("clean", PAGE, "--explain");

    assertThat(session.out()).contains("\"why\":\"p 0.").doesNotContain("\"sentence\"");
  }

  @Test
  void explainSpeaksInSentencesAndGivesTheNumbersWhenAsked() {
    Session sentences = Session.of("explain", PAGE);
    Session raw = Session.of("explain", PAGE, "--raw");

    assertThat(sentences.out()).contains("classifier: The model takes it for text (");
    assertThat(raw.out()).contains("classifier: p 0.");
  }

  @Test
  void anUnknownLanguageIsWrongUse() {
    Session session = Session.of("clean", PAGE, "--sentences", "xx");

    assertThat(session.code()).isEqualTo(2);
    assertThat(session.err()).contains("--sentences wants one of en, fr, not \"xx\".");
  }
}
