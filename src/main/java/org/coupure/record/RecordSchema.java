package org.coupure.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (2020-12) that every record obeys, as packed into the jar. */
public final class RecordSchema {
  /** What a record's {@code schema} key says: the schema's name and major version. */
  public static final String ID = "article-1";

  private static final String RESOURCE = "/org/coupure/config/schema/" + ID + ".json";

  private RecordSchema() {}

  /** Returns the schema's text, which ends with a line break. */
  public static String text() {
    try (InputStream in = open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE + " from the jar", e);
    }
  }

  /** Opens the schema's bytes, UTF-8; the caller closes them. */
  public static InputStream open() {
    InputStream in = RecordSchema.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IllegalStateException(RESOURCE + " is missing from the jar: a broken build");
    }
    return in;
  }
}
