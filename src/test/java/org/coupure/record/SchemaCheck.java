package org.coupure.record;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Checks records against the published schema; for the tests of any package. */
public final class SchemaCheck {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(RecordSchema.text(), InputFormat.JSON);

  private SchemaCheck() {}

  /**
   * Returns what is wrong with a record, such as {@code /outcome breaks enum}; empty when nothing
   * is. The validator's own messages are not used, because they depend on the locale.
   */
  public static List<String> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(SchemaCheck::describe).toList();
  }

  private static String describe(Error error) {
    String key = error.getProperty() == null ? "" : "/" + error.getProperty();
    return error.getInstanceLocation() + key + " breaks " + error.getKeyword();
  }

  /** Fails with the record and its faults unless it obeys the schema. */
  public static void assertValid(String json) {
    Assertions.assertThat(errors(json)).as(json).isEmpty();
  }

  /** Fails unless every line is a record that obeys the schema. */
  public static void assertAllValid(String jsonLines) {
    jsonLines.lines().forEach(SchemaCheck::assertValid);
  }
}
