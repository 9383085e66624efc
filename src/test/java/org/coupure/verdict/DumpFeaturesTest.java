package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.coupure.block.Blocks;
import org.coupure.block.TextSegmenter;
import org.coupure.model.FeatureSlices;
import org.coupure.model.WordOdds;
import org.coupure.text.PhraseBook;
import org.junit.jupiter.api.Test;

class DumpFeaturesTest {
  private static final String TEXT =
      "Le fleuve est sorti de son lit dans la nuit de lundi à mardi, a indiqué la préfecture.";

  private final Blocks blocks =
      TextSegmenter.segment(
          String.join(
              "\n\n",
              "Accueil",
              "La crue du siècle vue du pont",
              "12 mars 2024",
              TEXT,
              "- l’eau",
              "- le gaz",
              TEXT,
              "Un lycée rouvre…",
              "Lire aussi :",
              "Monde"));
  private final DumpView view =
      new DumpView(
          blocks,
          WordOdds.NONE,
          BlockClassifier.functionWords(),
          blocks.phrases(PhraseBook.bundled()));
  private final FeatureSlices features = DumpFeatures.of(view);

  @Test
  void namesAreUnique() {
    assertThat(DumpFeatures.NAMES).doesNotHaveDuplicates();
    assertThat(features.count()).isEqualTo(10);
  }

  @Test
  void sayWhatTheTextSays() {
    assertThat(value(3, "tokens")).isEqualTo(18);
    assertThat(value(3, "end")).isEqualTo(3);
    assertThat(value(3, "copies")).isEqualTo(2);
    assertThat(value(6, "copy")).isEqualTo(2);
    assertThat(value(2, "dated")).isEqualTo(1);
    assertThat(value(3, "dated")).isZero();
    assertThat(value(4, "item")).isEqualTo(1);
    assertThat(value(7, "cut")).isEqualTo(1);
    assertThat(value(8, "phrase")).isEqualTo(2);
  }

  @Test
  void sayWhereTheBlockStands() {
    assertThat(value(5, "fromLong")).isEqualTo(2);
    assertThat(value(5, "toLong")).isEqualTo(1);
    assertThat(value(5, "linesTogether")).isEqualTo(2);
    assertThat(value(5, "lineInLines")).isEqualTo(1);
    assertThat(value(7, "phraseBelow_blocks")).isEqualTo(1);
    assertThat(value(9, "phraseAbove_blocks")).isEqualTo(1);
    assertThat(value(0, "fromLong")).isEqualTo(1);
  }

  @Test
  void sayWhereTheRunIs() {
    assertThat(value(3, "run_inside")).isEqualTo(1);
    assertThat(value(7, "run_inside")).isZero();
    assertThat(value(4, "run_fromStart")).isEqualTo(1);
    assertThat(value(4, "run_toEnd")).isEqualTo(2);
    // To reach up to the cut teaser costs its own score.
    assertThat(value(7, "run_tail")).isEqualTo(value(7, "run_score"));
  }

  @Test
  void sayWhatStandsAround() {
    assertThat(value(4, "before1_tokens")).isEqualTo(18);
    assertThat(value(9, "after1_tokens")).isEqualTo(-1);
    assertThat(value(4, "above3_long")).isEqualTo(1);
    assertThat(value(9, "below8_tokens")).isEqualTo(-1);
    assertThat(value(4, "above8_longShare")).isCloseTo(18 / 29f, within(.001f));
  }

  @Test
  void ofThePageAreTheSameForAllBlocks() {
    int first = DumpFeatures.NAMES.indexOf("page_blocks");
    for (String name : DumpFeatures.NAMES.subList(first, DumpFeatures.NAMES.size())) {
      assertThat(value(9, name)).isEqualTo(value(0, name));
    }
    assertThat(value(0, "page_blocks")).isEqualTo(10);
    assertThat(value(0, "run_blocks")).isEqualTo(4);
  }

  @Test
  void sayWhatLinesShare() {
    assertThat(value(3, "echo")).isEqualTo(1);
    assertThat(value(3, "echo_far")).isEqualTo(3);
    assertThat(value(3, "echo_above")).isZero();
    assertThat(value(6, "echo_above")).isEqualTo(1);
    assertThat(value(9, "echo")).isZero();
  }

  @Test
  void sayHowTheLineLooks() {
    assertThat(value(2, "year")).isEqualTo(1);
    assertThat(value(2, "groups")).isEqualTo(2);
    assertThat(value(4, "same_shape")).isEqualTo(1);
    assertThat(value(4, "run_lines")).isEqualTo(2);
    assertThat(value(5, "run_place")).isEqualTo(1);
    assertThat(value(0, "apart_next")).isEqualTo(1);
    assertThat(value(8, "colon")).isEqualTo(1);
  }

  private float value(int block, String name) {
    return features.get(block, DumpFeatures.NAMES.indexOf(name));
  }
}
