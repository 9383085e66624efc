package org.coupure.sink;

import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.record.RecordField;
import org.coupure.record.RecordField.Form;
import org.coupure.record.WellFormed;
import org.coupure.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/**
 * The YAML block above a Markdown clipping. Every text is a double-quoted scalar, so that no title
 * can break it or be read as a number, a date or a truth value; unknown values are left out.
 */
final class FrontMatter {
  private final YamlWriter yaml = YamlWriter.quoted();

  private FrontMatter() {}

  static String of(Clip clip, Article article) {
    FrontMatter front = new FrontMatter();
    for (RecordField field : RecordField.in(Form.FRONT_MATTER)) {
      front.add(field.name(), field.value(clip, article));
    }
    return "---\n" + front.yaml + "---\n";
  }

  /** The key "date" is always a day, the others are times: note programs sort by the one kind. */
  private void add(String key, @Nullable Object value) {
    if (value instanceof List<?> list) {
      yaml.block(0, key, list.stream().map(each -> WellFormed.of(each.toString())).toList());
    } else if (value instanceof Moment moment) {
      if (moment.precision() != Moment.Precision.DAY) {
        yaml.bare(0, key, moment.toRfc3339());
      }
    } else if (value instanceof String text) {
      yaml.entry(0, key, WellFormed.of(text));
    } else if (value != null) {
      yaml.bare(0, key, value);
    }
  }
}
