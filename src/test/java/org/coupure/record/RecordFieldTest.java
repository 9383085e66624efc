package org.coupure.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Headline;
import org.coupure.article.Outcome;
import org.coupure.article.Provenance;
import org.coupure.article.Reason;
import org.coupure.record.RecordField.Form;
import org.junit.jupiter.api.Test;

class RecordFieldTest {
  private static final Article ARTICLE =
      Article.builder("a", new Provenance("x.html", null, "UTF-8", null, "0"))
          .headline(new Headline("Un", null, null))
          .tags(List.of("pont", "ville"))
          .build();

  @Test
  void columnsKeepTheirPlaces() {
    assertThat(names(Form.CSV))
        .startsWith("id", "outcome", "reason", "url", "canonicalUrl", "site", "title")
        .containsSubsequence("text", "words", "confidence", "pageKind", "host", "domain")
        .endsWith("modifiedZone", "flags", "sources", "subjects");
  }

  @Test
  void objectsOfTheRecordStandTogether() {
    List<String> objects =
        RecordField.in(Form.JSON).stream()
            .map(RecordField::path)
            .filter(path -> path.contains("."))
            .map(path -> path.substring(0, path.indexOf('.')))
            .toList();
    List<String> distinct = objects.stream().distinct().toList();

    assertThat(objects).isSortedAccordingTo((a, b) -> distinct.indexOf(a) - distinct.indexOf(b));
  }

  @Test
  void unknownValuesHaveNoText() {
    Clip clip = new Clip("x", Outcome.CLIPPED, Reason.NONE, null, ARTICLE);

    assertThat(field("tags").texts(clip, ARTICLE)).containsExactly("pont", "ville");
    assertThat(field("subtitle").texts(clip, ARTICLE)).isEmpty();
    assertThat(field("reason").value(clip, ARTICLE)).isNull();
  }

  @Test
  void aCopyUnderAnotherIdLosesNoField() {
    Clip clip = new Clip("x", Outcome.CLIPPED, Reason.NONE, null, ARTICLE);
    Article copy = ARTICLE.withId("b");

    for (RecordField field : RecordField.in(Form.JSON)) {
      Object expected = field.name().equals("id") ? "b" : field.value(clip, ARTICLE);
      assertThat(field.value(clip, copy)).as(field.path()).isEqualTo(expected);
    }
  }

  private static RecordField field(String name) {
    return RecordField.in(Form.JSON).stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Form form) {
    return RecordField.in(form).stream().map(RecordField::name).toList();
  }
}
