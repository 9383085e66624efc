package org.coupure.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Explanation.Judged;

/**
 * What is different between two clips of one page. Immutable.
 *
 * @param before the clip by the one set of rules
 * @param after the clip by the other
 * @param blocks the blocks that are kept by one of them only; empty when the clips are not
 *     explained
 * @param fields the fields whose values differ
 */
public record Comparison(
    Clip before, Clip after, List<BlockChange> blocks, List<FieldChange> fields) {
  public Comparison {
    blocks = List.copyOf(blocks);
    fields = List.copyOf(fields);
  }

  /**
   * A block with two verdicts.
   *
   * @param before the block with the verdict by the one set of rules
   * @param after the same with the other's
   */
  public record BlockChange(Judged before, Judged after) {
    /** Returns whether the block came into the text. */
    public boolean isNew() {
      return after.verdict().kept();
    }
  }

  /** A field with two values; one that is not there is empty. */
  public record FieldChange(String name, String before, String after) {}

  /** Compares two clips of the same bytes. */
  public static Comparison of(Clip before, Clip after) {
    return new Comparison(before, after, blocks(before, after), fields(before, after));
  }

  private static List<BlockChange> blocks(Clip before, Clip after) {
    List<Judged> old = judged(before);
    List<Judged> now = judged(after);
    List<BlockChange> changes = new ArrayList<>();
    for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
      if (old.get(i).verdict().kept() != now.get(i).verdict().kept()) {
        changes.add(new BlockChange(old.get(i), now.get(i)));
      }
    }
    return changes;
  }

  private static List<Judged> judged(Clip clip) {
    Article article = clip.article();
    return article == null ? List.of() : article.explanation().blocks();
  }

  private static List<FieldChange> fields(Clip before, Clip after) {
    Map<String, String> old = FieldTexts.of(before);
    Map<String, String> now = FieldTexts.of(after);
    List<FieldChange> changes = new ArrayList<>();
    for (Map.Entry<String, String> field : now.entrySet()) {
      String was = old.getOrDefault(field.getKey(), "");
      if (!Objects.equals(was, field.getValue())) {
        changes.add(new FieldChange(field.getKey(), was, field.getValue()));
      }
    }
    return changes;
  }

  /** Returns the difference of the texts, paragraph by paragraph; empty when they are the same. */
  public List<TextDiff.Line> text() {
    return TextDiff.of(text(before), text(after));
  }

  /** Returns whether text and fields are the same. */
  public boolean isSame() {
    return fields.isEmpty() && text(before).equals(text(after));
  }

  /** Returns the words of the text before. */
  public int wordsBefore() {
    return words(before);
  }

  /** Returns the words of the text after. */
  public int wordsAfter() {
    return words(after);
  }

  private static int words(Clip clip) {
    Article article = clip.article();
    return article == null ? 0 : article.quality().words();
  }

  private static String text(Clip clip) {
    Article article = clip.article();
    return article == null ? "" : article.text().replace("\n\n", "\n");
  }
}
