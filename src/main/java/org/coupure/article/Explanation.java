package org.coupure.article;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a record says what it says: the evidence of each field and the verdict on each block.
 *
 * @param evidence one entry a field that has a value; never null
 * @param blocks every block of the page in its order; never null
 */
public record Explanation(List<Evidence> evidence, List<Judged> blocks) {
  /** No explanation, because none was asked for. */
  public static final Explanation NONE = new Explanation(List.of(), List.of());

  public Explanation {
    evidence = List.copyOf(evidence);
    blocks = List.copyOf(blocks);
  }

  /**
   * One block with the verdict on it.
   *
   * @param text the block's text
   * @param where its place in the page, such as {@code div.entry-content > p}; null in plain text
   * @param verdict what was decided, and why
   * @param sentence the reason as a sentence for a person; empty when no sentences were asked for
   * @param others what the judges that did not decide would have said, as sentences
   * @param state where in a plain-text dump the line stands; null for HTML
   */
  public record Judged(
      String text,
      @Nullable String where,
      Verdict verdict,
      String sentence,
      List<String> others,
      @Nullable LineState state) {
    /** Makes a block of HTML without sentences. */
    public Judged(String text, @Nullable String where, Verdict verdict) {
      this(text, where, verdict, "", List.of(), null);
    }

    /** Returns the reason for a person: the sentence, or the judge's short note. */
    public String reason() {
      return sentence.isEmpty() ? verdict.why() : sentence;
    }

    public Judged {
      others = List.copyOf(others);
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(verdict, "verdict");
    }
  }
}
