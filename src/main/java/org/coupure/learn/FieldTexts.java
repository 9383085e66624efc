package org.coupure.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.record.RecordField;
import org.coupure.record.RecordField.Form;

/** A record's fields as one text each, for tests and comparisons. */
final class FieldTexts {
  private FieldTexts() {}

  /** Returns the fields that rules have a part in, by the record's keys; empty when unknown. */
  static Map<String, String> of(Clip clip) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("outcome", clip.outcome().code());
    Article article = clip.article();
    if (article != null) {
      for (RecordField field : RecordField.in(Form.COMPARED)) {
        fields.put(field.name(), String.join("; ", field.texts(clip, article)));
      }
    }
    return fields;
  }
}
