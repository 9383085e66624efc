package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.Evidence;
import org.coupure.text.Languages.Detected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordLanguageTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // declared, detected, confidence -> language, contradicted
        "-,     -,  0,    -,     false",
        "de-AT, -,  0,    de-AT, false",
        "-,     fr, 0.99, fr,    false",
        "-,     fr, 0.5,  -,     false",
        "en-US, en, 0.99, en-US, false",
        "nb-NO, no, 0.99, nb-NO, false",
        "en-US, de, 0.99, de,    true",
        "en-US, de, 0.5,  en-US, false",
        // Breton can't be detected, so that something else being detected says nothing.
        "br,    fr, 0.99, br,    false"
      })
  void decidesBetweenPageAndText(
      @Nullable String declared,
      @Nullable String detected,
      double confidence,
      @Nullable String language,
      boolean contradicted) {
    Detected shown = detected == null ? null : new Detected(detected, confidence);

    RecordLanguage tongue = RecordLanguage.decide(declared, shown);

    assertThat(tongue.tag()).isEqualTo(language);
    assertThat(tongue.contradicted()).isEqualTo(contradicted);
  }

  @Test
  void namesTheTextAsEvidenceWhereItDecided() {
    Evidence title = new Evidence("title", "heading", "h1", "Titel");
    Evidence html = new Evidence("language", "meta", "html[lang]", "en-US");
    RecordLanguage tongue = RecordLanguage.decide("en-US", new Detected("de", 0.987));

    assertThat(tongue.evidence(List.of(title, html)))
        .containsExactly(title, new Evidence("language", "text", null, "de 0.99"));
  }

  @Test
  void leavesThePagesEvidenceWhereItWasRight() {
    List<Evidence> html = List.of(new Evidence("language", "meta", "html[lang]", "de-AT"));

    assertThat(RecordLanguage.decide("de-AT", new Detected("de", 0.99)).evidence(html))
        .isEqualTo(html);
  }
}
