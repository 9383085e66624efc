package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tries on pages that were left out what the others teach: a rule that loses text there would lose
 * text of the next page, too.
 */
final class CrossValidation {
  /** Each round learns anew; more of them tell little more. */
  private static final int ROUNDS = 5;

  /** Captions and stray lines may lie outside; a section may not. */
  private static final double LOSS = 0.05;

  /** One page in ten may be of another kind. */
  private static final double FEW = 0.1;

  private CrossValidation() {}

  /** Returns why what the pages teach is not to be trusted on others, or null. */
  static @Nullable String doubt(Template all) {
    List<Sample> samples = all.samples();
    int rounds = Math.min(ROUNDS, samples.size());
    int losing = 0;
    for (int round = 0; round < rounds; round++) {
      List<Sample> taught = new ArrayList<>();
      List<Sample> left = new ArrayList<>();
      for (int i = 0; i < samples.size(); i++) {
        (i % rounds == round ? left : taught).add(samples.get(i));
      }
      Draft draft = Draft.of(new Template(taught));
      losing += (int) left.stream().filter(sample -> loses(draft, sample, all)).count();
    }
    return losing <= Math.max(1, FEW * samples.size())
        ? null
        : String.format(
            Locale.ROOT,
            "what some of the pages teach loses text of the others, on %d of %d",
            losing,
            samples.size());
  }

  private static boolean loses(Draft draft, Sample sample, Template all) {
    BitSet text = all.content(sample);
    int words = sample.words(text);
    text.andNot(draft.leaves(sample));
    return sample.words(text) > LOSS * words;
  }
}
