package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.coupure.article.ModelReason;
import org.coupure.article.ModelReason.Contribution;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.text.WordLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictSentencesTest {
  private final VerdictSentences english = VerdictSentences.in("en-GB");

  @Test
  void namesTheStrongestThreeFactsThatSpeakForTheVerdict() {
    ModelReason seen =
        new ModelReason(
            0.041,
            0.5,
            List.of(
                new Contribution("tokens", 40, 0.9),
                new Contribution("around8_linked", 0.8, -0.8),
                new Contribution("around20_linked", 0.7, -0.7),
                new Contribution("copies", 3, -0.6),
                new Contribution("tag", 4, -0.5),
                new Contribution("class_comment", 3, -0.4),
                new Contribution("position", 0.9, -0.3)));

    assertThat(english.of(Verdict.drop(Decider.CLASSIFIER, "p 0.04").withModel(seen)))
        .isEqualTo(
            "The model does not take it for text (4 % likely): it stands among links; it repeats"
                + " on the page; it is named like a comment form.");
  }

  @Test
  void saysWhenNoFactStandsOut() {
    ModelReason seen = new ModelReason(0.97, 0.5, List.of(new Contribution("tag", 4, 0.5)));

    assertThat(
            english.of(
                Verdict.keep(PassageKind.PARAGRAPH, Decider.CLASSIFIER, "p").withModel(seen)))
        .isEqualTo("The model takes it for text (97 %): no single fact stands out.");
  }

  @Test
  void translatesWhatJudgesNote() {
    assertThat(VerdictSentences.in("fr").of(Verdict.drop(Decider.STRUCTURE, "a pull quote")))
        .isEqualTo(
            "Sa place dans la page montre qu'il n'est pas de l'article : une citation mise en"
                + " exergue.");
    assertThat(english.of(Verdict.drop(Decider.CLASSIFIER, "signature")))
        .isEqualTo("The reading of plain text leaves it out: signature.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void hasASentenceForEveryDeciderBothWays(String language) {
    VerdictSentences sentences = VerdictSentences.in(language);
    for (Decider decider : Decider.values()) {
      assertThat(sentences.of(Verdict.drop(decider, "x"))).contains("x");
      assertThat(sentences.of(Verdict.keep(PassageKind.PARAGRAPH, decider, "x"))).contains("x");
    }
  }

  @Test
  void knowsEveryFeatureOfBothModels() {
    TreeSet<String> names = new TreeSet<>(Features.NAMES);
    names.addAll(DumpFeatures.SECOND_NAMES);

    assertThat(names).allMatch(english::knows);
  }

  @Test
  void frenchSaysAllThatEnglishSays() {
    Map<String, String> en = WordLists.load("reasons/en.txt");
    Map<String, String> fr = WordLists.load("reasons/fr.txt");

    en.forEach(
        (key, line) -> {
          if (!line.equals("-")) {
            assertThat(fr).containsKey(key);
            assertThat(WordLists.split(fr.get(key), '|'))
                .as(key)
                .hasSameSizeAs(WordLists.split(line, '|'));
          }
        });
  }
}
