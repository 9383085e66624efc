package org.coupure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Evidence;
import org.coupure.article.Verdict;
import org.coupure.record.RecordField;
import org.coupure.record.RecordField.Form;
import org.jspecify.annotations.Nullable;

/** An article's fields for people, under the names that records and evidence use. */
final class FieldListing {
  /**
   * One field with a value.
   *
   * @param name the record's key
   * @param value the value as people read it
   */
  record Field(String name, String value) {}

  private FieldListing() {}

  /** Returns the fields of the article of {@code clip} that have a value, in the record's order. */
  static List<Field> of(Clip clip, Article article) {
    List<Field> fields = new ArrayList<>();
    for (RecordField field : RecordField.in(Form.PEOPLE)) {
      List<String> texts = field.texts(clip, article);
      // Only the lead image is shown.
      String value = field.name().equals("images") ? first(texts) : String.join(", ", texts);
      if (!value.isEmpty()) {
        fields.add(new Field(field.name(), value));
      }
    }
    return fields;
  }

  private static String first(List<String> texts) {
    return texts.isEmpty() ? "" : texts.get(0);
  }

  /** Returns who decided, such as {@code phrase}. */
  static String decider(Verdict verdict) {
    return verdict.decider().name().toLowerCase(Locale.ROOT);
  }

  /** Returns such as {@code 1 block} or {@code 1,204 blocks}. */
  static String counted(long count, String noun) {
    return Tally.grouped(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Returns the evidence of a field, or null when there is none. */
  static @Nullable Evidence evidence(String field, Article article) {
    for (Evidence evidence : article.explanation().evidence()) {
      if (evidence.field().equals(field)) {
        return evidence;
      }
    }
    return null;
  }
}
